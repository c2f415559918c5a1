"""Where a step's time goes."""

import time
from contextlib import suppress

from agent.stopwatch import Stopwatch


def test_a_phase_inside_another_is_counted_once() -> None:
    watch = Stopwatch()
    started = time.perf_counter()
    with watch.phase("act"):
        for _ in range(2):
            with watch.phase("ask"):
                time.sleep(0.02)
    whole = time.perf_counter() - started
    times = watch.timings()
    assert times.ask >= 0.04
    assert times.act < 0.02
    assert times.ask + times.act <= whole


def test_a_phase_that_raises_is_counted_too() -> None:
    watch = Stopwatch()
    with suppress(ValueError), watch.phase("ask"):
        time.sleep(0.01)
        raise ValueError
    assert watch.timings().ask >= 0.01
