"""A window that fills one monitor with dots and says how far from the nearest each press came.

Run as a process of its own: `python -m ui.dots_window X Y` for the monitor with that corner prints one JSON object a
line: `shown`, then each `press` with its distance from the nearest dot's centre, in the pointer's units.
"""

import json
import sys

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

COLOURS = tuple((255, 0, 250 + n) for n in range(5))
"""Each dot's own colour, which no theme uses."""

_SIZE, _EDGE = 24, 40


class DotsWindow(QWidget):
    """Four dots near the corners and one in the middle."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Deskhand doctor")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the dots; without smoothing, so that their pixels have exactly their colours."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#303540"))
        for centre, colour in zip(self._centres(), COLOURS, strict=True):
            painter.fillRect(QRectF(centre.x() - _SIZE / 2, centre.y() - _SIZE / 2, _SIZE, _SIZE), QColor(*colour))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the window stands."""
        super().showEvent(event)
        _report({"event": "shown"})

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say how far from the nearest dot the press came."""
        offsets = [event.position() - centre for centre in self._centres()]
        nearest = min(offsets, key=lambda offset: offset.manhattanLength())
        scale = self.devicePixelRatio() if sys.platform != "darwin" else 1.0
        _report({"event": "press", "dx": nearest.x() * scale, "dy": nearest.y() * scale})

    def _centres(self) -> list[QPointF]:
        right, bottom = self.width() - _EDGE, self.height() - _EDGE
        middle = QPointF(self.width() // 2, self.height() // 2)
        return [QPointF(_EDGE, _EDGE), QPointF(right, _EDGE), QPointF(right, bottom), QPointF(_EDGE, bottom), middle]


def _report(event: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Show the window until it is closed."""
    application = QApplication(sys.argv[:1])
    corner = QPoint(int(sys.argv[1]), int(sys.argv[2]))
    screen = next(s for s in application.screens() if s.geometry().topLeft() == corner)
    window = DotsWindow()
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
