"""The controls on a screenshot or a part of one, found by their looks: kind, place, state. Reads no words.

Of a checkbox and a radio button the box is what is ticked, without the words beside it; a toggle switch counts as a
checkbox. A row is that of a list, a tree or a table without lines between its cells; where there are lines, cells are
found. Whoever keeps what was found may show a changed part alone, with some pixels around it: a control cannot be told
from its middle.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from threading import Event
from typing import Protocol

from model.base import GenerationStopped
from model.sight.controls.decode import decode
from model.sight.controls.mark import free_mark
from model.sight.controls.net import ControlNet, Planes
from model.sight.controls.once import once
from model.sight.controls.snap import Snapper
from model.sight.element import Element, Kind
from model.sight.engine import Pixels, ReadingInterruptedError

_GLANCE = 0.02  # seconds between two looks at the stop
_SMALLEST = 8  # pixels: less holds no control
_FREE = frozenset((Kind.CHECKBOX, Kind.RADIO))


class PlaneSource(Protocol):
    """What looks at a picture: `ControlNet`, or a test's stand-in."""

    def planes(self, pixels: Pixels) -> Planes:
        """Return the net's planes for a picture."""

    def interrupt(self) -> None:
        """Make the call that is under way on another thread raise `ReadingInterruptedError`."""


class Controls:
    """One finder for all of a process; the net is loaded by the first look. Calls come from one thread at a time."""

    def __init__(self, load: Callable[[], PlaneSource] = ControlNet) -> None:
        self._load = load
        self._net: PlaneSource | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="controls")

    def find(self, pixels: Pixels, stop: Event | None = None) -> list[Element]:
        """Return the controls on a picture, shape (height, width, 3), blue first; the surest first.

        Raises `GenerationStopped` soon after `stop` is set, and `ModelError` where the net is missing.
        """
        height, width = pixels.shape[:2]
        if min(height, width) < _SMALLEST:
            return []
        found = decode(self._unless_stopped(stop or Event(), pixels), width, height)
        return once(_in_place(found, pixels))

    def close(self) -> None:
        """Free the net."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._net = None

    def _unless_stopped(self, stop: Event, pixels: Pixels) -> Planes:
        """Look on the thread of the native code, which knows no stop, and wait for the result or for the stop."""
        if stop.is_set():
            raise GenerationStopped
        looking: Future[Planes] = self._thread.submit(self._planes, pixels)
        while not wait([looking], _GLANCE).done:
            if stop.is_set():
                looking.cancel()
                if self._net:
                    self._net.interrupt()
                raise GenerationStopped
        try:
            return looking.result()
        except ReadingInterruptedError as error:
            raise GenerationStopped from error

    def _planes(self, pixels: Pixels) -> Planes:
        if self._net is None:
            self._net = self._load()
        return self._net.planes(pixels)


def _in_place(found: list[Element], pixels: Pixels) -> list[Element]:
    """Put boxes where the pixels say: around free marks, and on the lines that are drawn for all others."""
    snapper = Snapper(pixels)
    return [
        replace(each, box=free_mark(pixels, each.box) if each.kind in _FREE else snapper.snap(each.box))
        for each in found
    ]
