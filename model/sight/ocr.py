"""Reads a screen: where its lines of text stand, and what they say. What was read once is not read again.

`read` takes a whole screenshot after the other and looks again only at what changed; `boxes` and `read_boxes` look at a
small part of one; `ahead` reads a screen before anybody asks, and gives way to whoever does. Knows nothing of goals or
of what the text is for. The native code runs on a thread of its own, so that a stop is obeyed at once.
"""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from threading import Event, Lock
from typing import Any, Protocol, TypeVar, TypeVarTuple

import numpy as np
from PIL import Image

from model.base import GenerationStopped
from model.sight.engine import Engine, Pixels, ReadingInterruptedError, Recognition
from model.sight.page import Page, Part, crop
from model.sight.parts import is_blank, parts
from model.sight.rows import in_reading_order
from model.sight.text_line import PixelBox, TextLine

_BATCH = 6  # crops read at once; a batch takes about 0.1 s
_LEAST_SCORE = 0.5  # below this, icons pass for letters
_REMEMBERED = 5000  # crops whose text is kept
_GLANCE = 0.05  # seconds between two looks at the stop
_QUIET = 0.03  # seconds in which nobody asks for anything, before reading ahead goes on
_ROWS_AHEAD = 96  # pixels that are looked at ahead in one go

_Args = TypeVarTuple("_Args")
_Result = TypeVar("_Result")


class _NotWantedError(Exception):
    """Nobody wants to know any more what is read ahead."""


class TextEngine(Protocol):
    """What finds lines in pixels and reads them: `Engine`, or a test's stand-in."""

    def detect(self, image: Pixels) -> list[PixelBox]:
        """Return the boxes of the lines of text."""

    def recognise(self, crops: Sequence[Pixels]) -> list[Recognition]:
        """Read crops of one line each."""

    def interrupt(self) -> None:
        """Make the call that is under way on another thread raise `ReadingInterruptedError`."""


class Ocr:
    """One reader for all of a process. The models are loaded by the first read.

    Calls come from one thread at a time, but for `ahead`, which has a thread of its own. Every other reading raises
    `GenerationStopped` within some 0.1 s after `stop` is set, and all raise `ModelError` where the models are missing.
    """

    def __init__(self, load: Callable[[], TextEngine] = Engine) -> None:
        self._load = load
        self._engine: TextEngine | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ocr")
        self._known: dict[bytes, Recognition] = {}
        self._page = Page()
        self._turn = Lock()  # who reads: somebody who asked, or nobody
        self._asking, self._asked = 0, 0.0
        self._ahead: Future[Any] | None = None
        self._closed = False

    def turn_to(self, pixels: Pixels) -> None:
        """Show the newest screen, before it is asked about; what has not changed stays known."""
        with self.in_front():
            self._page.turn_to(pixels)

    def read(self, image: Image.Image, stop: Event | None = None) -> list[TextLine]:
        """Return the lines of a whole screenshot in reading order."""
        stop, pixels = stop or Event(), as_pixels(image)
        with self.in_front():
            return in_reading_order(self.read_boxes(pixels, self.find_lines(pixels, stop), stop))

    def find_lines(self, pixels: Pixels, stop: Event) -> list[PixelBox]:
        """Return where lines of text stand on a whole screenshot, in no promised order."""
        with self.in_front():
            self._page.turn_to(pixels)
            while part := self._page.next_part():
                self._page.learn(part, self._find(pixels, part.area, stop))
            return list(self._page.boxes)

    def boxes(self, pixels: Pixels, area: PixelBox, stop: Event, at: PixelBox | None = None) -> list[PixelBox]:
        """Return where lines of text stand in an area, in the whole picture's pixels.

        Lines that were found before are whole, also where they reach beyond the area. If something stands `at` what
        matters most, and none of them, it is looked at again.
        """
        with self.in_front():
            known = self._page.boxes_in(pixels, area)
            if known and (at is None or any(box.overlaps(at) for box in known) or is_blank(pixels, at)):
                return known
            return self._find(pixels, area, stop)

    def read_boxes(self, pixels: Pixels, boxes: Sequence[PixelBox], stop: Event) -> list[TextLine]:
        """Return what stands in boxes of one line each; those that hold no text are left out."""
        with self.in_front():
            crops = [self._page.crop(pixels, box) for box in boxes]
            digests = [digest_of(crop) for crop in crops]
            self._read_new(dict(zip(digests, crops, strict=True)), stop)
        lines = [_place(self._known[digest], box) for digest, box in zip(digests, boxes, strict=True)]
        return [line for line in lines if line.text and line.score >= _LEAST_SCORE]

    def ahead(self, wanted: Callable[[], bool]) -> Iterator[None]:
        """Read the newest screen in small steps, when nobody else is reading and for as long as it is wanted."""
        with suppress(_NotWantedError):
            while part := self._page.next_part(_ROWS_AHEAD):
                self._look_ahead(part, wanted)
                yield
            while self._page.unread:
                self._read_line_ahead(self._page.unread[0], wanted)
                yield

    @contextmanager
    def in_front(self) -> Iterator[None]:
        """Have the native code for who asks: what is read ahead is broken off, and waits."""
        with self._turn:
            self._asking += 1
        self.give_way()
        try:
            yield
        finally:
            with self._turn:
                self._asking, self._asked = self._asking - 1, time.monotonic()

    @property
    def is_reading_ahead(self) -> bool:
        """Whether something is read at this moment that nobody asked for."""
        return self._ahead is not None and not self._ahead.done()

    def give_way(self) -> None:
        """Break off what is read ahead."""
        with self._turn:
            under_way = self._ahead
        if under_way and not under_way.done() and not under_way.cancel() and self._engine:
            self._engine.interrupt()

    def close(self) -> None:
        """Free the models. A closed reader reads no more."""
        with self._turn:
            self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._engine = None
        self._known.clear()

    def _find(self, pixels: Pixels, area: PixelBox, stop: Event) -> list[PixelBox]:
        return _moved(self._unless_stopped(stop, self._detect, crop(pixels, area)), area)

    def _look_ahead(self, part: Part, wanted: Callable[[], bool]) -> None:
        """Find the lines of a part, looking further around where one is cut."""
        turned = self._page.turned
        found = self._find_ahead(part.area, wanted)
        if any(part.cuts(box) for box in found):
            found = self._find_ahead(part.widened().area, wanted)
        with self._turn:
            if self._page.turned == turned and not self._asking:
                self._page.learn(part, found)

    def _read_line_ahead(self, box: PixelBox, wanted: Callable[[], bool]) -> None:
        """Read the words of one line."""
        turned, pixels = self._page.turned, self._page.pixels
        for words in self._when_quiet(wanted, parts, pixels, box):
            shown = crop(pixels, words)
            if (digest := digest_of(shown)) not in self._known:
                self._known[digest] = self._when_quiet(wanted, self._recognise, [shown])[0]
        with self._turn:
            if self._page.turned == turned:
                self._page.unread.remove(box)

    def _find_ahead(self, area: PixelBox, wanted: Callable[[], bool]) -> list[PixelBox]:
        """Return the lines in an area, looking only where anything stands."""
        pixels, places = self._page.pixels, self._page.inked(area)
        found = [(self._when_quiet(wanted, self._detect, crop(pixels, place)), place) for place in places]
        return [box for boxes, place in found for box in _moved(boxes, place)]

    def _detect(self, image: Pixels) -> list[PixelBox]:
        return self._loaded().detect(image)

    def _recognise(self, crops: list[Pixels]) -> list[Recognition]:
        return self._loaded().recognise(crops)

    def _loaded(self) -> TextEngine:
        """Return the engine, on the native code's thread."""
        if self._closed:
            raise ReadingInterruptedError
        if self._engine is None:
            self._engine = self._load()
        return self._engine

    def _read_new(self, crops: dict[bytes, Pixels], stop: Event) -> None:
        """Read the crops that are not known yet, alike widths together: a batch is as wide as its widest."""
        if len(self._known) > _REMEMBERED:
            self._known = {digest: self._known[digest] for digest in crops if digest in self._known}
        new = sorted(crops.keys() - self._known.keys(), key=lambda digest: _width_to_height(crops[digest]))
        for first in range(0, len(new), _BATCH):
            batch = new[first : first + _BATCH]
            read = self._unless_stopped(stop, self._recognise, [crops[digest] for digest in batch])
            self._known.update(zip(batch, read, strict=True))

    def _when_quiet(self, wanted: Callable[[], bool], call: Callable[[*_Args], _Result], *args: *_Args) -> _Result:
        """Return what the call returns, begun when nobody else reads, and again where it had to give way."""
        while wanted():
            with self._turn:
                if self._closed:
                    break
                busy = _QUIET if self._asking else self._asked + _QUIET - time.monotonic()
                future = None if busy > 0 else self._thread.submit(call, *args)
                self._ahead = future
            if future is None:
                time.sleep(busy)
                continue
            with suppress(CancelledError, ReadingInterruptedError):
                return future.result()
        raise _NotWantedError

    def _unless_stopped(self, stop: Event, call: Callable[[*_Args], _Result], *args: *_Args) -> _Result:
        """Return what the call returns, or leave it as soon as `stop` is set."""
        future = self._thread.submit(call, *args)
        while not stop.is_set():
            if wait([future], timeout=_GLANCE).done:
                return future.result()
        if not future.cancel() and self._engine:
            self._engine.interrupt()
        raise GenerationStopped


def as_pixels(image: Image.Image) -> Pixels:
    """Return a picture in the form that reading takes."""
    import cv2  # 20 MB, which a process that never looks need not have

    return np.asarray(cv2.cvtColor(np.asarray(image.convert("RGB")), cv2.COLOR_RGB2BGR), np.uint8)


def _moved(boxes: Sequence[PixelBox], area: PixelBox) -> list[PixelBox]:
    return [box.moved(area.x1, area.y1) for box in boxes if box.x2 > box.x1 and box.y2 > box.y1]


def digest_of(pixels: Pixels) -> bytes:
    """Return what tells pictures apart; processors have the algorithm built in."""
    digest = hashlib.sha256(repr(pixels.shape).encode())
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.digest()


def _width_to_height(crop: Pixels) -> float:
    return float(crop.shape[1] / crop.shape[0])


def _place(read: Recognition, box: PixelBox) -> TextLine:
    centres = tuple(box.x1 + x * (box.x2 - box.x1) for x in read.centres)
    return TextLine(read.text, box, read.score, centres)
