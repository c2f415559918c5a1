"""The head of the page of tasks: which folder is shown, and another one to choose."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.widgets.buttons import icon_button, push_button
from ui.panel.widgets.labels import label
from ui.panel.widgets.painted_text import PaintedText


class FolderBar(QWidget):
    """Names a folder.

    Signals:
        chosen: The person wants to see this folder (Path).
        again_wanted: The person wants the folder to be read again.
    """

    chosen = Signal(object)
    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._path = PaintedText("muted")
        self._again = icon_button(theme, "again", self.tr("Read the folder again"))
        self._again.setShortcut(Qt.Key.Key_F5)
        self._choose = push_button(theme, self.tr("Folder…"), "folder")
        self._again.clicked.connect(self.again_wanted)
        self._choose.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(label(self.tr("Tasks"), "title"))
        row.addWidget(self._path, 1)
        row.addWidget(self._again)
        row.addWidget(self._choose)
        for button in (self._again, self._choose):
            button.hide()  # where there is no folder yet, the page itself invites to choose one

    def show_folder(self, folder: Path) -> None:
        """Name this folder."""
        self._folder = folder
        self._path.say(str(folder), Qt.TextElideMode.ElideMiddle)
        for button in (self._again, self._choose):
            button.show()

    def allow(self, idle: bool) -> None:
        """Let another folder be chosen, or not."""
        self._choose.setEnabled(idle)
        self._again.setEnabled(idle)

    @Slot()
    def choose(self) -> None:
        """Let the person choose a folder."""
        name = QFileDialog.getExistingDirectory(self, self.tr("A folder of tasks"), str(self._folder or Path.home()))
        if name:
            self.chosen.emit(Path(name))
