"""Writes reports off the window's thread and shows them in the browser."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from actions.applications import launch
from actions.desktop_entries import Application
from actions.errors import ActionError
from ui.panel.errand import Errand
from ui.report.page import write_report


class Reports(QObject):
    """Reports of recorded runs.

    Signals:
        failed: A report could not be written (a sentence).
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening, self._exporting = Errand(), Errand()
        self._opening.done.connect(self._on_written)
        for errand in (self._opening, self._exporting):
            errand.failed.connect(self.failed)

    def open(self, folder: Path) -> None:
        """Write the run's report into its folder and show it."""
        self.make(lambda: write_report(folder))

    def make(self, page: Callable[[], Path]) -> None:
        """Show the page that this writes."""
        self._opening.run(page)

    def export(self, folder: Path, out: Path) -> None:
        """Write the run's report elsewhere."""
        self._exporting.run(lambda: write_report(folder, out))

    @Slot(object)
    def _on_written(self, page: Path) -> None:
        try:
            show_in_browser(page)
        except ActionError as error:
            self.failed.emit(str(error))


def show_in_browser(page: Path) -> None:
    """Show a page in the user's browser. Raises `ActionError`."""
    if opener := shutil.which("xdg-open"):  # Qt starts it too, but hands our own environment down, API keys included
        launch(Application("The browser", (opener, page.absolute().as_uri())))
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))
