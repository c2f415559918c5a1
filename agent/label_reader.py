"""Reads the labels in small parts of screenshots by the embedded reader's OCR, which is loaded by the first read."""

from collections.abc import Sequence

from PIL import Image

from agent.control import RunControl
from agent.errors import Stopped
from model.base import GenerationStopped
from model.sight.ocr import Ocr
from model.sight.text_line import TextLine


class LabelReader:
    """Reads one image after the other. Raises `Stopped` soon after the run is stopped, and `ModelError` without OCR."""

    def __init__(self, control: RunControl) -> None:
        self._control = control
        self._ocr = Ocr()

    def __call__(self, image: Image.Image) -> Sequence[TextLine]:
        """Return the image's lines of text. One colour says nothing, and need not be read."""
        if image.getcolors(maxcolors=1):
            return ()
        try:
            return self._ocr.read(image, self._control.stopped)
        except GenerationStopped as stop:
            raise Stopped from stop

    def close(self) -> None:
        """Free the OCR's models."""
        self._ocr.close()
