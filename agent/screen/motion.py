"""Tells what an action changed on the screen from what moves there by itself: a clock, a progress bar, a terminal.

Frames are compared in tiles. What changes while nothing was sent moves by itself, unless it is what an action brought
about late. What changes after an action is the action's where it is near the target or had been still for long. Else
there is doubt, until it moves again as it may have done before, or was still for longer than a clock's second.

Paces nothing and knows no windows.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from agent.screen.screen import Frame, PixelArea
from agent.screen.tiles import Tiles, changed_tiles, checksum, connected, grid, grown, in_areas

SMALL = 16  # tiles: a 128 px spinner, or a caret and a clock

_PERIOD = 1.2  # seconds: a clock's second, with what drawing it takes
_AS_LONG = 0.7  # of a stillness before the action: a pause after it that may be another such stillness
_ONE_CHANGE = 0.1  # seconds that may pass while one change is drawn
_FORGOTTEN = 3.0  # seconds
_NEAR = 2  # tiles


@dataclass(frozen=True)
class Aim:
    """Where an action is to take effect, in a frame's pixels: at points, and in a window, where these are known."""

    points: tuple[tuple[int, int], ...] = ()
    window: PixelArea | None = None


class Motion:
    """Follows a screen through a run: frames while nothing is sent (`look`), and those after an action (`follow`).

    `covers` are the areas of a frame that show nothing of the screen.
    """

    def __init__(
        self, frame: Frame, covers: Iterable[PixelArea] = (), now: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._epoch = 0
        self._begin(frame, covers)

    def _begin(self, frame: Frame, covers: Iterable[PixelArea]) -> None:
        """Begin with a screen of which nothing is known."""
        shape = grid(frame)
        self._frame = self._before = frame
        self._covered = in_areas(covers, shape)
        self._began = self._now()
        self._still_since = np.full(shape, self._began)
        self._moved_at = np.full(shape, -np.inf)  # by itself
        self._moving = np.zeros(shape, np.bool_)
        self._answers = np.zeros(shape, np.bool_)  # its last change was an action's
        self._origin = np.zeros(shape, np.uint32)
        self._left = np.zeros(shape, np.uint32)  # checksums where an action left other than at the origin
        self._acted = self._resized = False
        self.begin_action(Aim())

    @property
    def state(self) -> int:
        """A number that is equal for screens which differ only in what moves by itself."""
        return crc32(self._left.tobytes(), self._epoch)

    @property
    def watched(self) -> float:
        """For how many seconds the screen has been known."""
        return self._now() - self._began

    def look(self, frame: Frame, covers: Iterable[PixelArea] = ()) -> None:
        """Take a further frame; since the last one nothing was sent."""
        previous, now = self._frame, self._now()
        changed = self._advance(frame, covers)
        late = self._late(changed)
        self._leave(late, previous)
        own = changed & ~late
        if not self._acted:
            self._note_moving(own & (now - self._moved_at < _PERIOD))
        self._moved_at[own] = self._still_since[changed] = now
        self._answers &= ~changed
        self._moving &= now - self._moved_at < _FORGOTTEN

    def begin_action(self, aim: Aim) -> None:
        """Prepare for the frames after an action; the newest one is from just before."""
        shape = grid(self._frame)
        self._near = grown(in_areas(((x, y, x + 1, y + 1) for x, y in aim.points), shape), _NEAR)
        self._reach = in_areas([aim.window], shape) if aim.window else np.ones(shape, np.bool_)
        self._before, self._resized = self._frame, False
        self._hidden = self._covered.copy()
        restless = grown(np.isfinite(self._moved_at), 2)
        self._stillness = np.where(restless, 0, self._now() - self._still_since)
        self._doubted = (self._stillness < _PERIOD) & ~self._answers
        self._first_change = np.full(shape, np.inf)
        self._last_change = np.full(shape, -np.inf)
        self._changes = np.zeros(shape, np.bool_)

    def follow(self, frame: Frame, covers: Iterable[PixelArea] = ()) -> int:
        """Take a frame after the action; return how many tiles, moving by nothing known, differ from the last one."""
        self._acted = True
        changed, now = self._advance(frame, covers), self._now()
        self._hidden |= self._covered
        repeated: Tiles = changed & (now - self._first_change >= _ONE_CHANGE)
        self._note_moving(changed & grown(self._moving, 2) & (~self._near | repeated))
        self._note_moving(self._moving_again(changed, now))
        self._first_change[changed] = np.minimum(self._first_change[changed], now)
        self._last_change[changed] = self._moved_at[changed & self._moving] = now
        self._changes = self._differences(self._before) & ~self._moving & ~self._hidden
        return int(np.count_nonzero(changed & ~self._moving)) + self._resized

    @property
    def is_changed(self) -> bool:
        """Whether the screen differs from before the action in more than what moves by itself."""
        return self._resized or bool(self._changes.any())

    @property
    def is_sure(self) -> bool:
        """Whether no further frame could show that what changed moves by itself."""
        in_doubt = self._in_doubt()
        return self._resized or not in_doubt.any() or bool((self._changes & ~in_doubt).any())

    def end_action(self) -> None:
        """Take what changed for the action's; what still moves will be seen to move by itself."""
        now = self._now()
        goes_on = (now - self._last_change < _ONE_CHANGE) & (now - self._first_change >= _ONE_CHANGE)
        unclear = self._in_doubt() | (self._changes & goes_on)
        changes = self._changes & ~unclear
        self._leave(changes, self._before)
        self._answers = (self._answers | changes) & ~unclear
        self._moved_at[unclear] = now
        changed = np.isfinite(self._last_change)
        self._still_since[changed] = self._last_change[changed]
        self._before = self._frame  # one frame is 8 MB on a usual screen

    def _in_doubt(self) -> Tiles:
        young: Tiles = self._now() - self._last_change < _PERIOD
        return self._changes & self._doubted & ~self._near & young

    def _moving_again(self, changed: Tiles, now: float) -> Tiles:
        """Return what changed after the action and shows now that it may have moved like this before.

        What pauses for less than it had been still was set off by the action, and is no longer in doubt.
        """
        drawn = now - self._first_change >= _ONE_CHANGE
        as_before = now - self._last_change >= _AS_LONG * self._stillness
        ripe = drawn & as_before & self._doubted
        again = changed & self._doubted & (ripe | (grown(ripe & ~self._near) & ~self._near))
        self._doubted &= ~(changed & drawn) | as_before
        return connected(again, self._doubted & ((self._changes & ~self._near) | again))

    def _late(self, changed: Tiles) -> Tiles:
        """Return which changes without input are what the last action brought about late.

        Those in its window, where they are more than a clock: large, or near the target; without a target, or
        where nothing moved by itself so far.
        """
        if not self._acted:
            return np.zeros_like(changed)
        late: Tiles = changed & self._reach & ~grown(self._now() - self._moved_at < _FORGOTTEN, 2)
        if self._near.any():
            counts = bool((late & self._near).any()) or int(np.count_nonzero(late)) > SMALL
            return late if counts else np.zeros_like(late)
        restless: Tiles = np.isfinite(self._moved_at)
        return late & ~restless

    def _note_moving(self, tiles: Tiles) -> None:
        self._moving |= tiles
        self._left[tiles] = 0
        self._answers &= ~tiles

    def _leave(self, tiles: Tiles, before: Frame) -> None:
        """Keep how the newest frame differs in these tiles from how they were at first."""
        for row, column in np.argwhere(tiles):
            self._origin[row, column] = self._origin[row, column] or checksum(before, row, column)
            now = checksum(self._frame, row, column)
            self._left[row, column] = 0 if now == self._origin[row, column] else now

    def _advance(self, frame: Frame, covers: Iterable[PixelArea]) -> Tiles:
        """Make the frame the newest; return which tiles differ from the last one, none for a screen of a new size."""
        if frame.shape != self._frame.shape:
            acted, self._epoch = self._acted, self._epoch + 1
            self._begin(frame, covers)
            self._acted, self._resized = acted, True
            return np.zeros_like(self._moving)
        previous, covered = self._frame, self._covered
        self._frame, self._covered = frame, in_areas(covers, grid(frame))
        return self._differences(previous) & ~covered & ~self._covered

    def _differences(self, earlier: Frame) -> Tiles:
        return changed_tiles(earlier, self._frame)
