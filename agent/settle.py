"""Waiting until the screen is quiet, instead of a fixed sleep after each action.

Quiet means: for a short while nothing changed but what is small (a blinking caret, a small spinner). A cap ends the
wait on a screen that never rests.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from agent.screen import Frame

_TILE = 32  # pixels
_SMALL_CHANGE = 16  # tiles: a 128 px spinner, or a caret and a clock
_CARET_WIDTH = 3  # pixels


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds: for a first change, for quiet, and at the most."""

    first_change: float = 0.15
    quiet: float = 0.1
    at_most: float = 3.0
    interval: float = 0.03


@dataclass(frozen=True)
class Settled:
    """How the wait went: whether the screen differs from before the action, and whether it came to rest."""

    changed: bool
    quiet: bool


def settle(
    before: Frame, capture: Callable[[], Frame], pause: Callable[[float], None], patience: Patience | None = None
) -> Settled:
    """Wait until the screen is quiet. `pause` sleeps and may raise to end the wait."""
    patience = patience or Patience()
    started = last_change = time.monotonic()
    changed, previous = False, before
    while True:
        pause(patience.interval)
        current, now = capture(), time.monotonic()
        if is_busy(previous, current):
            last_change = now
        changed = differs(before, current)
        previous = current
        rested = now - last_change >= patience.quiet
        if rested and (changed or now - started >= patience.first_change):
            return Settled(changed, quiet=True)
        if now - started >= patience.at_most:
            return Settled(changed, quiet=False)


def is_busy(one: Frame, other: Frame) -> bool:
    """Say whether more changed than a caret or a small spinner."""
    if one.shape != other.shape:
        return True
    different = one != other
    if not different.any():
        return False
    height, width = (n // _TILE * _TILE for n in different.shape)
    tiles = different[:height, :width].reshape(height // _TILE, _TILE, width // _TILE, _TILE)
    return int(np.count_nonzero(tiles.any(axis=(1, 3)))) > _SMALL_CHANGE


def differs(one: Frame, other: Frame) -> bool:
    """Say whether anything changed beside a caret: one thin upright line."""
    if one.shape != other.shape:
        return True
    columns = (one != other).any(axis=0)
    changed = np.flatnonzero(columns)
    return changed.size > 0 and int(changed[-1] - changed[0]) >= _CARET_WIDTH
