"""Builds the panel and hands its parts to each other; `run_panel` is what `deskhand panel` does."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from agent.recording import Limits, runs_folder
from agent.screen import require_display
from agent.session import RunSettings
from ui.panel.icons import application_icon
from ui.panel.own_windows import OwnWindows
from ui.panel.run import PanelRun
from ui.panel.run_page import RunPage
from ui.panel.settings import PanelSettings, read_settings, settings_file
from ui.panel.stage import Stage
from ui.panel.theme import Theme
from ui.panel.window import PanelWindow
from ui.panel.worker import Worker


class Panel(QObject):
    """The window, its pages and the run, connected."""

    def __init__(self, theme: Theme, worker: Worker, settings: PanelSettings, runs: Path) -> None:
        super().__init__()
        self.settings = settings
        self.own = OwnWindows()
        self.run = PanelRun(worker, self, runs)
        self.window = PanelWindow(theme, self.run)
        self.run_page = RunPage(theme, self.run, settings)
        self.window.add_page(self.run_page, self.tr("Run"), "run")
        self.stage = Stage(theme, self.run, self.window, self.own, shrinks=settings.shrinks)
        self.run_page.start_wanted.connect(self._on_start_wanted)
        self.window.closed.connect(self._on_closed)

    @Slot(str, bool)
    def _on_start_wanted(self, goal: str, approve_each: bool) -> None:
        self.run.start(goal, self.settings.model, run_settings(self.settings, self.own))

    @Slot()
    def _on_closed(self) -> None:
        self.stage.hide_all()
        if self.run.goes_on:
            self.run.finished.connect(QApplication.quit)
        else:
            QApplication.quit()


def run_settings(settings: PanelSettings, own: OwnWindows) -> RunSettings:
    """Return how a run is to go, with our windows out of its sight."""
    return RunSettings(
        monitor=settings.monitor,
        dialect=settings.dialect,
        limits=Limits(max_steps=settings.max_steps, max_seconds=settings.max_seconds),
        stop_key=settings.stop_key,
        covers=own.rects,
    )


def run_panel() -> int:
    """Show the panel until it is closed. Raises `DesktopError` without a display."""
    require_display()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Deskhand")
    application.setQuitOnLastWindowClosed(False)
    settings, complaint = read_settings(settings_file())
    theme = Theme(application, settings.theme)
    application.setWindowIcon(application_icon(theme.palette.accent))
    panel = Panel(theme, Worker(), settings, runs_folder())
    if complaint:
        panel.run_page.warn(complaint)
    panel.window.show()
    panel.window.activateWindow()
    panel.run_page.focus()
    try:
        return application.exec()
    finally:
        panel.run.shut_down()
