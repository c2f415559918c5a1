"""What stands between the agent and every single input: asked before each, and told of each.

The executor and text entry know only this protocol; stopping and noticing the person live in `agent`.
"""

import time
from enum import Enum
from typing import Protocol


class Input(Enum):
    """The kinds of input that are sent to the display, as a listener sees them come back."""

    KEY_DOWN = "key down"
    KEY_UP = "key up"
    BUTTON = "button"
    SCROLL = "scroll"
    MOVE = "move"


class Gate(Protocol):
    """Asked before each single input. `sending` and `pause` raise when no further input may be sent."""

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Permit one input event that is sent right after.

        `at` is a move's target in pointer units; `name` is that of a button, or of a key that is no part of a text.
        """

    def releasing(self, kind: Input, name: str = "") -> None:
        """Be told that a key or button is let go right after, whatever was forbidden meanwhile."""

    def pause(self, seconds: float) -> None:
        """Sleep, but wake and raise at once when a stop comes."""


class OpenGate:
    """Permits everything: for code that sends input outside a run."""

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Permit."""

    def releasing(self, kind: Input, name: str = "") -> None:
        """Take note of nothing."""

    def pause(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(seconds)
