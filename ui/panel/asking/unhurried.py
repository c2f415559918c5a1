"""Keeps a window that asks from being answered by what was meant for another one.

It comes while the person may be typing or about to click, and some window managers give it the focus.
"""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton

UNHURRIED_MS = 500


class Unhurried(QObject):
    """Lets a button be pressed only some time after the last moment that may have been meant for elsewhere."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._wait = QTimer(self, singleShot=True, interval=UNHURRIED_MS)
        self._wait.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """Wait from now on: the window appears, or a key comes that means nothing to it."""
        self._button.setEnabled(False)
        self._wait.start()

    @Slot()
    def _on_timeout(self) -> None:
        self._button.setEnabled(True)
