"""Puts the model's question to the person."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.panel.asking.unhurried import Unhurried
from ui.panel.look.theme import Theme
from ui.panel.run.requests import Question
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.floating import Floating
from ui.panel.widgets.labels import label
from ui.wording import printable

_WIDTH = 480


class QuestionWindow(Floating):
    """A question and a field for the answer.

    Signals:
        answered: The person answered (a text), or will not (None).
    """

    answered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("A question for you"))
        self._question = label(role="heading", wraps=True)
        self._field = QLineEdit()
        self._field.setAccessibleName(self.tr("Your answer"))
        self._field.setPlaceholderText(self.tr("Your answer"))
        self._send = push_button(theme, self.tr("Send"), "check", "primary")
        self._unhurried = Unhurried(self._send)
        self._skip = push_button(theme, self.tr("No answer"), "cross")
        self._lay_out()
        self._field.returnPressed.connect(self._on_send)
        self._send.clicked.connect(self._on_send)
        self._skip.clicked.connect(self._on_skip)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_skip)

    def show_for(self, question: Question) -> None:
        """Ask, without taking the focus."""
        self._question.setText(printable(question.text))
        self._field.clear()
        self._unhurried.begin()
        self.fit()
        self.show()
        self._field.setFocus()

    @Slot()
    def _on_send(self) -> None:
        text = self._field.text().strip()
        if text and self._send.isEnabled():
            self._answer(text)

    @Slot()
    def _on_skip(self) -> None:
        self._answer(None)

    def _answer(self, text: str | None) -> None:
        self.hide()
        self.answered.emit(text)

    def _lay_out(self) -> None:
        self.content.addWidget(label(self.tr("A question for you"), "section"))
        self.content.addWidget(self._question)
        self.content.addWidget(self._field)
        row = QHBoxLayout()
        row.addWidget(self._skip)
        row.addStretch()
        row.addWidget(self._send)
        self.content.addLayout(row)
        self.setFixedWidth(_WIDTH)
