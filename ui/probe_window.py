"""A window that reports the input it gets, to check that input arrives where the screenshot says.

Run as a process of its own: `python -m ui.probe_window` prints one JSON object a line (`shown`, then each `press`
with its distance from the target's centre, and each `key`), in the pointer's units.
"""

import json
import sys

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

TARGET = (255, 0, 255)
"""The target's colour, which no theme uses."""

_SIZE, _TARGET_SIZE = 240, 40


class ProbeWindow(QWidget):
    """A grey window with a square target in its middle."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle("Deskhand doctor")
        self.setFixedSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the target."""
        painter = QPainter(self)
        painter.fillRect(self._target(), QColor(*TARGET))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the window stands."""
        super().showEvent(event)
        _report({"event": "shown"})

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say how far from the target's centre the press came."""
        offset: QPointF = event.position() - self._target().center()
        scale = self.devicePixelRatio() if sys.platform != "darwin" else 1.0
        _report({"event": "press", "dx": offset.x() * scale, "dy": offset.y() * scale})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Say which key came."""
        _report({"event": "key", "text": event.text()})

    def _target(self) -> QRectF:
        corner = (_SIZE - _TARGET_SIZE) / 2
        return QRectF(corner, corner, _TARGET_SIZE, _TARGET_SIZE)


def _report(event: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Show the window until it is closed."""
    application = QApplication(sys.argv[:1])
    window = ProbeWindow()
    window.show()
    window.activateWindow()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
