"""A step's time as one bar: look, think, act, settle."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from agent.step import Timings
from ui.panel.look.theme import Theme
from ui.panel.steps.step_words import time_split

_BAR, _GAP, _DOT = 6, 10, 8


class TimingBar(QWidget):
    """The bar and, below it, the seconds of each part."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_timings(self, timings: Timings) -> None:
        """Show where the time went."""
        self._parts = time_split(timings)
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
        total = sum(seconds for _, seconds in self._parts)
        if not total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        x = caption_x = 0.0
        baseline = _BAR + _GAP + self.fontMetrics().ascent()
        for part, colour in zip(self._parts, self._colours(), strict=True):
            width = part[1] / total * self.width()
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(x, 0, max(width - 2, 1), _BAR), 3, 3)
            painter.drawEllipse(QRectF(caption_x, baseline - _DOT, _DOT, _DOT))
            painter.setPen(QColor(self._theme.palette.muted))
            painter.drawText(round(caption_x) + _DOT + 5, baseline, _caption(part))
            painter.setPen(Qt.PenStyle.NoPen)
            caption_x += _DOT + 22 + self.fontMetrics().horizontalAdvance(_caption(part))
            x += width
        painter.end()

    def _colours(self) -> list[QColor]:
        colours = self._theme.palette
        return [QColor(name) for name in (colours.muted, colours.accent, colours.good, colours.warning)]


def _caption(part: tuple[str, float]) -> str:
    return f"{part[0]} {part[1]:.2f} s"
