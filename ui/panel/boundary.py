"""The last boundary: an error that nothing else caught is said in the panel, and the person can go on."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from ui.panel.failures import in_a_sentence


class LastBoundary(QObject):
    """Stands for Python's hooks as long as it lives: Qt drops what a slot raises, and a thread dies of it unheard.

    Signals:
        broke: Something unforeseen went wrong, on any thread (a sentence).
    """

    broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._on_error, self._on_thread_error

    def leave(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.broke.emit(in_a_sentence(error))

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_error(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
