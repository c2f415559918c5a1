"""The page of all settings. They are checked and handed on together; the page writes no file."""

from pydantic import ValidationError
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from ui.panel.look.theme import Theme
from ui.panel.settings.look_section import LookSection
from ui.panel.settings.model_section import ModelSection
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.settings.policy_section import PolicySection
from ui.panel.settings.run_section import RunSection
from ui.panel.widgets.buttons import push_button
from ui.panel.widgets.labels import label
from ui.panel.widgets.page import Page


class SettingsPage(Page):
    """Sections of settings and one button that keeps them.

    Signals:
        saved: The person wants these settings from now on (PanelSettings).
    """

    saved = Signal(object)

    def __init__(self, theme: Theme, settings: PanelSettings) -> None:
        super().__init__(self.tr("Settings"))
        self._model = ModelSection(theme, settings.model)
        self._policy = PolicySection(theme, settings.policy, approve_each=settings.approve_each)
        self._run = RunSection(theme, settings)
        self._look = LookSection(theme, settings)
        for section in (self._model, self._policy, self._run, self._look):
            self.body.addWidget(section)
        self.body.addStretch()
        self._said = label(role="muted", wraps=True)
        save = push_button(theme, self.tr("Save"), "check", "primary")
        save.clicked.connect(self._on_save)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(save)
        self.foot.addLayout(row)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say what became of the settings."""
        self._said.setText(text)
        self._said.setProperty("role", "error" if wrong else "muted")
        self._said.style().polish(self._said)

    @Slot()
    def _on_save(self) -> None:
        changes = self._run.changes() | self._look.changes()
        try:
            settings = PanelSettings.model_validate(
                {
                    "model": self._model.choice(),
                    "policy": self._policy.policy(),
                    "approve_each": self._policy.approves_each,
                    **changes,
                }
            )
        except ValidationError as error:
            self.say(str(error), wrong=True)
        else:
            self.saved.emit(settings)
