"""A label that shows as much of a text as fits on one line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class OneLine(QLabel):
    """Elides at the given side; `Qt.ElideLeft` keeps the end, where new text comes."""

    def __init__(self, side: Qt.TextElideMode = Qt.TextElideMode.ElideRight, role: str = "plain") -> None:
        super().__init__()
        self._side, self._whole = side, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.setText(self.fontMetrics().elidedText(self._whole, self._side, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit it anew."""
        super().resizeEvent(event)
        self.say(self._whole)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line, as wide as it may be."""
        return QSize(120, self.fontMetrics().height() + 2)
