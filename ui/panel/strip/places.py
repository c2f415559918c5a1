"""Where on the screens a small window can stand without covering what is needed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication

_MARGIN = 24


def corners(size: QSize) -> list[QPoint]:
    """Return where a window of this size stands in the corners of all screens, those at the right first."""
    found = []
    for screen in QGuiApplication.screens():
        room = screen.availableGeometry().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        right, bottom = room.right() - size.width() + 1, room.bottom() - size.height() + 1
        found += [(right, room.top()), (right, bottom), (room.left(), bottom), (room.left(), room.top())]
    return [QPoint(x, y) for x, y in found]


def free_place(size: QSize, candidates: Sequence[QPoint], avoid: Sequence[QRect]) -> QPoint | None:
    """Return the first candidate where the window covers none of the areas."""
    for corner in candidates:
        if not any(area.intersects(QRect(corner, size)) for area in avoid):
            return corner
    return None
