"""Phases and endings in the reader's language."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from agent.endings import Ending
from ui.panel.run.phase import Phase

Tone: TypeAlias = Literal["good", "bad", "warning"]

translate = QCoreApplication.translate


def phase_in_words(phase: Phase) -> str:
    """Return what the panel says while a run stands there."""
    return {
        Phase.IDLE: translate("phases", "Ready"),
        Phase.OPENING: translate("phases", "Opening the model…"),
        Phase.THINKING: translate("phases", "Thinking…"),
        Phase.ACTING: translate("phases", "Acting…"),
        Phase.PAUSING: translate("phases", "Pausing…"),
        Phase.PAUSED: translate("phases", "Paused: the desktop is yours"),
        Phase.APPROVING: translate("phases", "Waiting for your approval"),
        Phase.ASKING: translate("phases", "Waiting for your answer"),
        Phase.STOPPING: translate("phases", "Stopping…"),
    }[phase]


def ending_title(ending: Ending) -> str:
    """Return in a few words how the run ended."""
    return {
        "done": translate("endings", "Goal reached"),
        "answered": translate("endings", "Answer"),
        "infeasible": translate("endings", "The goal cannot be reached"),
        "stopped": translate("endings", "Stopped"),
        "taken_over": translate("endings", "You took over"),
        "limit": translate("endings", "A limit was reached"),
        "stuck": translate("endings", "Stuck"),
        "model_failed": translate("endings", "The model failed"),
        "desktop_lost": translate("endings", "The desktop cannot be operated any more"),
    }[ending.kind]


def unfinished_title() -> str:
    """Return what is said of a run that was killed."""
    return translate("endings", "Not finished")


def ending_tone(ending: Ending) -> Tone:
    """Return the colour of an ending."""
    if ending.reached:
        return "good"
    return "warning" if ending.kind in ("stopped", "taken_over", "limit", "infeasible") else "bad"
