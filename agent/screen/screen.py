"""The eyes: screenshots of a monitor, of the whole desktop or of one window, each with its geometry.

The only module that touches mss. Frames for comparing are raw; images for the model are RGB.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TypeAlias

import numpy as np
from mss import MSS, ScreenShotError
from mss.screenshot import ScreenShot
from mss.tools import to_png
from numpy.typing import NDArray
from PIL import Image

from actions.geometry import Rect, View
from agent.errors import DesktopError
from agent.step import Observation
from model.base import COVER

Frame: TypeAlias = NDArray[np.uint32]
"""One screenshot's pixels, shape (height, width), 0x00RRGGBB."""

PixelArea: TypeAlias = tuple[int, int, int, int]
"""A part of a frame in its pixels: left, top, right and bottom; the last two are one past the end."""

_MOMENT = 0.03  # seconds: a frame of most screens is on for half as long
_COLOUR = np.uint32(0x00FFFFFF)
_COVER = np.uint32(COVER[0] << 16 | COVER[1] << 8 | COVER[2])

Covers: TypeAlias = Callable[[], Iterable[Rect]]
"""Says which parts of the desktop (pointer units) are to be grey in every screenshot. Called on the run's thread."""


def nothing_covered() -> tuple[Rect, ...]:
    """Cover nothing."""
    return ()


@dataclass(frozen=True)
class Monitor:
    """A monitor by its number from 1; 0 is the whole desktop."""

    number: int = 1


@dataclass(frozen=True)
class Window:
    """One window: functions that say where it is now, since windows move, and that bring it to the front."""

    locate: Callable[[], Rect]
    raise_to_front: Callable[[], None] = lambda: None


class Screen:
    """Captures what the source shows, without what `covers` hides (a front end's own windows).

    Raises `DesktopError` without a display or when the source is gone.
    """

    def __init__(self, source: Monitor | Window | None = None, covers: Covers = nothing_covered) -> None:
        require_display()
        try:
            self._mss = MSS()
            self._monitors = _rects(self._mss)
        except ScreenShotError as error:
            display = os.environ.get("DISPLAY", "")
            raise DesktopError(f"The screen {display} cannot be captured: {error}.".replace("  ", " ")) from error
        self._source, self._covers = source or Monitor(), covers
        self.covered: tuple[PixelArea, ...] = ()  # what the newest capture does not show
        self._newest: tuple[float, Frame] | None = None
        if isinstance(self._source, Monitor) and not 0 <= self._source.number < len(self._monitors):
            numbers = ", ".join(f"{n} ({m.width}x{m.height})" for n, m in enumerate(self._monitors[1:], 1))
            raise DesktopError(f"There is no monitor {self._source.number}; there is {numbers}, and 0 for all of them.")

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ScreenShotError):  # the display may have closed before
            self._mss.close()

    @property
    def view(self) -> View:
        """What a screenshot taken now would show."""
        if isinstance(self._source, Monitor):
            rect = self._monitors[self._source.number]
        else:
            rect = self._on_screen(self._source.locate())
        return View(rect, self._monitors[1:])

    def observe(self) -> tuple[Observation, Frame]:
        """Capture once; return the observation and the same pixels as a frame for comparing."""
        self._look_for_monitors()
        if isinstance(self._source, Window):
            self._source.raise_to_front()
        view = self.view
        shot = self._grab(view.rect)
        image = Image.frombuffer("RGB", shot.size, shot.raw, "raw", "BGRX", 0, 1)
        return Observation(image, view), _frame(shot)

    def frame(self) -> Frame:
        """Capture for comparing only."""
        frame = _frame(self._grab(self.view.rect))
        self._newest = time.monotonic(), frame
        return frame

    def frame_and_covers(self) -> tuple[Frame, tuple[PixelArea, ...]]:
        """Capture for comparing only; return also what was covered."""
        return self.frame(), self.covered

    def recent_frame_and_covers(self) -> tuple[Frame, tuple[PixelArea, ...]]:
        """Return the last capture for comparing if it shows the screen of this moment, or else capture."""
        if self._newest and time.monotonic() - self._newest[0] < _MOMENT:
            return self._newest[1], self.covered
        return self.frame_and_covers()

    def _on_screen(self, window: Rect) -> Rect:
        if shown := window.intersection(self._monitors[0]):
            return shown
        raise DesktopError(
            "The window that the run is bound to lies outside the screen: move it back, and start again."
        )

    def _look_for_monitors(self) -> None:
        """Learn which monitors there are now: people unplug them, and mss looks only once."""
        with _capturing():
            with MSS() as fresh:
                monitors = _rects(fresh)
            if monitors == self._monitors:
                return
            if isinstance(self._source, Monitor):
                self._source = _same_monitor(self._source, self._monitors, monitors)
            self._mss.close()
            self._mss, self._monitors = MSS(), monitors  # the old one captures no more than there was

    def _grab(self, rect: Rect) -> ScreenShot:
        area = {"left": rect.x, "top": rect.y, "width": rect.width, "height": rect.height}
        with _capturing():
            shot = self._mss.grab(area)
        hidden = (cover.intersection(rect) for cover in self._covers())
        self.covered = tuple(pixel_area(shot.size, rect, part) for part in hidden if part)
        for covered in self.covered:
            _paint_out(shot, covered)
        return shot


@contextmanager
def _capturing() -> Iterator[None]:
    """Say that the display went away; mss raises, or asserts that it answers."""
    try:
        yield
    except (ScreenShotError, AssertionError) as error:
        raise DesktopError(f"The screen cannot be captured any more: {error}") from error


def _rects(mss: MSS) -> tuple[Rect, ...]:
    """Return the whole desktop and then each monitor."""
    return tuple(Rect(m["left"], m["top"], m["width"], m["height"]) for m in mss.monitors)


def _same_monitor(source: Monitor, before: tuple[Rect, ...], now: tuple[Rect, ...]) -> Monitor:
    """Return the source among the monitors that there are now, whose numbers may have changed."""
    rect = before[source.number]
    if source.number == 0 or rect in now[1:]:
        return Monitor(now.index(rect, 1) if source.number else 0)
    if len(now) == len(before):  # its resolution or place changed
        return source
    raise DesktopError(
        f"Monitor {source.number} ({rect.width}x{rect.height}) is gone. Plug it in again, or choose another one, and "
        "start again."
    )


def pixel_area(size: tuple[int, int], shown: Rect, part: Rect) -> PixelArea:
    """Return where a part of what is shown lies in its frame; some have more pixels than pointer units."""
    scale = size[0] / shown.width
    left, right = (round((x - shown.x) * scale) for x in (part.x, part.right))
    top, bottom = (round((y - shown.y) * scale) for y in (part.y, part.bottom))
    return left, top, right, bottom


def _paint_out(shot: ScreenShot, area: PixelArea) -> None:
    """Turn an area of the screenshot grey."""
    pixels: Frame = np.frombuffer(shot.raw, "<u4").reshape(shot.height, shot.width)
    left, top, right, bottom = area
    pixels[top:bottom, left:right] = _COVER


def _frame(shot: ScreenShot) -> Frame:
    pixels: Frame = np.frombuffer(shot.raw, "<u4").reshape(shot.height, shot.width)
    pixels &= _COLOUR  # the fourth byte is undefined on some drivers; in place, since another 8 MB cost more than this
    return pixels


def picture(frame: Frame) -> Image.Image:
    """Return a frame as an observation shows it."""
    height, width = frame.shape
    return Image.frombuffer("RGB", (width, height), np.ascontiguousarray(frame), "raw", "BGRX", 0, 1)


def png(image: Image.Image) -> bytes:
    """Return an RGB image as PNG, three times as fast as Pillow writes it and no larger."""
    data = to_png(image.tobytes(), image.size, level=1)
    assert data is not None, "it is returned where no file is named"
    return data


def require_display() -> None:
    """Raise `DesktopError` where no display can be operated."""
    if not sys.platform.startswith("linux"):
        return
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
        raise DesktopError(
            "This is a Wayland session: it lets no program see the whole screen or send input to other windows, so "
            "nothing here can be operated. `--display virtual` works, and so does a login session on Xorg."
        )
    if not os.environ.get("DISPLAY"):
        raise DesktopError("There is no display: run this in a desktop session, or use `--display virtual`.")
