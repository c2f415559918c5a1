"""A small rounded window without a frame that stays on top, takes no focus when it comes, and can be dragged."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

_RADIUS = 14


class Floating(QWidget):
    """What goes into `content` shows on the card."""

    def __init__(self, flags: Qt.WindowType = Qt.WindowType.Widget) -> None:
        kind = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, kind | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._grip: QPoint | None = None
        frame = QFrame()
        frame.setObjectName("floating")
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        self.content = QVBoxLayout(frame)
        self.content.setContentsMargins(16, 12, 16, 12)
        self.content.setSpacing(10)

    def fit(self) -> None:
        """Take the height that the content needs at this width; Qt's own `adjustSize` guesses for wrapped text."""
        layout = self.layout()
        assert layout is not None
        self.content.activate()  # which the outer one learns of only by an event to come
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()) or layout.totalSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the corners off by a mask: translucent windows need a compositor, which not every desktop has."""
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        self._grip = None
