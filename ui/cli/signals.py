"""Ctrl+C and a polite kill are stops."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from agent.control import RunControl


@contextmanager
def stop_on_signals(control: RunControl) -> Iterator[None]:
    """Let Ctrl+C and a polite kill stop the run; a second Ctrl+C interrupts whatever still goes on."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if control.stopped.is_set():
            raise KeyboardInterrupt
        control.stop()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
