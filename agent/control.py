"""Who may act: the stop, the limit of time and the person's takeover, asked before every single input.

`RunControl` is the gate that the executor passes each event through. Any thread may stop it; nothing is queued, so
a stop takes effect at the very next input, wherever the run is.
"""

import threading

from actions.gate import Input
from agent.endings import Ending, StoppedByUser
from agent.errors import Stopped, TakenOver
from agent.sent import SentInputs


class RunControl:
    """Stop and takeover of one run. Implements `actions.gate.Gate`."""

    def __init__(self, sent: SentInputs | None = None) -> None:
        self.stopped = threading.Event()
        self.ending: Ending | None = None
        self._interrupted = threading.Event()
        self._taken_over = threading.Event()
        self.sent = sent or SentInputs()

    def stop(self, ending: Ending | None = None) -> None:
        """End the run as `ending`; the first reason counts."""
        if not self.stopped.is_set():
            self.ending = ending or StoppedByUser(message="You stopped it.")
            self.stopped.set()
            self._interrupted.set()

    def person_acted(self) -> None:
        """Note that the person uses the mouse or the keyboard: nothing more is sent until `hand_back`."""
        self._taken_over.set()
        self._interrupted.set()

    def hand_back(self) -> None:
        """Let the agent go on after a takeover."""
        self._taken_over.clear()
        if not self.stopped.is_set():
            self._interrupted.clear()

    @property
    def is_taken_over(self) -> bool:
        """Whether the person holds the desktop."""
        return self._taken_over.is_set()

    def check(self) -> None:
        """Raise `Stopped` or `TakenOver` when no input may be sent."""
        if self.stopped.is_set():
            raise Stopped
        if self._taken_over.is_set():
            raise TakenOver

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Permit one input event, and remember it as the agent's own."""
        self.check()
        self.sent.note(kind, at)

    def releasing(self, kind: Input, name: str = "") -> None:
        """Remember a release that nothing prevents as the agent's own."""
        self.sent.note(kind)

    def pause(self, seconds: float) -> None:
        """Sleep, but wake and raise as soon as nothing more may be sent."""
        self._interrupted.wait(seconds)
        self.check()
