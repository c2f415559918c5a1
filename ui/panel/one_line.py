"""A label that shows as much of a text as fits on one line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class OneLine(QLabel):
    """Elides at the end, or where told at the start, for text that grows at its end."""

    def __init__(self, role: str = "plain") -> None:
        super().__init__()
        self._side, self._whole = Qt.TextElideMode.ElideRight, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, side: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        """Show a text."""
        self._side = side
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.setText(self.fontMetrics().elidedText(self._whole, self._side, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit it anew."""
        super().resizeEvent(event)
        self.say(self._whole, self._side)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line, as wide as it may be."""
        return QSize(120, self.fontMetrics().height() + 2)
