"""Measures the phases of a step."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from agent.step import Timings


class Stopwatch:
    """Adds up the seconds spent in each phase, named as the fields of `Timings`."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count the body's duration to a phase, also when it raises."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + time.perf_counter() - started

    def timings(self) -> Timings:
        """Return what was measured so far."""
        return Timings(**self._seconds)
