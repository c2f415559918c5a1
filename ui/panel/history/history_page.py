"""The page of past runs: each opens as a report, and can be exported as one."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QListView

from ui.panel.errand import Errand
from ui.panel.history.history_model import RUN_ROLE, HistoryModel, RunDelegate
from ui.panel.history.past_runs import PastRun, past_runs
from ui.panel.history.reports import Reports
from ui.panel.look.theme import Theme
from ui.panel.sentences import translated
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import label
from ui.panel.widgets.page import Page


class HistoryPage(Page):
    """Reads the runs' folder off the window's thread.

    Signals:
        listed: The runs were read (a list of PastRun).
    """

    listed = Signal(object)

    def __init__(self, theme: Theme, runs: Path, reports: Reports) -> None:
        super().__init__(self.tr("History"))
        self._runs, self._reports = runs, reports
        self._model, self._delegate = HistoryModel(), RunDelegate(theme)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(self.tr("Past runs"))
        self._list.activated.connect(self._on_open)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._said = label(role="muted", wraps=True)
        self._open = push_button(theme, self.tr("Open the report"), "report", "primary")
        self._export = push_button(theme, self.tr("Export…"), "download")
        self._open.clicked.connect(self._on_open)
        self._export.clicked.connect(self._on_export)
        self._lay_out()
        self._errand = Errand()
        self._errand.done.connect(self._on_listed)
        for work in (self._errand, reports):
            work.failed.connect(self._on_failed)
        self._on_current()

    @Slot()
    def refresh(self) -> None:
        """Read the folder again."""
        folder = self._runs
        self._errand.run(lambda: past_runs(folder))

    @Slot(object)
    def _on_listed(self, runs: list[PastRun]) -> None:
        self._model.show(runs)
        self._said.setText("" if runs else self.tr("No run was recorded yet."))
        self._on_current()
        self.listed.emit(runs)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._said.setText(translated(sentence))

    @Slot()
    def _on_current(self) -> None:
        for button in (self._open, self._export):
            button.setEnabled(self._chosen() is not None)

    @Slot()
    def _on_open(self) -> None:
        if run := self._chosen():
            self._said.clear()
            self._reports.open(run.folder)

    @Slot()
    def _on_export(self) -> None:
        run = self._chosen()
        if run is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{run.folder.name}.html", "HTML (*.html)")
        if name:
            self._said.clear()
            self._reports.export(run.folder, Path(name))

    def _chosen(self) -> PastRun | None:
        index: QModelIndex = self._list.currentIndex()
        return index.data(RUN_ROLE) if index.isValid() else None

    def _lay_out(self) -> None:
        self.body.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._export)
        row.addWidget(self._open)
        self.foot.addLayout(row)
