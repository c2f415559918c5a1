"""A limit of seconds that stands still while the person is waited for."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType


class TimeLimit:
    """While entered, calls `reached` on a thread of its own after so many seconds, those in `suspended` not counted."""

    def __init__(self, seconds: float, reached: Callable[[], None]) -> None:
        self._left, self._reached = seconds, reached
        self._timer = threading.Timer(0, reached)
        self._resumed = 0.0

    def __enter__(self) -> "TimeLimit":
        self._resume()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Stand still; only while entered, and not twice at once."""
        self._timer.cancel()
        self._left -= time.monotonic() - self._resumed
        try:
            yield
        finally:
            self._resume()

    def _resume(self) -> None:
        self._resumed = time.monotonic()
        self._timer = threading.Timer(self._left, self._reached)
        self._timer.daemon = True
        self._timer.start()
