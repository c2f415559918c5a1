"""The net on onnxruntime: a picture in, the planes of `planes` out."""

from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.base import ModelError
from model.sight.controls.planes import COARSEST, STRIDE
from model.sight.engine import Pixels, ReadingInterruptedError
from model.sight.onnx import onnxruntime, open_net

Planes: TypeAlias = NDArray[np.float32]
"""Shape (planes, height / 4, width / 4), the sides rounded up."""

FILE = Path(__file__).parent / "controls.onnx"


class ControlNet:
    """The net, loaded. Calls come from one thread at a time, but for `interrupt`.

    Raises `ModelError` where onnxruntime or the file is missing.
    """

    def __init__(self, file: Path = FILE) -> None:
        package = onnxruntime()
        if not file.is_file():
            raise ModelError(f"{file} is missing: install deskhand again, its wheel holds it.")
        self._new_options, self._failure = package.RunOptions, package.capi.onnxruntime_pybind11_state.Fail
        self._options = self._new_options()
        self._session = open_net(file)

    def planes(self, pixels: Pixels) -> Planes:
        """Return what the net says of a picture, shape (height, width, 3), blue first.

        Raises `ReadingInterruptedError` once interrupted.
        """
        height, width = pixels.shape[:2]
        options = self._options = self._new_options()
        batch = _padded(pixels).transpose(2, 0, 1)[None].astype(np.float32)
        try:
            out: Planes = self._session.run(None, {"screen": batch}, options)[0][0]
        except self._failure as error:
            if options.terminate:
                raise ReadingInterruptedError from error
            raise
        return out[:, : -(-height // STRIDE), : -(-width // STRIDE)]

    def interrupt(self) -> None:
        """Make the call that is under way on another thread raise `ReadingInterruptedError`, within milliseconds."""
        self._options.terminate = True


def _padded(pixels: Pixels) -> Pixels:
    """Continue the picture's last row and column up to what the net can take: an edge there would look like a frame."""
    below, beside = (-side % COARSEST for side in pixels.shape[:2])
    return np.pad(pixels, ((0, below), (0, beside), (0, 0)), mode="edge")
