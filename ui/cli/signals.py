"""Ctrl+C and a polite kill, heard from the first moment of the command to its last.

A thread of its own hears them, so that they are heard while the main one is inside a model's native code, and so that
nothing is raised in the middle of whatever that does: no import breaks off halfway, and no traceback is shown.
"""

import atexit
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # nothing is imported before signals are heard
    from agent.control.run_control import RunControl

STOPPED = 3
"""The exit code of a command that the user stopped."""

_END_SECONDS = 0.5
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_SHOW_CURSOR = "\x1b[?25h\n"


class Interrupts:
    """What a signal does: it stops the run; without one, or a second time, it ends the process."""

    def __init__(self) -> None:
        self._control: RunControl | None = None
        self._stopped_at = 0.0

    def listen(self) -> None:
        """Hear signals from now on. Called once, on the main thread."""
        heard, told = os.pipe()
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, _leave_to_the_thread)
            # Last of all the interpreter gives signals their defaults back, and they would end it with their own codes.
            atexit.register(signal.signal, number, signal.SIG_IGN)
        threading.Thread(target=self._hear, args=[heard], name="signals", daemon=True).start()

    @contextmanager
    def stopping(self, control: "RunControl") -> Iterator[None]:
        """Let signals stop a run, in place of ending the process."""
        self._control = control
        try:
            yield
        finally:
            self._control = None

    def _hear(self, heard: int) -> None:
        while number := os.read(heard, 1):
            if signal.getsignal(number[0]) is _leave_to_the_thread:  # a front end may have a way of its own
                self._on_signal()

    def _on_signal(self) -> None:
        if self._control is None:
            _end_process()
        elif not self._stopped_at:
            self._stopped_at = time.monotonic()
            self._control.stop()
        else:  # a run that can end by itself does so meanwhile, and releases what it holds
            time.sleep(max(0.0, self._stopped_at + _END_SECONDS - time.monotonic()))
            _end_process()


def _end_process() -> None:
    if sys.stdout.isatty():
        os.write(sys.stdout.fileno(), _SHOW_CURSOR.encode())  # a progress bar hides it
    os._exit(STOPPED)


def _leave_to_the_thread(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing, where Python would raise `KeyboardInterrupt`."""


interrupts = Interrupts()
"""The process's own: signals are the process's, and the command line its only owner."""
