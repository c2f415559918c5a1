"""Writes each input down before it goes to the display."""

from actions.input.gate import Gate, Input
from agent.recording.recorder import Recorder


class RecordedGate:
    """A gate that lets nothing out which does not stand in the recording. Implements `actions.input.gate.Gate`."""

    def __init__(self, gate: Gate, recorder: Recorder) -> None:
        self._gate, self._recorder = gate, recorder

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Ask the gate, and write down what it permits. Raises `RecordingError` where that cannot be written."""
        self._gate.sending(kind, at, name)
        self._recorder.add_input(kind, at, name)

    def releasing(self, kind: Input, name: str = "") -> None:
        """Write down a release, which nothing forbids."""
        self._gate.releasing(kind, name)
        self._recorder.add_input(kind, None, name)

    def pause(self, seconds: float) -> None:
        """Sleep as the gate does."""
        self._gate.pause(seconds)
