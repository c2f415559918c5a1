"""Phases and endings in the reader's language."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from agent.endings import Ending
from ui.panel.phase import Phase

Tone: TypeAlias = Literal["good", "bad", "warning"]

_translate = QCoreApplication.translate


def phase_in_words(phase: Phase) -> str:
    """Return what the panel says while a run stands there."""
    return {
        Phase.IDLE: _translate("phases", "Ready"),
        Phase.OPENING: _translate("phases", "Opening the model…"),
        Phase.THINKING: _translate("phases", "Thinking…"),
        Phase.ACTING: _translate("phases", "Acting…"),
        Phase.PAUSING: _translate("phases", "Pausing…"),
        Phase.PAUSED: _translate("phases", "Paused: the desktop is yours"),
        Phase.APPROVING: _translate("phases", "Waiting for your approval"),
        Phase.ASKING: _translate("phases", "Waiting for your answer"),
        Phase.STOPPING: _translate("phases", "Stopping…"),
    }[phase]


def ending_title(ending: Ending) -> str:
    """Return in a few words how the run ended."""
    return {
        "done": _translate("endings", "Goal reached"),
        "answered": _translate("endings", "Answer"),
        "infeasible": _translate("endings", "The goal cannot be reached"),
        "stopped": _translate("endings", "Stopped"),
        "taken_over": _translate("endings", "You took over"),
        "limit": _translate("endings", "A limit was reached"),
        "stuck": _translate("endings", "Stuck"),
        "model_failed": _translate("endings", "The model failed"),
        "desktop_lost": _translate("endings", "The desktop cannot be operated any more"),
    }[ending.kind]


def unfinished_title() -> str:
    """Return what is said of a run that was killed."""
    return _translate("endings", "Not finished")


def ending_tone(ending: Ending) -> Tone:
    """Return the colour of an ending."""
    if ending.reached:
        return "good"
    return "warning" if ending.kind in ("stopped", "taken_over", "limit", "infeasible") else "bad"
