"""The words of the reports of suites in the reader's language.

What the page itself says stands in `chinese.yaml` by its English; what steps do, in the catalogue of the panel.
"""

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from ui.wording import Language, untranslated

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

CAUSES: Mapping[str, str] = {
    "": "No cause is told",
    "check": "A check does not hold",
    "step": "A step could not be taken",
    "ending": "The agent gave up",
    "time": "The time was over",
    "set-up": "The set-up failed",
    "check fault": "A check is faulty",
    "machine": "The machine is at fault",
    "model": "The model failed",
    "worker": "The worker failed",
    "task file": "The task file is faulty",
}
"""What each cause is called."""


class Words:
    """Says things in a language. Calling it says what a page says, `translate` what a step does."""

    def __init__(self, language: Language = "en") -> None:
        self.language = language

    def __call__(self, english: str) -> str:
        """Return what stands for the English, or that where there is nothing."""
        return self._catalogue.get(english, english)

    def translate(self, context: str, english: str) -> str:
        """Return what the panel says. Is a `ui.wording.Translate`."""
        if self.language == "en":
            return untranslated(context, english)
        return self._panel.translate(context, english) or english

    @cached_property
    def _catalogue(self) -> Mapping[str, str]:
        if self.language == "en":
            return {}
        text = Path(__file__).with_name("chinese.yaml").read_text(encoding="utf-8")
        return dict[str, str](yaml.safe_load(text))

    @cached_property
    def _panel(self) -> "QTranslator":
        from PySide6.QtCore import QTranslator  # nobody who reads English waits for it

        translator = QTranslator()
        translator.load("deskhand_zh", str(files("ui.panel").joinpath("translations")))
        return translator


def language_of(environ: Mapping[str, str]) -> Language:
    """Return the language that a terminal's environment asks for."""
    asked = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if asked.lower().startswith("zh") else "en"


def took(seconds: float) -> str:
    """Return a duration as short as it is read best."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"
