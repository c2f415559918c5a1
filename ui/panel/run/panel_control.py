"""The control of a run at the panel, whose buttons a hand has to reach before it can press them, and leaves again.

Moving the mouse is a takeover, and so is the way to a button. What the button means is told here, not by the way: a
pause holds until the person lets go, and the hand that let go may leave before the agent sends anything.
"""

import threading
import time
from collections.abc import Callable

from agent.control.run_control import RunControl

REST_SECONDS = 0.4
"""A hand that has done nothing for so long has left."""

LEAVING_SECONDS = 1.5
"""A hand that goes on for longer does not leave: it takes over."""


class PanelControl(RunControl):
    """Adds to stop and takeover the person's pause, and the hand that leaves a button."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._hand = threading.Lock()
        self._is_held = False
        self._leaves_until = self._leaves_at_most = -1.0

    def hold(self) -> None:
        """Send nothing more until `let_go`, whatever is handed back meanwhile."""
        with self._hand:
            self._is_held = True
            super().person_acted()

    def let_go(self) -> None:
        """Go on after a pause or a takeover, when the hand has left."""
        with self._hand:
            self._is_held = False
        self.let_hand_leave()

    def let_hand_leave(self) -> None:
        """Take what the hand did to press a button, and what it does in leaving it, for no takeover."""
        with self._hand:
            now = self._now()
            self._leaves_until, self._leaves_at_most = now + REST_SECONDS, now + LEAVING_SECONDS
        self.hand_back()

    def hand_back(self) -> None:
        """Let the agent go on after a takeover; the person's own pause stays."""
        with self._hand:
            if not self._is_held:
                super().hand_back()

    def person_acted(self) -> None:
        """Note that the person uses the mouse or the keyboard, unless it is the hand that leaves."""
        with self._hand:
            now = self._now()
            if now < self._leaves_until:
                self._leaves_until = min(now + REST_SECONDS, self._leaves_at_most)
            else:
                super().person_acted()

    def check(self) -> None:
        """Wait for the hand to leave, then raise `Stopped` or `TakenOver` when no input may be sent."""
        while not self.stopped.is_set() and (rest := self._leaves_until - self._now()) > 0:
            self.stopped.wait(rest)
        super().check()
