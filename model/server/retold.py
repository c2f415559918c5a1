"""Passes a reply's text on once, although a request that is repeated writes it again from the start."""

from collections.abc import Callable


class Retold:
    """Gives a listener only what goes beyond what it has heard; where a retelling differs, all of it on a new line."""

    def __init__(self, on_text: Callable[[str], None]) -> None:
        self._on_text = on_text
        self._heard = ""
        self._told = ""

    def start_over(self) -> None:
        """A new try begins."""
        self._told = ""

    def tell(self, new: str) -> None:
        """Take the next piece of the current try."""
        self._told += new
        if self._heard.startswith(self._told):
            return
        beyond = self._told.removeprefix(self._heard) if self._told.startswith(self._heard) else "\n" + self._told
        self._heard = self._told
        self._on_text(beyond)
