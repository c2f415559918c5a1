"""What a run shows, in order and at the pace of a window: one thing a frame.

The end of one step and the beginning of the next come within a few milliseconds, and painting both at once would keep
the window from answering the person. Only what is shown comes this way; what the run waits for does not.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from agent.step import Step
from ui.panel.run.requests import Approval, Intention
from ui.panel.run.worker import Worker

_FRAME_MS = 25
_CATCH_UP = 8
"""A backlog is worked off by this part of it a frame."""


class Feed(QObject):
    """Takes from the worker what is to be shown.

    Signals:
        observed: A step begins (its index, its screenshot).
        streamed: The model wrote (text, number of pieces).
        intended: An action is about to be done, or approval for it is wanted (the request).
        step_taken: A step is finished (the step, its screenshot's path).
    """

    observed = Signal(int, QImage)
    streamed = Signal(str, int)
    intended = Signal(object)
    step_taken = Signal(object, object)

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._text = worker.text
        self._step = 0
        self._waiting: deque[Callable[[], None]] = deque()
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        worker.observed.connect(self._on_observed)
        worker.intended.connect(self._on_intended)
        worker.approval_wanted.connect(self._on_intended)
        worker.step_taken.connect(self._on_step_taken)

    def begin(self) -> None:
        """Begin to show a run."""
        self._step = 0
        self._waiting.clear()
        self._frames.start()

    def end(self) -> None:
        """Show what is left of it."""
        self._frames.stop()
        self._show(len(self._waiting))
        self._show_text()

    @Slot()
    def _on_frame(self) -> None:
        if self._show_text():
            return
        self._show(min(len(self._waiting), 1 + len(self._waiting) // _CATCH_UP))

    def _show(self, count: int) -> None:
        """Show so many of the waiting things, each after the text that was written before it."""
        for _ in range(count):
            self._show_text()
            self._waiting.popleft()()

    def _show_text(self) -> bool:
        """Show what came of the step that stands there; say whether there was any."""
        pieces = self._text.take(self._step)
        if pieces:
            self.streamed.emit("".join(pieces), len(pieces))
        return bool(pieces)

    def _observe(self, index: int, picture: QImage) -> None:
        self._step = index
        self.observed.emit(index, picture)

    @Slot(int, QImage)
    def _on_observed(self, index: int, picture: QImage) -> None:
        self._waiting.append(partial(self._observe, index, picture))

    @Slot(object)
    def _on_intended(self, request: Intention | Approval) -> None:
        self._waiting.append(partial(self.intended.emit, request))

    @Slot(object, object)
    def _on_step_taken(self, step: Step, screenshot: Path) -> None:
        self._waiting.append(partial(self.step_taken.emit, step, screenshot))
