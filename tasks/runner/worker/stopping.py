"""What ends an attempt before its end: its time is up, or the person at the desktop wants all to end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Timer
from types import FrameType

from agent.control.run_control import RunControl
from agent.endings import LimitReached
from tasks.runner.process import too_long


class StoppedByPerson(Exception):  # noqa: N818 - a wish, not a fault
    """The person at the desktop wants all to end; nothing is said of the task."""


class TimeIsUp(Exception):  # noqa: N818 - a limit, not a fault
    """The attempt has taken too long; the sentence says how long."""


class Stop:
    """Ends what an attempt is doing, whichever of its runs and checks that is, but for the tear-down.

    `event` is set once it is over.
    """

    def __init__(self) -> None:
        self.event = Event()
        self._late = ""
        self._control = RunControl()

    def control(self) -> RunControl:
        """Return the control of the next run: the limit of one stops no other. Raises as `check` does."""
        self._control = RunControl()
        self.check()
        return self._control

    def check(self) -> None:
        """Raise `TimeIsUp` or `StoppedByPerson` where it is over."""
        if self._late:
            raise TimeIsUp(self._late)
        if self.event.is_set():
            raise StoppedByPerson

    @contextmanager
    def limited_to(self, seconds: float | None) -> Iterator[None]:
        """End it after so many seconds, if they are counted here."""
        if seconds is None:
            yield
            return
        timer = Timer(seconds, self._be_late, [seconds])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def heed_polite_kill(self) -> None:
        """End it by itself at SIGTERM: on a person's own desktop no key may stay pressed."""
        signal.signal(signal.SIGTERM, self._end)

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self.event.set()
        self._control.stop()

    def _be_late(self, seconds: float) -> None:
        self._late = too_long(seconds)
        self.event.set()
        self._control.stop(LimitReached(message=self._late))
