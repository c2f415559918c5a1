"""Draws the target of an action on the real screen: a ring that clicks pass through and that takes no focus."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from ui.panel.look.theme import Theme

_THICK, _ROOM = 4, 6


class Ring(QWidget):
    """A frame around one target. A mask makes it hollow: translucent windows need a compositor."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowTransparentForInput
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.X11BypassWindowManagerHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme

    def surround(self, area: QRect, but: QRect) -> None:
        """Show it around a place of the screen, but not above the window that asks about it."""
        self.setGeometry(area.adjusted(-_ROOM - _THICK, -_ROOM - _THICK, _ROOM + _THICK, _ROOM + _THICK))
        hollow = self.rect().adjusted(_THICK, _THICK, -_THICK, -_THICK)
        asking = but.translated(-self.pos())
        self.setMask(QRegion(self.rect()).subtracted(QRegion(hollow)).subtracted(QRegion(asking)))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill what the mask leaves."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.danger))
        painter.end()


class Overlay:
    """One ring for each target of an action; a drag has two."""

    def __init__(self, theme: Theme) -> None:
        self.rings = (Ring(theme), Ring(theme))

    def show(self, areas: Sequence[QRect], but: QRect) -> None:
        """Surround these places, leaving out what would lie above `but`."""
        self.hide()
        for ring, area in zip(self.rings, areas, strict=False):
            ring.surround(area, but)

    def hide(self) -> None:
        """Show nothing."""
        for ring in self.rings:
            ring.hide()
