"""Waiting for a quiet screen, on frames that a clock of its own plays."""

import time
from collections.abc import Callable

import numpy as np
import pytest

from agent.errors import Stopped
from agent.screen import Frame
from agent.settle import Patience, differs, is_busy, settle

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


def test_a_screen_that_stays_the_same_is_unchanged() -> None:
    settled = settle(blank(), blank, time.sleep, QUICK)
    assert (settled.changed, settled.quiet) == (False, True)


def test_a_change_is_waited_for_until_it_rests() -> None:
    counter = iter(range(1, 1_000_000))
    moving = (0.15, lambda: blank(next(counter)))
    started = time.monotonic()
    settled = settle(blank(), played(moving, (9, lambda: blank(7))), time.sleep, QUICK)
    assert settled.changed
    assert settled.quiet
    assert time.monotonic() - started >= 0.15 + QUICK.quiet


def test_a_blinking_caret_neither_holds_nor_counts() -> None:
    flip = iter(range(1_000_000))
    settled = settle(blank(), lambda: with_patch(100, 100, 2, 20) if next(flip) % 2 else blank(), time.sleep, QUICK)
    assert (settled.changed, settled.quiet) == (False, True)


def test_a_small_spinner_does_not_hold() -> None:
    turn = iter(range(1, 1_000_000))
    settled = settle(blank(), lambda: with_patch(64, 64, 64, 64, next(turn)), time.sleep, QUICK)
    assert settled.quiet


def test_a_screen_that_never_rests_is_left_at_the_cap() -> None:
    counter = iter(range(1, 1_000_000))
    settled = settle(blank(), lambda: blank(next(counter)), time.sleep, QUICK)
    assert (settled.changed, settled.quiet) == (True, False)


def test_a_stop_ends_the_wait() -> None:
    def stopped(_seconds: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        settle(blank(), blank, stopped, QUICK)


def test_one_typed_letter_is_a_change() -> None:
    assert differs(blank(), with_patch(100, 100, 7, 12))


def test_a_menu_makes_the_screen_busy() -> None:
    assert is_busy(blank(), with_patch(10, 10, 200, 300))


def test_a_screen_of_another_size_differs() -> None:
    assert differs(blank(), np.zeros((10, 10), np.uint32))
    assert is_busy(blank(), np.zeros((10, 10), np.uint32))
