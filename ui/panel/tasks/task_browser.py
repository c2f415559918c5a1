"""The tasks of a folder: their list, and beside it one of them at large.

While tasks run, the one that began last is at large, until the person chooses another one.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from ui.panel.look.theme import Theme
from ui.panel.tasks.listing import Entry, PastResult
from ui.panel.tasks.suite_run import SuiteRun
from ui.panel.tasks.task_delegate import TaskDelegate
from ui.panel.tasks.task_model import ENTRY_ROLE, TaskModel
from ui.panel.tasks.task_view import TaskView

_LEFT_WIDTH = 400


class TaskBrowser(QWidget):
    """Follows a `SuiteRun`.

    Signals:
        selection_changed: Other tasks are selected.
        report_wanted: The person wants to see the report of a task's last result (PastResult).
    """

    selection_changed = Signal()
    report_wanted = Signal(object)

    def __init__(self, theme: Theme, suite: SuiteRun) -> None:
        super().__init__()
        self._model, self._delegate, self._list = TaskModel(), TaskDelegate(theme), QListView()
        self._view = TaskView(theme)
        self._attempts: dict[str, Path] = {}
        self._follows = False
        self._lay_out()
        self._list.selectionModel().selectionChanged.connect(self.selection_changed)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.clicked.connect(self._on_current)  # also where the current task was chosen before
        self._list.activated.connect(self._on_current)
        self._view.report_wanted.connect(self.report_wanted)
        suite.started.connect(self._on_started)
        suite.begun.connect(self._on_begun)
        suite.doing.connect(self._on_doing)
        suite.result_came.connect(self._on_result)
        suite.finished.connect(self._on_finished)

    @property
    def has_entries(self) -> bool:
        """Whether there is anything to see."""
        return self._model.rowCount() > 0

    @property
    def selected(self) -> frozenset[str]:
        """The keys of the tasks that are selected; a file with mistakes is none."""
        entries: list[Entry] = [index.data(ENTRY_ROLE) for index in self._list.selectedIndexes()]
        return frozenset(entry.key for entry in entries if entry.task)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; where they are the same tasks as before, what is selected stays so."""
        self._model.show(entries)
        if entries and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0, 0))
        self._show(self._delegate.shown if self._model.entry(self._delegate.shown) else self._current_key())

    def _current_key(self) -> str:
        entry: Entry | None = self._list.currentIndex().data(ENTRY_ROLE)
        return entry.key if entry else ""

    def _show(self, key: str) -> None:
        """Show a task at large."""
        self._delegate.shown = key
        self._list.viewport().update()
        if entry := self._model.entry(key):
            self._view.show_entry(entry, self._model.doing(key), self._attempts.get(key))

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._follows = False
            self._show(index.data(ENTRY_ROLE).key)

    @Slot(object)
    def _on_started(self, keys: Sequence[str]) -> None:
        self._follows = True
        self._model.wait(keys)
        self._show(self._delegate.shown)

    @Slot(str, object)
    def _on_begun(self, key: str, attempt: Path) -> None:
        self._attempts[key] = attempt
        self._model.begin(key, self.tr("begins"))
        if self._follows or key == self._delegate.shown:
            self._list.scrollTo(self._model.index(self._model.row(key), 0))
            self._show(key)

    @Slot(str, str)
    def _on_doing(self, key: str, doing: str) -> None:
        self._model.begin(key, doing)
        if key == self._delegate.shown:
            self._view.say_doing(doing)

    @Slot(object)
    def _on_result(self, past: PastResult) -> None:
        self._attempts.pop(past.result.id, None)
        self._model.finish(past)
        if past.result.id == self._delegate.shown:
            self._show(self._delegate.shown)

    @Slot()
    def _on_finished(self) -> None:
        self._attempts.clear()
        self._model.rest()
        self._show(self._delegate.shown)

    def _lay_out(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Tasks"))
        self._list.setFixedWidth(_LEFT_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self._list)
        row.addWidget(self._view, 1)
