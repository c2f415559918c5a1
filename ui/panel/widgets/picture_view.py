"""Shows one screenshot as large as there is room, with the targets of the action drawn on it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from actions.schema import Box, Point
from ui.panel.look.theme import Theme
from ui.panel.widgets.marks import draw_targets
from ui.panel.widgets.pictures import rounded

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
        self._scaler = _Scaler()
        self._scaler.scaled.connect(self._on_scaled)
        self._picture, self._scaled = QImage(), QImage()
        self._boxes: Sequence[Box] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setAccessibleName(self.tr("Screenshot"))

    def show_picture(self, picture: QImage, boxes: Sequence[Box] = ()) -> None:
        """Show a screenshot; a null image shows the empty frame."""
        if picture.size() != self._picture.size():
            self.updateGeometry()
        self._picture, self._scaled, self._boxes = picture, QImage(), boxes
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
        """Draw the screenshot and the targets."""
        painter = QPainter(self)
        area = self._area()
        if self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.palette.raised))
            painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        else:
            painter.drawImage(area, self._fitting())
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

    def _fitting(self) -> QImage:
        """Return the screenshot scaled to what is shown; as it is until a thread has scaled it, which takes a while."""
        size = (self._area().size() * self.devicePixelRatioF()).toSize()
        if self._scaled.size() == size:
            return self._scaled
        radius = _RADIUS * self.devicePixelRatioF()
        QThreadPool.globalInstance().start(partial(self._scaler.scale, self._picture, size, radius))
        return self._picture

    @Slot(QImage, QImage)
    def _on_scaled(self, picture: QImage, scaled: QImage) -> None:
        if picture.cacheKey() == self._picture.cacheKey():
            self._scaled = scaled
            self.update()


class _Scaler(QObject):
    """Scales on a thread of the pool. It has no parent: it lives until its work is done."""

    scaled = Signal(QImage, QImage)

    def scale(self, picture: QImage, size: QSize, radius: float) -> None:
        self.scaled.emit(picture, rounded(picture, size, radius))
