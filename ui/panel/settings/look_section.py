"""The settings of the panel itself: language, theme, and whether it shrinks while the agent works."""

from ui.panel.look.theme import Theme
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.settings.section import Chooser, Section
from ui.panel.widgets.switch import Switch


class LookSection(Section):
    """Shows the part of the settings that concerns the panel."""

    def __init__(self, theme: Theme, settings: PanelSettings) -> None:
        super().__init__(self.tr("Panel"))
        languages = [("system", self.tr("as the system")), ("en", "English"), ("zh", "中文")]
        themes = [
            ("system", self.tr("as the system")),
            ("light", self.tr("light")),
            ("dark", self.tr("dark")),
            ("high contrast", self.tr("high contrast")),
        ]
        self._language = Chooser(theme, languages, settings.language)
        self._theme = Chooser(theme, themes, settings.theme)
        self._shrinks = Switch(theme, self.tr("Shrink to a strip while the agent works"))
        self._shrinks.setChecked(settings.shrinks)
        self.add(self.tr("Language"), self._language)
        self.add(self.tr("Colours"), self._theme)
        self.rows.addRow(self._shrinks)

    def changes(self) -> dict[str, object]:
        """Return what is set, by the settings' names."""
        return {
            "language": self._language.currentData(),
            "theme": self._theme.currentData(),
            "shrinks": self._shrinks.isChecked(),
        }
