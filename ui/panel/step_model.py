"""The run's steps as a Qt list model, each with its screenshot's path."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from agent.step import Step
from ui.panel.step_words import step_title

STEP_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class ShownStep:
    """A step and where its screenshot lies."""

    step: Step
    screenshot: Path


class StepModel(QAbstractListModel):
    """Finished steps in order. `STEP_ROLE` gives the `ShownStep`."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[ShownStep] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many steps there are."""
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the step itself, or what a screen reader says of it."""
        if not index.isValid():
            return None
        shown = self._steps[index.row()]
        if role == STEP_ROLE:
            return shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{shown.step.index}. {step_title(shown.step)}"
        return None

    def add(self, step: Step, screenshot: Path) -> None:
        """Append a finished step."""
        row = len(self._steps)
        self.beginInsertRows(QModelIndex(), row, row)
        self._steps.append(ShownStep(step, screenshot))
        self.endInsertRows()

    def clear(self) -> None:
        """Forget the steps of the last run."""
        self.beginResetModel()
        self._steps.clear()
        self.endResetModel()
