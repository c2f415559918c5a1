"""A check box drawn as a switch."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from ui.panel.look.theme import Theme

_WIDTH, _HEIGHT, _GAP, _KNOB = 34, 20, 10, 14


class Switch(QCheckBox):
    """On or off, with its text at the right."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The switch and its text."""
        metrics = self.fontMetrics()
        return QSize(_WIDTH + _GAP + metrics.horizontalAdvance(self.text()) + 4, max(_HEIGHT, metrics.height()) + 6)

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The text belongs to it."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw track, knob and text."""
        colours, on = self._theme.palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(1, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        edge = colours.text if self.hasFocus() else colours.accent if on else colours.muted
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(colours.accent if on else colours.card))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), _HEIGHT / 2 - 1, _HEIGHT / 2 - 1)
        margin = (_HEIGHT - _KNOB) / 2
        x = track.right() - margin - _KNOB if on else track.left() + margin
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.muted))
        painter.drawEllipse(QRectF(x, track.top() + margin, _KNOB, _KNOB))
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().adjusted(_WIDTH + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
