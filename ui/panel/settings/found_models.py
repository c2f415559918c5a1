"""The models that servers on this machine hold, to choose from or to write in by hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from model.local_servers.installed import Installed, installed
from ui.panel.errand import Errand

Find = Callable[[], Sequence[Installed]]


class FoundModels(QComboBox):
    """Offers what is found each time that it is looked for; what stands in it stays."""

    def __init__(self, chosen: str, find: Find = installed) -> None:
        super().__init__()
        self._find = find
        line = QLineEdit()
        line.setPlaceholderText("ollama:NAME, lmstudio:NAME, llamacpp, vllm, sglang")
        self.setEditable(True)
        self.setLineEdit(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditText(chosen)
        self._errand = Errand()
        self._errand.done.connect(self._on_found)

    def look(self) -> None:
        """Ask the servers, without waiting for them."""
        self._errand.run(lambda: [model.spec for model in self._find() if model.sees is not False])

    @Slot(object)
    def _on_found(self, specs: Sequence[str]) -> None:
        chosen = self.currentText().strip()
        self.clear()
        self.addItems(list(specs))
        self.setEditText(chosen or (specs[0] if specs else ""))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the wheel scroll the page instead of the choice."""
        event.ignore()
