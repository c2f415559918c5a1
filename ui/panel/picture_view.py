"""Shows one screenshot as large as there is room, with the targets of the action drawn on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from actions.schema import Box, Point
from ui.panel.marks import draw_targets
from ui.panel.theme import Theme

_RADIUS = 8
_LEAST_HEIGHT, _MOST_HEIGHT = 120, 460


class PictureView(QWidget):
    """A screenshot with boxes.

    Signals:
        pointed: The person clicked a place on it (Point).
    """

    pointed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._scaled = QPixmap(), QPixmap()
        self._boxes: Sequence[Box] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setAccessibleName(self.tr("Screenshot"))

    def show_picture(self, picture: QPixmap, boxes: Sequence[Box] = ()) -> None:
        """Show a screenshot; a null pixmap shows the empty frame."""
        if picture.size() != self._picture.size():
            self.updateGeometry()
        self._picture, self._scaled, self._boxes = picture, QPixmap(), boxes
        self.update()

    def show_boxes(self, boxes: Sequence[Box]) -> None:
        """Draw other targets on the same screenshot."""
        self._boxes = boxes
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the screenshot at this width, within reason."""
        size = QSize(16, 10) if self._picture.isNull() else self._picture.size()
        return max(_LEAST_HEIGHT, min(width * size.height() // size.width(), _MOST_HEIGHT))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a screen of usual shape."""
        return QSize(480, 300)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the scaled screenshot with rounded corners, and the targets."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        shape = QPainterPath()
        shape.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillPath(shape, QColor(self._theme.palette.raised))
        if not self._picture.isNull():
            painter.drawPixmap(area.topLeft(), self._fitting())
            draw_targets(painter, area, self._boxes, self._theme.palette.danger)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say which place of the screenshot was clicked."""
        area, at = self._area(), event.position()
        if not self._picture.isNull() and area.contains(at):
            inside = at - area.topLeft()
            self.pointed.emit(Point(inside.x() / area.width() * 1000, inside.y() / area.height() * 1000))

    def _area(self) -> QRectF:
        room = QRectF(self.rect())
        if self._picture.isNull():
            return room
        size = self._picture.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2), size)

    def _fitting(self) -> QPixmap:
        """Return the screenshot at the size shown, scaled once."""
        ratio = self.devicePixelRatioF()
        size = (self._area().size() * ratio).toSize()
        if self._scaled.size() != size:
            self._scaled = self._picture.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled
