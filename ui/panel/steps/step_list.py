"""The list of a run's steps; it follows the newest until the person chooses an older one.

Knows neither the run nor how a step is shown at large.
"""

from pathlib import Path

from PySide6.QtCore import QItemSelection, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView

from agent.step import Step
from ui.panel.look.theme import Theme
from ui.panel.steps.step_delegate import StepDelegate
from ui.panel.steps.step_model import STEP_ROLE, StepModel
from ui.panel.steps.thumbnails import Thumbnails

_KEPT_THUMBNAILS = 200


class StepList(QListView):
    """Steps, newest at the end.

    Signals:
        chosen: The person looks at this step (ShownStep).
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._steps = StepModel()
        self._is_following = False
        self._thumbnails = Thumbnails(_KEPT_THUMBNAILS)
        self._thumbnails.came.connect(self._on_thumbnail)
        self._delegate = StepDelegate(theme, self._thumbnails)
        self.setModel(self._steps)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Steps"))
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.clicked.connect(self.choose_current)

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self._steps.rowCount()

    @property
    def follows_newest(self) -> bool:
        """Whether the person has not gone back to an older step."""
        return self.currentIndex().row() in (-1, self.count - 1)

    def add(self, step: Step, screenshot: Path) -> None:
        """Append a step, and mark it where the newest was marked; what is shown at large moves on by itself."""
        follows = self.follows_newest
        self._steps.add(step, screenshot)
        if follows:
            self._is_following = True
            newest = self._steps.index(self.count - 1, 0)
            self.setCurrentIndex(newest)
            self.scrollTo(newest)
            self._is_following = False

    @Slot()
    def choose_current(self) -> None:
        """Choose the step that is marked."""
        if shown := self.currentIndex().data(STEP_ROLE):
            self.chosen.emit(shown)

    def clear(self) -> None:
        """Forget the steps."""
        self._steps.clear()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for some steps."""
        return QSize(360, 240)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        if selected.indexes() and not self._is_following:
            self.choose_current()

    @Slot(object)
    def _on_thumbnail(self, key: object) -> None:
        """Paint the row that shows it, if it is in sight."""
        for row in self._rows_in_sight():
            index = self._steps.index(row, 0)
            if self._thumbnails.shows(key, index.data(STEP_ROLE)):
                self.update(index)

    def _rows_in_sight(self) -> range:
        area = self.viewport().rect()
        first, last = self.indexAt(area.topLeft()).row(), self.indexAt(area.bottomLeft()).row()
        return range(max(first, 0), last + 1 if last >= 0 else self.count)
