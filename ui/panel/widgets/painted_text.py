"""Text that changes many times a second: painted in a place of fixed size, so that no layout is worked out anew.

A `QLabel` asks for that at every change, and in a window with a style sheet it takes longer than all the painting.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_LEFT = Qt.AlignmentFlag.AlignLeft


class PaintedText(QWidget):
    """One line, elided at its end or where told at its start, or some lines that wrap."""

    def __init__(self, role: str = "plain", *, lines: int = 1, align: Qt.AlignmentFlag = _LEFT) -> None:
        super().__init__()
        self._lines, self._align = lines, align
        self._text, self._side = "", Qt.TextElideMode.ElideRight
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, side: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        """Show a text; the whole of it is in the tool tip and for screen readers."""
        line = " ".join(text.split())
        if (line, side) == (self._text, self._side):
            return
        self._text, self._side = line, side
        self.setAccessibleName(line)
        self.setToolTip(line)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the lines, as wide as it may be."""
        return QSize(120, self.fontMetrics().lineSpacing() * self._lines + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what fits."""
        painter = QPainter(self)
        if self._lines > 1:
            painter.drawText(self.rect(), self._align | Qt.TextFlag.TextWordWrap, self._text)
        else:
            elided = self.fontMetrics().elidedText(self._text, self._side, self.width())
            painter.drawText(self.rect(), self._align | Qt.AlignmentFlag.AlignVCenter, elided)
        painter.end()
