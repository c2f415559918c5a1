"""The field for the goal, with the goals of earlier runs."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from ui.panel.look.theme import Theme
from ui.panel.widgets.buttons import icon_button
from ui.panel.widgets.labels import label

_SHOWN_IN_MENU = 12
_MENU_CHARACTERS = 60
_HEIGHT = 72


class GoalBox(QFrame):
    """Enter submits, Shift+Enter begins a line, Up in the first line brings back an earlier goal.

    Signals:
        submitted: The person wants this goal to be reached.
    """

    submitted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._earlier: list[str] = []
        self._back = -1
        self._field = QPlainTextEdit()
        self._field.setProperty("role", "plain")
        self._field.setPlaceholderText(self.tr("What should be done? Say it in your own words."))
        self._field.setAccessibleName(self.tr("Goal"))
        self._field.setTabChangesFocus(True)
        self._field.document().setDocumentMargin(0)
        self._field.setFixedHeight(_HEIGHT)
        self._field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._field.installEventFilter(self)
        self._menu = QMenu(self)
        self._button = icon_button(theme, "history", self.tr("Earlier goals"))
        self._button.setMenu(self._menu)
        self._button.setPopupMode(self._button.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self.remember([])

    @property
    def goal(self) -> str:
        """What was written, without surrounding space."""
        return self._field.toPlainText().strip()

    def show_goal(self, goal: str) -> None:
        """Write a goal into the field."""
        self._field.setPlainText(goal)
        self._field.moveCursor(self._field.textCursor().MoveOperation.End)

    def set_editable(self, editable: bool) -> None:
        """Let the goal be changed, or show it only."""
        self._field.setReadOnly(not editable)
        self._button.setVisible(editable)

    def focus(self) -> None:
        """Let the keyboard write the goal."""
        self._field.setFocus()

    def remember(self, goals: Sequence[str]) -> None:
        """Offer these goals, newest first."""
        self._earlier, self._back = list(dict.fromkeys(goals)), -1
        self._menu.clear()
        for goal in self._earlier[:_SHOWN_IN_MENU]:
            line = " ".join(goal.split())
            action = self._menu.addAction(line if len(line) <= _MENU_CHARACTERS else line[:_MENU_CHARACTERS] + "…")
            action.setData(goal)
        self._button.setEnabled(bool(self._earlier))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter submit and Up bring back."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or self._field.isReadOnly():
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return False
            self.submitted.emit()
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._browse(1 if event.key() == Qt.Key.Key_Up else -1)
        return super().eventFilter(watched, event)

    def _browse(self, by: int) -> bool:
        """Bring back an earlier (1) or a later (-1) goal where the cursor is on the field's edge."""
        cursor = self._field.textCursor()
        edge = 0 if by == 1 else self._field.blockCount() - 1
        back = self._back + by
        if cursor.blockNumber() != edge or not -1 <= back < len(self._earlier):
            return False
        self._back = back
        self.show_goal(self._earlier[back] if back >= 0 else "")
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Goal"), "section"))
        head.addStretch()
        head.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._field)
        self._menu.triggered.connect(self._on_chosen)

    def _on_chosen(self, action: QAction) -> None:
        self.show_goal(str(action.data()))
        self.focus()
