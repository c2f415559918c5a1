"""The net on onnxruntime: a picture in, the planes of `planes` out. The only file here that knows onnxruntime."""

import os
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.base import ModelError
from model.sight.controls.planes import COARSEST, STRIDE
from model.sight.engine import Pixels, ReadingInterruptedError

Planes: TypeAlias = NDArray[np.float32]
"""Shape (planes, height / 4, width / 4), the sides rounded up."""

FILE = Path(__file__).parent / "controls.onnx"

_FATAL = 4  # onnxruntime's severity
_THREADS = 4


class ControlNet:
    """The net, loaded. Calls come from one thread at a time, but for `interrupt`.

    Raises `ModelError` where onnxruntime or the file is missing.
    """

    def __init__(self, file: Path = FILE) -> None:
        try:
            from onnxruntime import RunOptions
            from onnxruntime.capi.onnxruntime_pybind11_state import Fail
        except ImportError as error:
            raise ModelError(f"Finding controls needs onnxruntime: pip install it ({error}).") from error
        if not file.is_file():
            raise ModelError(f"{file} is missing: install deskhand again, its wheel holds it.")
        self._new_options, self._failure = RunOptions, Fail
        self._options = RunOptions()
        self._session = _session(file)

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


def _session(file: Path) -> Any:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.log_severity_level = _FATAL  # an interrupted call is no error
    options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
    options.enable_cpu_mem_arena = False  # pictures of all sizes would make the arena grow and grow
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
