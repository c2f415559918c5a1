"""What the agent sent, so that its own events can be told from the person's.

The display reports both alike. An event is the agent's when one of its kind was sent shortly before and has not
been seen since; a pointer position is the agent's when it was sent there.
"""

import threading
import time
from collections import deque
from collections.abc import Callable

from actions.input.gate import Input

_REMEMBERED_SECONDS = 1.0
_TREMOR = 3  # pointer units: a table that is bumped is no takeover


class SentInputs:
    """The events sent in the last second that the display has not yet reported back."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._pending: deque[tuple[float, Input]] = deque()
        self._positions: deque[tuple[float, tuple[int, int]]] = deque()
        self._pointer: tuple[int, int] | None = None

    def note(self, kind: Input, at: tuple[int, int] | None = None) -> None:
        """Remember an event that is about to be sent."""
        with self._lock:
            if kind is Input.MOVE and at is not None:
                self._positions.append((self._now(), at))
                self._pointer = at
            else:
                self._pending.append((self._now(), kind))

    def is_own_event(self, kind: Input) -> bool:
        """Say whether a reported event is the agent's, and if so count it as seen."""
        with self._lock:
            self._forget_old()
            for entry in self._pending:
                if entry[1] is kind:
                    self._pending.remove(entry)
                    return True
            return False

    def awaits(self, kind: Input) -> bool:
        """Say whether an event of the kind was sent and has not been reported back."""
        with self._lock:
            return any(entry[1] is kind for entry in self._pending)

    def is_own_position(self, at: tuple[int, int]) -> bool:
        """Say whether the agent put the pointer there; before its first move, every position is its own."""
        with self._lock:
            self._forget_old()
            if self._pointer is None:
                self._pointer = at
            return any(_near(at, known) for known in (self._pointer, *(p for _, p in self._positions)))

    def _forget_old(self) -> None:
        oldest = self._now() - _REMEMBERED_SECONDS
        for entries in (self._pending, self._positions):
            while entries and entries[0][0] < oldest:
                entries.popleft()


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return abs(one[0] - other[0]) <= _TREMOR and abs(one[1] - other[1]) <= _TREMOR
