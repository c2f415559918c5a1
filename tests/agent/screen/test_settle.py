"""Waiting for a quiet screen, on frames that a clock of its own plays."""

import time
from collections.abc import Callable
from itertools import chain, repeat

import numpy as np
import pytest

from agent.errors import Stopped
from agent.screen.motion import Motion
from agent.screen.screen import Frame
from agent.screen.settle import Patience, Settled, settle
from agent.screen.tiles import changed_tiles

SHAPE = (480, 640)
QUICK = Patience(first_change=0.06, quiet=0.04, at_most=0.5, interval=0.005)


def blank(value: int = 0) -> Frame:
    return np.full(SHAPE, value, np.uint32)


def with_patch(x: int, y: int, width: int, height: int, value: int = 255) -> Frame:
    frame = blank()
    frame[y : y + height, x : x + width] = value
    return frame


def played(*scenes: tuple[float, Callable[[], Frame]]) -> Callable[[], Frame]:
    """Show each scene until its second; the last one stays."""
    started = time.monotonic()

    def capture() -> Frame:
        elapsed = time.monotonic() - started
        return next((scene() for until, scene in scenes if elapsed < until), scenes[-1][1]())

    return capture


def settled_after(before: Frame, capture: Callable[[], Frame], pause: Callable[[float], None] = time.sleep) -> Settled:
    return settle(Motion(before, now=LongAgo()), lambda: (capture(), ()), pause, QUICK)


class LongAgo:
    """A clock for which the screen was still for long before the first look at it after an action."""

    def __init__(self) -> None:
        self._asked = 0

    def __call__(self) -> float:
        self._asked += 1
        return time.monotonic() - (1000 if self._asked == 1 else 0)


def test_a_screen_that_stays_the_same_is_unchanged() -> None:
    settled = settled_after(blank(), blank)
    assert (settled.changed, settled.quiet) == (False, True)


def test_a_change_is_waited_for_until_it_rests() -> None:
    counter = iter(range(1, 1_000_000))
    moving = (0.15, lambda: blank(next(counter)))
    started = time.monotonic()
    settled = settled_after(blank(), played(moving, (9, lambda: blank(7))))
    assert settled.changed
    assert settled.quiet
    assert time.monotonic() - started >= 0.15 + QUICK.quiet


def test_a_blinking_caret_neither_holds_nor_counts() -> None:
    flip = iter(range(1_000_000))
    settled = settled_after(blank(), lambda: with_patch(100, 100, 2, 20) if next(flip) % 2 else blank())
    assert (settled.changed, settled.quiet) == (False, True)


def test_a_small_spinner_does_not_hold() -> None:
    turn = iter(range(1, 1_000_000))
    settled = settled_after(blank(), lambda: with_patch(64, 64, 64, 64, next(turn)))
    assert settled.quiet


def test_a_screen_that_never_rests_is_left_at_the_cap() -> None:
    counter = iter(range(1, 1_000_000))
    settled = settled_after(blank(), lambda: blank(next(counter)))
    assert (settled.changed, settled.quiet) == (True, False)


def test_a_stop_ends_the_wait() -> None:
    def stopped(_seconds: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        settled_after(blank(), blank, stopped)


def test_a_screen_that_was_left_alone_is_quiet_at_once() -> None:
    frames = iter([blank()])
    patience = Patience(first_change=0.0, rested=1.0)
    settled = settle(Motion(blank(), now=LongAgo()), lambda: (next(frames), ()), time.sleep, patience)
    assert (settled.changed, settled.quiet) == (False, True)


def test_what_changed_while_it_was_left_alone_is_waited_for() -> None:
    frames = iter([blank(1), blank(2), *[blank(3)] * 20])
    patience = Patience(first_change=0.0, quiet=0.04, interval=0.005, rested=1.0)
    settled = settle(Motion(blank(), now=LongAgo()), lambda: (next(frames), ()), time.sleep, patience)
    assert (settled.changed, settled.quiet) == (True, True)


def test_one_typed_letter_is_a_change() -> None:
    assert changed_tiles(blank(), with_patch(100, 100, 7, 12)).any()


def test_a_screen_of_another_size_is_a_change() -> None:
    settled = settled_after(blank(), lambda: np.zeros((100, 100), np.uint32))
    assert (settled.changed, settled.quiet) == (True, True)


def shown_while_settling(*frames: Frame) -> list[Frame]:
    """Return what is shown of frames that come one after the other; the last one stays."""
    shown: list[Frame] = []
    coming = chain(frames, repeat(frames[-1]))
    settle(Motion(blank(), now=LongAgo()), lambda: (next(coming), ()), time.sleep, QUICK, shown.append)
    return shown


def test_what_has_just_come_to_rest_is_shown_once() -> None:
    came = with_patch(0, 0, 320, 240)
    (shown,) = shown_while_settling(blank(), came, came)
    assert shown is came


def test_each_rest_is_shown_before_the_last() -> None:
    first, last = with_patch(0, 0, 320, 240), with_patch(0, 0, 640, 480)
    shown = shown_while_settling(first, first, last, last)
    assert [frame is first for frame in shown] == [True, False]


def test_a_screen_that_nothing_changed_is_not_shown() -> None:
    assert not shown_while_settling(blank())
