"""The settings of a run: what it looks at, how long it may take, and the key that stops it."""

from typing import get_args

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from actions.dialects import DialectName
from ui.panel.look.theme import Theme
from ui.panel.settings.panel_settings import PanelSettings
from ui.panel.settings.section import Chooser, Section, number


class RunSection(Section):
    """Shows the part of the settings that concerns a run."""

    def __init__(self, theme: Theme, settings: PanelSettings) -> None:
        super().__init__(self.tr("Run"))
        self._monitor = Chooser(theme, self._monitors(), str(settings.monitor))
        self._window = QLineEdit(settings.window)
        self._window.setPlaceholderText(self.tr("any window"))
        self._dialect = Chooser(theme, self._dialects(), settings.dialect)
        self._grounding = Chooser(theme, self._ways(settings.grounding), settings.grounding)
        self._steps = number(settings.max_steps, 1, 1000)
        self._seconds = number(round(settings.max_seconds), 1, 86_400, "s")
        self._stop_key = QLineEdit(settings.stop_key)
        self._lay_out()

    def changes(self) -> dict[str, object]:
        """Return what is set, by the settings' names."""
        return {
            "monitor": int(self._monitor.currentData()),
            "window": self._window.text().strip(),
            "dialect": self._dialect.currentData(),
            "grounding": self._grounding.currentData(),
            "max_steps": self._steps.value(),
            "max_seconds": float(self._seconds.value()),
            "stop_key": self._stop_key.text().strip(),
        }

    def _dialects(self) -> list[tuple[str, str]]:
        return [("", self.tr("the model's own")), *((name, name) for name in get_args(DialectName))]

    def _ways(self, chosen: str) -> list[tuple[str, str]]:
        ways = {
            "plain": self.tr("as the model says"),
            "zoom": self.tr("look closer each time"),
            "zoom-if-unsure": self.tr("look closer where it is unsure"),
            "snap": self.tr("move onto the named text"),
            "samples:3": self.tr("the middle of three answers"),
        }
        return list({**ways, chosen: ways.get(chosen, chosen)}.items())

    def _monitors(self) -> list[tuple[str, str]]:
        screens = QGuiApplication.screens()
        sizes = [f"{screen.geometry().width()}x{screen.geometry().height()}" for screen in screens]
        numbered = [(str(n), f"{n} ({size})") for n, size in enumerate(sizes, 1)]
        return [*numbered, ("0", self.tr("all monitors"))]

    def _lay_out(self) -> None:
        self.add(self.tr("Monitor"), self._monitor)
        self.add(self.tr("Window"), self._window, self.tr("A part of its title: the model sees nothing else."))
        self.add(self.tr("Dialect"), self._dialect, self.tr("How the model was taught to write actions."))
        hint = self.tr("Closer looks and more answers take longer. The reader needs none of them.")
        self.add(self.tr("Places"), self._grounding, hint)
        self.add(self.tr("Most steps"), self._steps)
        self.add(self.tr("Most time"), self._seconds)
        self.add(self.tr("Stop key"), self._stop_key)
