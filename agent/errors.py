"""Errors of this package, each with a sentence that a user can act on; and the list of all that have one."""

from actions.errors import ActionError, DisplayLostError, PolicyError
from model.base import ModelError


class DesktopError(Exception):
    """The desktop cannot be operated: no display, no such monitor or window, a closed session."""


class RecordingError(Exception):
    """A recording cannot be written or read."""


class GroundingError(Exception):
    """A way of asking is none, or cannot help the model."""


class PromptError(Exception):
    """A prompt template cannot be read or rendered."""


class Stopped(Exception):  # noqa: N818 - a signal, not a fault
    """The user pressed stop; no further input may be sent."""


class TakenOver(Exception):  # noqa: N818 - a signal, not a fault
    """The person used the mouse or the keyboard; no further input may be sent until handed back."""


SPOKEN = (
    ActionError,
    DesktopError,
    DisplayLostError,
    GroundingError,
    ModelError,
    PolicyError,
    PromptError,
    RecordingError,
)
"""Errors whose own text says what to do: every front end shows it as it stands."""
