"""What can go wrong with a served model, told apart by what helps: asking again, asking otherwise, or the user."""

from model.base import ModelError


class RequestRefusedError(ModelError):
    """The server does not take this request as it is (400 or 422); with fewer fields it may."""


class TransientError(Exception):
    """This try failed, the next may not. `wait` is what the server asked for, in seconds."""

    def __init__(self, sentence: str, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.wait = wait
