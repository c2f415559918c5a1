"""A window that shows sheets of targets and says where it was pressed.

Run as a process of its own: `python -m ui.aim.window X Y WIDTH HEIGHT` covers that part of the desktop's left upper
corner onwards, with the sheets' screen at X, Y. It reads a sheet as a line of JSON from its standard input, and prints
`shown` for each, and each `press` in pixels of the sheet's screen.
"""

import json
import sys

from PySide6.QtCore import QPointF, QRectF, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.aim.sheet import COLOURS, Sheet, Target
from ui.panel.look.icons import picture

_PAPER, _INK = "#f2f3f5", "#1b1d22"


class SheetWindow(QWidget):
    """Covers all monitors, so that a press that goes astray is seen too; `origin` is where its sheets begin."""

    def __init__(self, origin: QPointF) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Deskhand model check")
        self._origin = origin
        self._sheet: Sheet | None = None
        self._announced = True
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_line)

    @Slot()
    def _on_line(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        self._sheet, self._announced = Sheet.from_fields(json.loads(line)), False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the sheet, and say that it stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_PAPER))
        painter.translate(self._origin)
        for target in self._sheet.targets if self._sheet else ():
            _draw(painter, target)
        painter.end()
        if not self._announced:
            self._announced = True
            QTimer.singleShot(0, self._say_that_it_stands)  # what was painted goes to the screen after this event

    @Slot()
    def _say_that_it_stands(self) -> None:
        QGuiApplication.sync()  # until the display has it: else a screenshot might still show the sheet before
        _report({"event": "shown"})

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say where the press came."""
        place = event.position() - self._origin
        _report({"event": "press", "x": place.x(), "y": place.y()})


def _draw(painter: QPainter, target: Target) -> None:
    left, top, right, bottom = target.area
    area = QRectF(left, top, right - left, bottom - top)
    match target.kind:
        case "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS[target.name]))
            painter.drawEllipse(area)
        case "corner":
            painter.fillRect(area, QColor(_INK))
        case "word":
            painter.setPen(QColor(_INK))
            painter.setFont(_fitting(target, area))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, target.name)
        case "icon":
            painter.drawPixmap(area, picture(target.name, _INK, target.size), QRectF(0, 0, *[2 * target.size] * 2))


def _fitting(target: Target, area: QRectF) -> QFont:
    """Return a font in which the word fits its area."""
    font = QFont("sans-serif")
    font.setPixelSize(max(target.size, 6))
    while font.pixelSize() > 6 and QFontMetricsF(font).horizontalAdvance(target.name) > area.width():
        font.setPixelSize(font.pixelSize() - 1)
    return font


def _report(event: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Show the window until its standard input ends."""
    x, y, width, height = map(int, sys.argv[1:5])
    application = QApplication(sys.argv[:1])
    window = SheetWindow(QPointF(x, y))
    window.setWindowFlag(Qt.WindowType.BypassWindowManagerHint)
    window.setGeometry(0, 0, width, height)
    window.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
