"""Who may act: the stop, the limit of time and the person's takeover, asked before every single input.

`RunControl` is the gate that the executor passes each event through. Any thread may stop it; nothing is queued, so
a stop takes effect at the very next input, wherever the run is.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from actions.input.gate import Input
from agent.control.sent import SentInputs
from agent.control.time_limit import TimeLimit
from agent.endings import Ending, StoppedByUser
from agent.errors import Stopped, TakenOver


class RunControl:
    """Stop and takeover of one run. Implements `actions.input.gate.Gate`.

    The stop and the takeover are two facts, each with one place, and who pauses waits for either: no order of events
    on several threads can lose the one by undoing the other.
    """

    def __init__(self, sent: SentInputs | None = None) -> None:
        self.stopped = threading.Event()
        self.ending: Ending | None = None
        self.sent = sent or SentInputs()
        self.person_events = 0
        """How often the person has used the mouse or the keyboard: what was known of the focus before may not hold."""
        self._changed = threading.Condition()
        self._taken_over = False
        self._limit: TimeLimit | None = None

    def stop(self, ending: Ending | None = None) -> None:
        """End the run as `ending`; the first reason counts."""
        with self._changed:
            if not self.stopped.is_set():
                self.ending = ending or StoppedByUser(message="You stopped it.")
                self.stopped.set()
                self._changed.notify_all()

    def person_acted(self) -> None:
        """Note that the person uses the mouse or the keyboard: nothing more is sent until `hand_back`."""
        with self._changed:
            self.person_events += 1
            self._taken_over = True
            self._changed.notify_all()

    def hand_back(self) -> None:
        """Let the agent go on after a takeover."""
        with self._changed:
            self._taken_over = False

    @property
    def is_taken_over(self) -> bool:
        """Whether the person holds the desktop."""
        return self._taken_over

    def check(self) -> None:
        """Raise `Stopped` or `TakenOver` when no input may be sent."""
        self.check_stop()
        if self._taken_over:
            raise TakenOver

    def check_stop(self) -> None:
        """Raise `Stopped` once the run is stopped."""
        if self.stopped.is_set():
            raise Stopped

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Permit one input event, and remember it as the agent's own."""
        self.check()
        self.sent.note(kind, at)

    def releasing(self, kind: Input, name: str = "") -> None:
        """Remember a release that nothing prevents as the agent's own."""
        self.sent.note(kind)

    def pause(self, seconds: float) -> None:
        """Sleep, but wake and raise as soon as nothing more may be sent."""
        with self._changed:
            self._changed.wait_for(lambda: self.stopped.is_set() or self._taken_over, seconds)
        self.check()

    def pause_unless_stopped(self, seconds: float) -> None:
        """Sleep where nothing is sent, whatever the person does; raise as soon as the run is stopped."""
        if self.stopped.wait(seconds):
            raise Stopped

    @contextmanager
    def limited_to(self, seconds: float, ending: Ending) -> Iterator[None]:
        """Stop with `ending` after so many seconds, without those that the person is waited for."""
        try:
            with TimeLimit(seconds, partial(self.stop, ending)) as self._limit:
                yield
        finally:
            self._limit = None

    @contextmanager
    def waiting_for_person(self) -> Iterator[None]:
        """Let no time count toward the limit. Called by the run's thread, not twice at once."""
        if self._limit is None:
            yield
            return
        with self._limit.suspended():
            yield
