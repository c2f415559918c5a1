"""Asks whether tasks are trusted that do more than operate applications, with all that they do. Nothing is a yes by
accident: the key that closes it means no, and the yes can be pressed only after a moment.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.panel.asking.full_text import FullText
from ui.panel.asking.unhurried import Unhurried
from ui.panel.look.theme import Theme
from ui.panel.sentences import translated
from ui.panel.tasks.listing import Entry
from ui.panel.tasks.task_words import breakable, title
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import label
from ui.wording import visible

_WIDTH, _MARGIN, _MOST_LINES = 600, 22, 14


class TrustDialog(QDialog):
    """Some tasks and their reasons; no, not these, or yes.

    Signals:
        trusted: The person trusts all of them.
        left_out: The person wants the other tasks to be run without them.
    """

    trusted = Signal()
    left_out = Signal()

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget, *, has_others: bool) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Do you trust these tasks?"))
        self._no = push_button(theme, self.tr("Cancel"), "cross")
        self._without = push_button(theme, self.tr("Run the others only"))
        self._without.setVisible(has_others)
        self._yes = push_button(theme, self.tr("Trust and run"), "check")
        self._lay_out(_all_reasons(entries))
        for button in (self._without, self._yes):
            button.setAutoDefault(False)
        self._no.setDefault(True)
        self._no.setFocus()
        self._no.clicked.connect(self.reject)
        self._without.clicked.connect(self._on_without)
        self._yes.clicked.connect(self._on_yes)
        Unhurried(self._yes).begin()

    @Slot()
    def _on_yes(self) -> None:
        self.accept()
        self.trusted.emit()

    @Slot()
    def _on_without(self) -> None:
        self.accept()
        self.left_out.emit()

    def _lay_out(self, reasons: str) -> None:
        explanation = self.tr(
            "They do more than operate applications on files of their own. What they run can do whatever you can. "
            "A yes is remembered until a task, or a file that it brings, is changed."
        )
        shown = FullText(self.tr("What they do"), _MOST_LINES, framed=True)
        shown.show_text(reasons, _WIDTH - 2 * _MARGIN)
        buttons = QHBoxLayout()
        buttons.addWidget(self._no)
        buttons.addStretch()
        buttons.addWidget(self._without)
        buttons.addWidget(self._yes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        layout.setSpacing(14)
        layout.addWidget(label(self.tr("Do you trust these tasks?"), "title"))
        layout.addWidget(label(explanation, "muted", wraps=True))
        layout.addWidget(shown)
        layout.addLayout(buttons)
        self.setFixedWidth(_WIDTH)


def _all_reasons(entries: Sequence[Entry]) -> str:
    return "\n\n".join(
        "\n".join((title(entry), *(f"    {breakable(visible(translated(reason)))}" for reason in entry.reasons)))
        for entry in entries
    )
