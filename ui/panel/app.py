"""`deskhand panel`: builds the application, shows the panel, and ends when its window is closed."""

import signal
import sys
from functools import partial
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from agent.recording import runs_folder
from agent.screen.screen import require_display
from model.sight.ocr import Ocr
from ui.panel.boundary import LastBoundary
from ui.panel.garbage import GarbageCollector
from ui.panel.look.icons import application_icon
from ui.panel.look.theme import Theme
from ui.panel.panel import Panel
from ui.panel.run.worker import Worker
from ui.panel.settings.model_choice import open_choice
from ui.panel.settings.panel_settings import settings_file

_TICK_MS = 200
SWITCH_SECONDS = 0.001
"""How long another thread may hold the interpreter while the window's waits for it; Python's own 5 ms add up."""


def run_panel() -> int:
    """Show the panel until it is closed. Raises `DesktopError` without a display."""
    require_display()
    sys.setswitchinterval(SWITCH_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Deskhand")
    application.setDesktopFileName("deskhand")
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(application)
    application.setWindowIcon(application_icon(theme.palette.accent))
    ocr = Ocr()
    worker = Worker(partial(open_choice, ocr=ocr), ocr=ocr)
    panel = Panel(application, theme, worker, settings_file(), runs_folder())
    boundary = LastBoundary(panel)
    boundary.broke.connect(panel.on_broke)
    _close_on_signals(panel)
    panel.open()
    garbage = GarbageCollector(panel)
    panel.run.phase_changed.connect(garbage.on_phase_changed)
    try:
        return application.exec()
    finally:
        panel.shut_down()
        garbage.leave()
        ocr.close()
        boundary.leave()


def _close_on_signals(panel: Panel) -> None:
    """Let Ctrl+C in the terminal and a polite kill close the panel, which stops a run first."""

    def close(_signal: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, panel.close)  # in Qt's loop, which may not have begun yet

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, close)
    tick = QTimer(panel, interval=_TICK_MS)
    tick.timeout.connect(_let_python_run)
    tick.start()


def _let_python_run() -> None:
    """Python handles signals only between its own instructions, and Qt's loop has none."""
