"""The run's steps as a Qt list model, each with its screenshot's path."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from agent.step import Step
from ui.panel.steps.step_words import step_title

STEP_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class ShownStep:
    """A step and where its screenshot lies."""

    step: Step
    screenshot: Path


class StepModel(QStandardItemModel):
    """Finished steps in order. `STEP_ROLE` gives the `ShownStep`; the text is for screen readers.

    Qt's own model, since a view asks one for its row count once for each row that it lays out.
    """

    def add(self, step: Step, screenshot: Path) -> None:
        """Append a finished step."""
        item = QStandardItem(f"{step.index}. {step_title(step)}")
        item.setData(ShownStep(step, screenshot), STEP_ROLE)
        item.setEditable(False)
        self.appendRow(item)
