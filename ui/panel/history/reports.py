"""Writes reports off the window's thread and shows them in the browser."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from actions.errors import ActionError
from ui.browser import show_in_browser
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
