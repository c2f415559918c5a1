"""The first page that a new user sees: what this does, which model to begin with, how to stop it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from ui.panel.look.theme import Theme
from ui.panel.settings.model_section import ModelSection
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import card, label
from ui.panel.widgets.page import Page


class WelcomePage(Page):
    """Shown while there are no settings yet.

    Signals:
        done: The person chose how to begin (PanelSettings).
        check_wanted: The person wants this machine to be checked first.
    """

    done = Signal(object)
    check_wanted = Signal()

    def __init__(self, theme: Theme, settings: PanelSettings) -> None:
        super().__init__(self.tr("Welcome to Deskhand"))
        self._settings = settings
        for title, text in self._facts():
            frame, inside = card()
            inside.addWidget(label(title, "heading"))
            inside.addWidget(label(text, "muted", wraps=True))
            self.body.addWidget(frame)
        self._model = ModelSection(theme, settings.model)
        self.body.addWidget(self._model)
        self.body.addStretch()
        check = push_button(theme, self.tr("Check this machine"), "doctor")
        begin = push_button(theme, self.tr("Begin"), "play", "primary")
        check.clicked.connect(self.check_wanted)
        begin.clicked.connect(self._on_begin)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(check)
        row.addWidget(begin, alignment=Qt.AlignmentFlag.AlignRight)
        self.foot.addLayout(row)

    def _facts(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("It sees your screen and uses your mouse and keyboard"),
                self.tr(
                    "Screenshots go to the model that you choose below, and into recordings on this machine. "
                    "With the reader or a local GLM they never leave it."
                ),
            ),
            (
                self.tr("You can always stop it"),
                self.tr(
                    "Ctrl+Alt+Escape stops it from anywhere, and so does Stop. Move the mouse or press a key "
                    "to take over; it waits until you hand back."
                ),
            ),
            (
                self.tr("It asks before it does harm"),
                self.tr(
                    "It asks before it types into a terminal, presses what sends, pays or deletes, or closes "
                    "without saving. The settings say what it may do."
                ),
            ),
        ]

    @Slot()
    def _on_begin(self) -> None:
        self.done.emit(self._settings.model_copy(update={"model": self._model.choice()}))
