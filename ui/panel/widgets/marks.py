"""Draws on a screenshot, or on the screen itself, where an action aims."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from actions.schema import Box

_SMALLEST = 16.0
_HALO = QColor(255, 255, 255, 210)


def area_of(box: Box, picture: QRectF) -> QRectF:
    """Return where the box lies on a picture of the whole screenshot, not smaller than can be seen."""
    corner = QPointF(picture.x() + box.x1 / 1000 * picture.width(), picture.y() + box.y1 / 1000 * picture.height())
    size = (box.x2 - box.x1) / 1000 * picture.width(), (box.y2 - box.y1) / 1000 * picture.height()
    area = QRectF(corner.x(), corner.y(), *size)
    grow = max(0.0, (_SMALLEST - area.width()) / 2), max(0.0, (_SMALLEST - area.height()) / 2)
    return area.adjusted(-grow[0], -grow[1], grow[0], grow[1])


def draw_targets(painter: QPainter, picture: QRectF, boxes: Sequence[Box], colour: str, width: float = 2.0) -> None:
    """Draw each target with a light halo, so that it shows on any ground, and a line between two (a drag)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    areas = [area_of(box, picture) for box in boxes]
    for pen in (QPen(_HALO, width * 2.5), QPen(QColor(colour), width)):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for area in areas:
            painter.drawRoundedRect(area, 4, 4)
        for start, end in pairwise(areas):
            painter.drawLine(start.center(), end.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for area in areas:
        painter.drawEllipse(area.center(), width * 1.5, width * 1.5)
