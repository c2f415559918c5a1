"""Shows a thought as it is written, following its end unless the reader scrolled up."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.panel.thought_text import shown_text

_MOST_CHARACTERS = 40_000


class ThoughtView(QPlainTextEdit):
    """A read-only text that grows at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raw = self._shown = ""
        self.setReadOnly(True)
        self.setProperty("role", "thought")
        self.setAccessibleName(self.tr("Thought"))
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)

    def show_text(self, text: str) -> None:
        """Show a whole thought."""
        self._raw = text[:_MOST_CHARACTERS]
        self._shown = shown_text(self._raw)
        self.setPlainText(self._shown)

    def stream(self, text: str) -> None:
        """Show what was written since; only what is new is laid out."""
        if len(self._raw) > _MOST_CHARACTERS:
            return
        self._raw += text
        before, self._shown = self._shown, shown_text(self._raw)
        if self._shown.startswith(before):
            self._append(self._shown[len(before) :])
        else:
            self.setPlainText(self._shown)

    def _append(self, text: str) -> None:
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 2
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        if follows:
            bar.setValue(bar.maximum())
