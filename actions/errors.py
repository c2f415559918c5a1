"""Errors of this package, each with a sentence that the user or the model can act on."""


class ActionError(Exception):
    """An action could not be carried out; the sentence goes back to the model."""


class UnreadableReplyError(Exception):
    """A model's answer holds no action that can be read; the sentence goes back to the model."""


class UnknownApplicationError(ActionError):
    """No installed application has the name."""


class PolicyError(Exception):
    """A policy file cannot be read or says what no policy knows."""


class FailSafeTriggeredError(Exception):
    """The pointer was pushed into a corner of the screen: the person wants the agent to stop."""


class DisplayLostError(Exception):
    """The display went away while input was sent to it."""
