"""Says in a coloured frame how a run ended, or what went wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.panel.look.theme import Theme
from ui.panel.run.phase_words import Tone
from ui.panel.widgets.buttons import icon_button
from ui.panel.widgets.labels import label


class Banner(QFrame):
    """A title and a text that can be selected and copied; hidden while there is nothing to say.

    Signals:
        report_wanted: The person wants to see the run's report.
    """

    report_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label(role="heading", wraps=True)
        self._title.setObjectName("banner_title")
        self._text = label(wraps=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = icon_button(theme, "copy", self.tr("Copy"))
        self._report = icon_button(theme, "report", self.tr("Show the report"))
        self._copy.clicked.connect(self._on_copy)
        self._report.clicked.connect(self.report_wanted)
        self._lay_out()
        self.hide()

    def say(self, tone: Tone, title: str, text: str = "", *, has_report: bool = False) -> None:
        """Show it."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._copy.setVisible(bool(text))
        self._report.setVisible(has_report)
        self.setProperty("banner", tone)
        self.style().unpolish(self)  # a style sheet looks at properties only once
        self.style().polish(self)
        self.show()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.addLayout(words, 1)
        row.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._report, alignment=Qt.AlignmentFlag.AlignTop)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
