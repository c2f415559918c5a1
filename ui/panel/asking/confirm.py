"""Asks whether an action may be done, showing all of it, where it aims and why it is asked; it can be edited first."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from actions.schema import Action, Point
from actions.targets import targets
from ui.panel.asking.editing import editable_text, with_target, with_text
from ui.panel.asking.full_text import FullText
from ui.panel.asking.unhurried import Unhurried
from ui.panel.look.theme import Theme
from ui.panel.run.requests import Approval
from ui.panel.sentences import translated
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.floating import Floating
from ui.panel.widgets.labels import label
from ui.panel.widgets.picture_view import PictureView
from ui.wording import in_words, printable, unsaid_text, visible

_WIDTH, _PICTURE_HEIGHT, _TEXT_HEIGHT = 480, 240, 96
_REASON_LINES, _TEXT_LINES = 4, 6
_TEXT_WIDTH = _WIDTH - 34  # less the card's margins and border


class Confirm(Floating):
    """Yes, no, or edit: the text in a field, the target by a click on the screenshot.

    Signals:
        answered: The person decided (the action to do, or None to refuse).
        edited: The person began to change it, so that the target may be another one.
    """

    answered = Signal(object)
    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Approve this step?"))
        self._action: Action | None = None
        self._title = label(role="heading", wraps=True)
        self._reason = FullText(self.tr("Why it is asked"), _REASON_LINES, framed=False)
        self._picture = PictureView(theme)
        self._picture.setFixedHeight(_PICTURE_HEIGHT)
        self._whole = FullText(self.tr("The whole text"), _TEXT_LINES, framed=True)
        self._text = QPlainTextEdit()
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Text"))
        self._hint = label(role="muted", wraps=True)
        self._error = label(role="error", wraps=True)
        self._no = push_button(theme, self.tr("No"), "cross")
        self._edit = push_button(theme, self.tr("Edit"), "edit")
        self._yes = push_button(theme, self.tr("Yes, do it"), "check", "primary")
        self._unhurried = Unhurried(self._yes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._yes.clicked.connect(self._on_yes)
        self._edit.clicked.connect(self._on_edit)
        self._no.clicked.connect(self._on_no)
        self._picture.pointed.connect(self._on_pointed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_no)

    def show_for(self, approval: Approval) -> None:
        """Ask, without taking the focus; what has it in here answers nothing."""
        self._action = approval.action
        self._title.setText(visible(in_words(approval.action, QCoreApplication.translate)))
        self._reason.show_text(visible(translated(approval.reason)), _TEXT_WIDTH)
        self._picture.show_picture(approval.picture, targets(approval.action))
        for widget in (self._text, self._hint, self._error):
            widget.hide()
        self._whole.show_text(unsaid_text(approval.action), _TEXT_WIDTH)
        self._edit.setVisible(self._is_editable)
        self._unhurried.begin()
        self.fit()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take a key that nothing in here wants as a sign that the person types for another window."""
        self._unhurried.begin()
        super().keyPressEvent(event)

    @property
    def _is_editable(self) -> bool:
        return self._action is not None and bool(targets(self._action) or editable_text(self._action) is not None)

    @property
    def _is_rewritten(self) -> bool:
        """Whether the field holds another text; by itself it gives back some characters as others."""
        return self._text.isVisible() and self._text.document().isModified()

    @Slot()
    def _on_yes(self) -> None:
        if self._action is None:
            return
        try:
            edited = with_text(self._action, self._text.toPlainText()) if self._is_rewritten else self._action
        except ValueError as error:
            self._error.setText(str(error))
            self._error.show()
            return
        self._answer(edited)

    @Slot()
    def _on_no(self) -> None:
        self._answer(None)

    def _answer(self, action: Action | None) -> None:
        self._action = None
        self.hide()
        self.answered.emit(action)

    @Slot()
    def _on_edit(self) -> None:
        assert self._action is not None, "the button shows only while an action does"
        self._edit.hide()
        self.edited.emit()
        if targets(self._action):
            self._hint.setText(self.tr("Click the screenshot where it should aim instead."))
            self._hint.show()
        if (text := editable_text(self._action)) is not None:
            self._whole.hide()
            self._text.setPlainText(printable(text))
            self._text.document().setModified(printable(text) != text)  # what cannot be seen here is not typed
            self._text.show()
            self.activateWindow()
            self._text.setFocus()
        self.fit()

    @Slot(object)
    def _on_pointed(self, point: Point) -> None:
        if self._hint.isVisible() and self._action is not None:
            self._action = with_target(self._action, point)
            self._picture.show_boxes(targets(self._action))

    def _lay_out(self) -> None:
        self.content.addWidget(label(self.tr("Approve this step?"), "section"))
        for widget in (self._title, self._reason, self._picture, self._whole, self._hint, self._text, self._error):
            self.content.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._no)
        row.addWidget(self._edit)
        row.addStretch()
        row.addWidget(self._yes)
        self.content.addLayout(row)
        self.setFixedWidth(_WIDTH)
