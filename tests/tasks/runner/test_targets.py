"""Which field a text names on a drawn screen, where several things bear it."""

from pathlib import Path
from threading import Event

from PIL import Image, ImageDraw

from actions.schema import Box
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox, TextLine
from tasks.runner.targets import Sighting
from tasks.task.targets import TextTarget

HEADING, LABEL = PixelBox(100, 50, 150, 70), PixelBox(100, 300, 160, 320)
FIELD = (200, 295, 600, 325)


class ReadAlready(Ocr):
    def __init__(self, *texts: tuple[str, PixelBox]) -> None:
        super().__init__()
        self._lines = [TextLine(text, box, 1.0, _centres(text, box)) for text, box in texts]

    def read(self, image: Image.Image, stop: Event | None = None) -> list[TextLine]:
        return self._lines


def _centres(text: str, box: PixelBox) -> tuple[float, ...]:
    step = box.width / len(text)
    return tuple(box.x1 + step * (place + 0.5) for place in range(len(text)))


def field_of(target: TextTarget, *texts: tuple[str, PixelBox]) -> Box:
    image = Image.new("RGB", (1000, 1000), "#f6f5f4")
    draw = ImageDraw.Draw(image)
    draw.rectangle((92, 40, 400, 80), fill="#f6f5f4", outline="#777777")  # the heading's own frame
    draw.rectangle(FIELD, fill="white", outline="#777777")
    for _, box in texts:
        for x in range(int(box.x1) + 6, int(box.x2) - 6, 8):
            draw.line((x, box.y1 + 5, x, box.y2 - 6), fill="black", width=2)
    return Sighting(image, ReadAlready(*texts), Event(), Path()).field(target)


def test_a_label_with_a_colon_goes_before_the_heading_of_a_column() -> None:
    field = field_of(TextTarget(text="Name"), ("Name", HEADING), ("Name:", LABEL))
    assert (field.x1, field.y1) == FIELD[:2]


def test_a_label_that_has_a_field_goes_before_a_text_that_has_none() -> None:
    elsewhere = PixelBox(500, 700, 550, 720)
    field = field_of(TextTarget(text="Name"), ("Name", elsewhere), ("Name", LABEL))
    assert (field.x1, field.y1) == FIELD[:2]


def test_a_text_that_is_counted_is_the_one_that_is_meant() -> None:
    field = field_of(TextTarget(text="Name", nth=2), ("Name", LABEL), ("Name", PixelBox(500, 700, 550, 720)))
    assert (field.x1, field.y1) == (500, 700)
