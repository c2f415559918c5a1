"""Shows a thought as it is written, following its end unless the reader scrolled up."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.panel.steps.thought_text import shown_text

_MOST_CHARACTERS = 40_000
_MOST_LINES = 8


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
            self._write_anew()

    def _append(self, text: str) -> None:
        with self._following():
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(text)
            self._split_paragraph()

    def _write_anew(self) -> None:
        with self._following():
            self.setPlainText(self._shown)

    @contextmanager
    def _following(self) -> Iterator[None]:
        """Stay at the end of a text that changes, unless the reader scrolled up."""
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 2
        yield
        if follows:
            bar.setValue(bar.maximum())

    def _split_paragraph(self) -> None:
        """Part a long paragraph where a line ends anyway: Qt lays a whole one out anew for each word at its end."""
        block = self.document().lastBlock()
        lines = block.layout().lineCount()
        if lines > _MOST_LINES:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + block.layout().lineAt(lines - 1).textStart())
            cursor.insertBlock()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines end elsewhere now: show the paragraphs as they were written."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.toPlainText() != self._shown:
            self._write_anew()
