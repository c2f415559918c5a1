"""What stands where tasks are listed, before there are any: what tasks are, and how to open some."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.widgets.buttons import example_button, push_button
from ui.panel.widgets.labels import label, say

_WIDTH = 440


class NoTasksView(QWidget):
    """Invites to open a folder, or the `suites` that come along, where there are any.

    Signals:
        choice_wanted: The person wants to choose a folder.
        chosen: The person wants to see this folder (Path).
    """

    choice_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, theme: Theme, suites: Path) -> None:
        super().__init__()
        self._suites = suites
        self._title = label(role="title", wraps=True)
        self._text = label(role="muted", wraps=True)
        self._choose = push_button(theme, self.tr("Open a folder…"), "folder", "primary")
        self._come_along = example_button(theme, self.tr("The tasks that come with Deskhand"))
        self._come_along.setVisible(suites.is_dir())
        self._choose.clicked.connect(self.choice_wanted)
        self._come_along.clicked.connect(self._on_come_along)
        self.invite()
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._title, self._text, self._choose, self._come_along):
            column.addWidget(widget)
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        inside.setLayout(column)
        layout = QVBoxLayout(self)
        layout.addWidget(inside, alignment=Qt.AlignmentFlag.AlignCenter)

    def invite(self) -> None:
        """Say what tasks are: no folder was chosen yet."""
        text = self.tr(
            "Open a folder of task files to see them here, run them and look at what became of them. Each task runs "
            "on a display and in a home of its own: your desktop stays yours meanwhile."
        )
        self._say(self.tr("Tasks show what the agent can do"), text)

    def say_empty(self) -> None:
        """Say that the chosen folder holds no task."""
        text = self.tr("A task is a file *.task.yaml, or another *.yaml with a goal or steps. Open another folder.")
        self._say(self.tr("There is no task in this folder"), text)

    def say_reading(self) -> None:
        """Say that the folder is being looked through."""
        self._say(self.tr("Looking for tasks…"), "")

    def say_wrong(self, sentence: str) -> None:
        """Say why the folder cannot be looked into."""
        self._say(self.tr("This folder cannot be read"), sentence)

    def _say(self, title: str, text: str) -> None:
        say(self._title, title, "title")
        say(self._text, text, "muted")

    @Slot()
    def _on_come_along(self) -> None:
        self.chosen.emit(self._suites)
