"""What one check found."""

from dataclasses import dataclass

from actions.errors import FailSafeTriggeredError
from agent.errors import Stopped, TakenOver

INTERRUPTIONS = (FailSafeTriggeredError, Stopped, TakenOver)
"""What ends a check because a person acted."""


@dataclass(frozen=True)
class Finding:
    """A check's result; `cure` says what to do where it is not `good`. What is not `needed` fails nothing."""

    subject: str
    good: bool
    found: str
    cure: str = ""
    needed: bool = True


def interrupted(subject: str) -> Finding:
    """Return that a person acted during the check."""
    cure = "Leave mouse and keyboard alone during the check; run it again."
    return Finding(subject, False, "somebody used the mouse or the keyboard meanwhile", cure)
