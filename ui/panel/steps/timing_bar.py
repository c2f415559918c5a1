"""A step's time as one bar: from looking to settling."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from agent.step import Timings
from ui.panel.look.theme import Theme
from ui.wording import Phase, PhaseTime, time_split

_BAR, _GAP, _DOT = 6, 10, 8


class TimingBar(QWidget):
    """The bar and, below it, the seconds of each part."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[PhaseTime] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_timings(self, timings: Timings) -> None:
        """Show where the time went."""
        self._parts = time_split(timings, QCoreApplication.translate)
        self.setAccessibleName(", ".join(_caption(part) for part in self._parts))
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._parts = []
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The bar and one line of text."""
        return QSize(200, _BAR + _GAP + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both lines."""
        total = sum(part.seconds for part in self._parts)
        if not total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = caption_x = 0.0
        baseline = _BAR + _GAP + self.fontMetrics().ascent()
        for part in self._parts:
            width = part.seconds / total * self.width()
            painter.setBrush(QColor(self._colour(part.phase)))
            painter.drawRoundedRect(QRectF(x, 0, max(width - 2, 1), _BAR), 3, 3)
            painter.drawEllipse(QRectF(caption_x, baseline - _DOT, _DOT, _DOT))
            painter.setPen(QColor(self._theme.palette.muted))
            painter.drawText(round(caption_x) + _DOT + 5, baseline, _caption(part))
            painter.setPen(Qt.PenStyle.NoPen)
            caption_x += _DOT + 22 + self.fontMetrics().horizontalAdvance(_caption(part))
            x += width
        painter.end()

    def _colour(self, phase: Phase) -> str:
        colours = self._theme.palette
        return {
            "look": colours.muted,
            "think": colours.accent,
            "judge": colours.judging,
            "ask": colours.asking,
            "act": colours.good,
            "settle": colours.warning,
        }[phase]


def _caption(part: PhaseTime) -> str:
    return f"{part.words} {part.seconds:.2f} s"
