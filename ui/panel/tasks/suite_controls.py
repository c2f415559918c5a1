"""The foot of the page of tasks: how far the suite is, and what runs and stops it.

Each button has a place of its own that nothing else ever takes, as those of a run.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.settings.section import number
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import label, say

_MOST_WORKERS = 64


class SuiteControls(QWidget):
    """Shows what it is told and emits wishes.

    Signals:
        selected_wanted, all_wanted, stop_wanted: A button was pressed.
    """

    selected_wanted = Signal()
    all_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, workers: int) -> None:
        super().__init__()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Finished tasks"))
        self._said = label(role="muted", wraps=True)
        self._workers = number(workers, 1, _MOST_WORKERS)
        self._workers.setAccessibleName(self.tr("Tasks at once"))
        self._stop = push_button(theme, self.tr("Stop"), "stop", "stop")
        self._selected = push_button(theme, self.tr("Run selected"), "play")
        self._all = push_button(theme, self.tr("Run all"), "play", "primary")
        self._stop.pressed.connect(self.stop_wanted)  # at the press: nobody means to take a stop back
        self._selected.clicked.connect(self.selected_wanted)
        self._all.clicked.connect(self.all_wanted)
        self._lay_out()
        self.rest()

    @property
    def workers(self) -> int:
        """How many tasks are to be run at once."""
        return self._workers.value()

    def limit_workers(self, most: int | None) -> None:
        """Offer no more workers than the model serves."""
        self._workers.setMaximum(most or _MOST_WORKERS)
        only_one = self.tr("A local GLM fills the card, so one task is run at a time.")
        self._workers.setToolTip(only_one if most == 1 else "")

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say how it stands, or what is wrong."""
        say(self._said, text, "error" if wrong else "muted")

    def go_on(self, done: int, total: int) -> None:
        """Show how far the suite is."""
        self._progress.setMaximum(total)
        self._progress.setValue(done)
        self._progress.show()

    def rest(self) -> None:
        """Show that no suite goes on."""
        self._progress.hide()

    def allow(self, *, selected: bool, all_: bool, stop: bool) -> None:
        """Show which buttons mean something now."""
        self._selected.setEnabled(selected)
        self._all.setEnabled(all_)
        self._workers.setEnabled(not stop)
        self._stop.setEnabled(stop)

    def _lay_out(self) -> None:
        at_once = label(self.tr("At once"), "muted")
        at_once.setBuddy(self._workers)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._said, 1)
        row.addStretch()
        for widget in (at_once, self._workers, self._stop, self._selected, self._all):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._progress)
        layout.addLayout(row)
