"""`python -m tests.wall.stages.qt_windows LOG` shows Qt windows as it is told on its standard input."""

import sys
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QVBoxLayout, QWidget

from tests.wall.stages.qt_parts import Parts, _at, _place
from tests.wall.stages.serving import Log, Patience, answer, bare, next_command

_PAINTED_MS = 60
_TICK_MS = 90


class QtWindows:
    """The windows that are shown now, and what becomes of a command."""

    def __init__(self, application: QApplication, log: Log) -> None:
        self._application, self._log = application, log
        self._light = application.palette()
        self._parts = Parts(log)
        self._windows: list[QWidget] = []
        self._clock = _clock()

    def obey(self, command: dict[str, Any]) -> object:
        """Carry out a command and return the answer, once it can be seen."""
        match command:
            case {"do": "show", "window": window}:
                self._clear()
                self._show(window)
            case {"do": "also", "window": window, **rest}:
                self._also(window, rest.get("over"), rest.get("with"))
            case {"do": "relabel", "old": old, "new": new}:
                self._parts.relabel(old, new)
            case {"do": "clock", "on": on}:
                self._clock.setVisible(on)
            case {"do": "clear"}:
                self._clear()
            case {"do": "places"}:
                return self._places()
        QTest.qWait(_PAINTED_MS)
        return True

    def _places(self) -> dict[str, list[int]]:
        rects = {label: place() for label, place in self._parts.places.items()}
        return {label: [rect.x(), rect.y(), rect.width(), rect.height()] for label, rect in rects.items() if rect}

    def _clear(self) -> None:
        for menu in self._parts.menus:
            menu.close()
        for window in self._windows:
            window.hide()
            window.deleteLater()
        self._windows.clear()
        self._parts = Parts(self._log)

    def _also(self, window: dict[str, Any], over: str | None, label: str | None) -> None:
        """Show a further window, with its part of the given label over another's place."""
        place = self._parts.places[over]() if over else None
        self._show(window)
        if place and label:
            mine = self._parts.places[label]()
            assert mine
            shown = self._windows[-1]
            shown.move(shown.pos() + place.center() - mine.center())

    def _show(self, window: dict[str, Any]) -> None:
        self._application.setPalette(_dark() if window.get("dark") else self._light)
        if "notice" in window:
            shown = self._notice(window)
        else:
            shown = self._dialog(window) if "dialog" in window else self._plain(window)
        shown.setWindowTitle(window["title"])
        self._windows.append(shown)
        shown.show()
        if "notice" in window:
            return
        shown.activateWindow()
        patience = Patience(5)
        while patience and not shown.isActiveWindow():
            QTest.qWait(10)

    def _plain(self, window: dict[str, Any]) -> QWidget:
        shown = _Window(self._log, window["loses"])
        centre = QWidget()
        layout = QVBoxLayout(centre)
        shown.setCentralWidget(centre)
        for part in [part for part in window["parts"] if part["part"] == "menu"]:
            self._parts.menu(part, shown.menuBar())
        self._parts.fill(layout, [part for part in window["parts"] if part["part"] != "menu"])
        shown.resize(max(520, shown.sizeHint().width()), max(360, shown.sizeHint().height()))
        return shown

    def _dialog(self, window: dict[str, Any]) -> QWidget:
        box = QMessageBox(QMessageBox.Icon.Question, window["title"], window["dialog"])
        for label in window["buttons"]:
            is_no = bare(label) in ("Cancel", "No")
            role = QMessageBox.ButtonRole.RejectRole if is_no else QMessageBox.ButtonRole.AcceptRole
            made = box.addButton(label, role)
            self._parts.places[bare(label)] = _place(made)
            if bare(label) == window["default"]:
                box.setDefaultButton(made)
        box.buttonClicked.connect(lambda button: self._log(f"pressed {bare(button.text())}"))
        return box

    def _notice(self, window: dict[str, Any]) -> QWidget:
        shown = QLabel(window["notice"])
        if window["kind"] == "dock":
            shown.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDock)
            shown.setWindowFlags(Qt.WindowType.WindowDoesNotAcceptFocus)
        else:
            shown.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.FramelessWindowHint)
        shown.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        shown.setGeometry(900, 40, 340, 120)
        self._parts.places[window["title"]] = lambda: _at(shown, shown.rect())
        return shown


class _Window(QMainWindow):
    def __init__(self, log: Log, loses: bool) -> None:
        super().__init__()
        self._log = log
        if loses:
            for chord in ("Ctrl+W", "Ctrl+Q"):
                QShortcut(QKeySequence(chord), self, self.close)
            QShortcut(QKeySequence("Ctrl+S"), self, lambda: log("saved"))

    def closeEvent(self, event: Any) -> None:
        self._log("closed")
        event.accept()


def _clock() -> QLabel:
    """A window in the corner that changes all the time."""
    clock = QLabel()
    clock.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.FramelessWindowHint)
    clock.setGeometry(1130, 745, 140, 45)
    timer = QTimer(clock)
    ticks = iter(range(10**9))
    timer.timeout.connect(lambda: clock.setText(f"12:04:{next(ticks):06}"))
    timer.start(_TICK_MS)
    return clock


def _dark() -> QPalette:
    palette = QPalette(QColor(40, 42, 46))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(235, 235, 235))
    return palette


def main() -> None:
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    windows = QtWindows(application, Log(sys.argv[1]))

    def on_command() -> None:
        notifier.setEnabled(False)
        command = next_command()
        if command is None:
            application.quit()
            return
        answer(windows.obey(command))
        notifier.setEnabled(True)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(on_command)
    answer(True)
    application.exec()


if __name__ == "__main__":
    main()
