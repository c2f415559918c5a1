"""Waiting until the screen is quiet, instead of a fixed sleep after each action.

Quiet means: for a short while nothing changed but what moves by itself and what is small (a blinking caret, a small
spinner). A cap ends the wait on a screen that never rests.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from agent.screen.motion import SMALL, Motion
from agent.screen.screen import Frame, PixelArea

Capture: TypeAlias = Callable[[], tuple[Frame, Iterable[PixelArea]]]
"""Returns a frame and the areas of it that show nothing of the screen."""


OnStill: TypeAlias = Callable[[Frame], None]


def nobody_cares(_frame: Frame) -> None:
    """Do nothing with a frame."""


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds: for a first change, for quiet, and at the most.

    `rested` is for how long nothing was sent before.
    """

    first_change: float = 0.15
    quiet: float = 0.1
    at_most: float = 3.0
    interval: float = 0.03
    rested: float = 0.0


@dataclass(frozen=True)
class Settled:
    """How the wait went: whether the action changed the screen, and whether that came to rest."""

    changed: bool
    quiet: bool


def settle(
    motion: Motion,
    capture: Capture,
    pause: Callable[[float], None],
    patience: Patience | None = None,
    on_still: OnStill = nobody_cares,
) -> Settled:
    """Wait after an action until the screen is quiet. `pause` sleeps and may raise to end the wait.

    `on_still` is shown the first frame after each change in which nothing moves: it may be the one that stays.
    """
    patience = patience or Patience()
    started = time.monotonic()
    last_change = started - patience.rested
    is_shown = False
    while True:
        pause(patience.interval)
        frame, covers = capture()
        busy, now = motion.follow(frame, covers) > SMALL, time.monotonic()
        if busy:
            last_change, is_shown = now, False
        elif motion.is_changed and not is_shown:
            on_still(frame)
            is_shown = True
        rested = now - last_change >= patience.quiet
        answered = motion.is_changed or now - started >= patience.first_change
        over = now - started >= patience.at_most
        if over or (rested and answered and motion.is_sure):
            motion.end_action()
            return Settled(motion.is_changed, quiet=rested)
