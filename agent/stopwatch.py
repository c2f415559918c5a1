"""Measures the phases of a step."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from agent.step import Timings


class Stopwatch:
    """Adds up the seconds spent in each phase, named as the fields of `Timings`. No second counts to two phases."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._within = 0.0

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count the body's duration to a phase, also when it raises, without the phases inside it."""
        started, within_outer = time.perf_counter(), self._within
        self._within = 0.0
        try:
            yield
        finally:
            whole = time.perf_counter() - started
            self._seconds[name] = self._seconds.get(name, 0.0) + whole - self._within
            self._within = within_outer + whole

    def timings(self) -> Timings:
        """Return what was measured so far."""
        return Timings(**self._seconds)
