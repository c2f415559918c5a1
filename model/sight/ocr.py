"""Reads a screen: where its lines of text stand, and what they say. What was read once is not read again.

`read` takes a whole screenshot after the other and looks again only at what changed; `boxes` and `read_boxes` look at a
small part of one. Knows nothing of goals or of what the text is for. The native code runs on a thread of its own, so
that a stop is obeyed at once: the caller leaves, and the one small batch under way ends by itself.
"""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from typing import ParamSpec, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.base import GenerationStopped
from model.sight.engine import Engine, Pixels, Recognition
from model.sight.text_line import PixelBox, TextLine, enclosing

_MARGIN = 32  # pixels around a change that are looked at again: a line's neighbourhood tells it from a drawing
_BATCH = 6  # crops read at once; a batch takes about 0.1 s
_LEAST_SCORE = 0.5  # below this, icons pass for letters
_REMEMBERED = 5000  # crops whose text is kept
_GLANCE = 0.05  # seconds between two looks at the stop

_Args = ParamSpec("_Args")
_Result = TypeVar("_Result")


class TextEngine(Protocol):
    """What finds lines in pixels and reads them: `Engine`, or a test's stand-in."""

    def detect(self, image: Pixels) -> list[PixelBox]:
        """Return the boxes of the lines of text."""

    def recognise(self, crops: Sequence[Pixels]) -> list[Recognition]:
        """Read crops of one line each."""


class Ocr:
    """One reader for all of a process; calls come from one thread at a time. The models are loaded by the first read.

    Every reading raises `GenerationStopped` within some 0.1 s after `stop` is set, and `ModelError` where the models
    are missing.
    """

    def __init__(self, load: Callable[[], TextEngine] = Engine) -> None:
        self._load = load
        self._engine: TextEngine | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ocr")
        self._known: dict[bytes, Recognition] = {}
        self._pixels: Pixels | None = None
        self._lines: list[TextLine] = []

    def read(self, image: Image.Image, stop: Event | None = None) -> list[TextLine]:
        """Return the lines of a whole screenshot in reading order."""
        stop = stop or Event()
        pixels = as_pixels(image)
        if self._pixels is None or self._pixels.shape != pixels.shape:
            self._pixels, self._lines = None, []
        areas = _uncut(_changed_areas(self._pixels, pixels), [line.box for line in self._lines])
        kept = [line for line in self._lines if not any(line.box.overlaps(area) for area in areas)]
        boxes = [box for area in areas for box in self.boxes(pixels, area, stop)]
        found = self.read_boxes(pixels, boxes, stop)
        self._pixels, self._lines = pixels, sorted([*kept, *found], key=_reading_order)
        return self._lines

    def boxes(self, pixels: Pixels, area: PixelBox, stop: Event) -> list[PixelBox]:
        """Return where lines of text stand in an area, in the whole picture's pixels."""
        if self._engine is None:
            self._engine = self._unless_stopped(stop, self._load)
        boxes = self._unless_stopped(stop, self._engine.detect, _crop(pixels, area))
        return [box.moved(area.x1, area.y1) for box in boxes if box.x2 > box.x1 and box.y2 > box.y1]

    def read_boxes(self, pixels: Pixels, boxes: Sequence[PixelBox], stop: Event) -> list[TextLine]:
        """Return what stands in boxes of one line each; those that hold no text are left out."""
        crops = [_crop(pixels, box) for box in boxes]
        digests = [hashlib.blake2b(repr(crop.shape).encode() + crop.tobytes()).digest() for crop in crops]
        self._learn(dict(zip(digests, crops, strict=True)), stop)
        lines = [_place(self._known[digest], box) for digest, box in zip(digests, boxes, strict=True)]
        return [line for line in lines if line.text and line.score >= _LEAST_SCORE]

    def close(self) -> None:
        """Free the models. A closed reader reads no more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._engine = None
        self._known.clear()

    def _learn(self, crops: dict[bytes, Pixels], stop: Event) -> None:
        """Read the crops that are not known yet, alike widths together: a batch is as wide as its widest."""
        if len(self._known) > _REMEMBERED:
            self._known = {digest: self._known[digest] for digest in crops if digest in self._known}
        new = sorted(crops.keys() - self._known.keys(), key=lambda digest: _width_to_height(crops[digest]))
        for first in range(0, len(new), _BATCH):
            assert self._engine is not None, "boxes come before reading them"
            batch = new[first : first + _BATCH]
            read = self._unless_stopped(stop, self._engine.recognise, [crops[digest] for digest in batch])
            self._known.update(zip(batch, read, strict=True))

    def _unless_stopped(
        self, stop: Event, call: Callable[_Args, _Result], *args: _Args.args, **kwargs: _Args.kwargs
    ) -> _Result:
        """Return what the call returns, or leave it to itself as soon as `stop` is set."""
        future = self._thread.submit(call, *args, **kwargs)
        while not stop.is_set():
            if wait([future], timeout=_GLANCE).done:
                return future.result()
        future.cancel()
        raise GenerationStopped


def as_pixels(image: Image.Image) -> Pixels:
    """Return a picture in the form that reading takes."""
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])


def _changed_areas(before: Pixels | None, now: Pixels) -> list[PixelBox]:
    """Return boxes, with their margins, around all pixels that differ: one for each band of rows with changes."""
    height, width = now.shape[:2]
    if before is None:
        return [PixelBox(0, 0, width, height)]
    different = (before != now).any(axis=2)
    rows = np.flatnonzero(different.any(axis=1))
    bands = np.split(rows, np.flatnonzero(np.diff(rows) > 2 * _MARGIN) + 1) if rows.size else []
    return [_area_of_band(different, int(band[0]), int(band[-1]) + 1) for band in bands]


def _area_of_band(different: NDArray[np.bool_], top: int, bottom: int) -> PixelBox:
    height, width = different.shape
    columns = np.flatnonzero(different[top:bottom].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    return PixelBox(
        max(left - _MARGIN, 0), max(top - _MARGIN, 0), min(right + _MARGIN, width), min(bottom + _MARGIN, height)
    )


def _uncut(areas: list[PixelBox], lines: list[PixelBox]) -> list[PixelBox]:
    """Widen areas until they cut through no line and none overlaps another."""
    widened: list[PixelBox] = []
    for changed in areas:
        area = changed
        while cut := [box for box in (*lines, *widened) if box.overlaps(area) and not area.contains(box)]:
            area = enclosing([area, *cut])
        widened = [*(other for other in widened if not area.contains(other)), area]
    return widened


def _crop(pixels: Pixels, box: PixelBox) -> Pixels:
    return pixels[int(box.y1) : int(box.y2), int(box.x1) : int(box.x2)]


def _width_to_height(crop: Pixels) -> float:
    return float(crop.shape[1] / crop.shape[0])


def _place(read: Recognition, box: PixelBox) -> TextLine:
    centres = tuple(box.x1 + x * (box.x2 - box.x1) for x in read.centres)
    return TextLine(read.text, box, read.score, centres)


def _reading_order(line: TextLine) -> tuple[int, float]:
    """Rows from the top, each from the left; a row is half a usual line high, for uneven boxes."""
    return round(line.box.centre[1] / 12), line.box.x1
