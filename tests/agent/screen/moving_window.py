"""A window in which something moves by itself, and with places to click that change something, or nothing.

Run as `python -m tests.agent.screen.moving_window TITLE MOVES [PERIOD_MS]`; MOVES is still, clock, busy or lines.
"""

import itertools
import signal
import sys

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

PLACE = QRect(100, 60, 900, 600)
NOTHING = (140, 300)  # where a click changes nothing; all in the window
NEAR, FAR, DIALOG, TICK, START = (60, 40), (60, 120), (60, 200), (60, 400), (60, 480)


class MovingWindow(QWidget):
    def __init__(self, title: str, moves: str, period: int) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setGeometry(PLACE)
        self._count = itertools.count()
        self._status = self._label("Ready", QRect(20, 560, 300, 30))
        self._beside = self._label("-", QRect(130, 30, 60, 20))
        self._button("near", NEAR, lambda: self._beside.setText(f"{next(self._count)}"))
        self._button("far", FAR, lambda: self._status.setText(f"Done {next(self._count)}"))
        self._button("dialog", DIALOG, self._open_dialog)
        box = QCheckBox("tick", self)
        box.move(TICK[0] - 10, TICK[1] - 10)
        self._clock = self._label("", QRect(760, 20, 120, 30))
        if moves == "busy":
            self._bar(20)
        later = self._bar(450)
        later.hide()
        self._button("start", START, later.show)
        if moves in ("clock", "lines"):
            timer = QTimer(self, interval=period)
            timer.timeout.connect(self._on_tick if moves == "clock" else self._on_line)
            timer.start()
        self._lines = QPlainTextEdit(self)
        self._lines.setGeometry(500, 80, 380, 300)
        self._lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setVisible(moves == "lines")

    def _bar(self, y: int) -> QProgressBar:
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setGeometry(400, y, 460, 24)
        return bar

    def _label(self, text: str, place: QRect) -> QLabel:
        label = QLabel(text, self)
        label.setGeometry(place)
        return label

    def _button(self, text: str, at: tuple[int, int], clicked: object) -> None:
        button = QPushButton(text, self)
        button.setGeometry(at[0] - 40, at[1] - 14, 80, 28)
        button.clicked.connect(clicked)

    def _open_dialog(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle("Elsewhere")
        dialog.setGeometry(PLACE.x() + 500, PLACE.y() + 300, 300, 200)
        dialog.show()

    def _on_tick(self) -> None:
        self._clock.setText(f"12:00:{next(self._count):06d}")

    def _on_line(self) -> None:
        self._lines.appendPlainText(f"{next(self._count)} and what the line says")


def main() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    application = QApplication(sys.argv[:1])
    title, moves, *rest = sys.argv[1:]
    window = MovingWindow(title, moves, int(rest[0]) if rest else 100)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
