"""Guesses what comes next from what was written before: the longest ending that occurred earlier goes on as it did.

Prompt-lookup decoding (A. Saxena, 2023), over a prompt, earlier replies and the reply so far: an agent restates its
goal, its history and the screen's words. Knows nothing of what tokens mean.
"""

from collections.abc import Iterable, Sequence

LENGTHS = (6, 3, 2, 1)
"""How many tokens of an ending are looked for: the longer were more often followed by the same again."""


class Lookup:
    """An index of everything written; the latest occurrence wins."""

    def __init__(self, *texts: Iterable[int]) -> None:
        self._tokens: list[int] = []
        self._next: dict[tuple[int, ...], int] = {}
        self._begin = 0  # an ending does not reach back into another text
        for text in texts:
            self._begin = len(self._tokens)
            for token in text:
                self.append(token)

    def append(self, token: int) -> None:
        """Go on with the last text."""
        at = len(self._tokens)
        for length in LENGTHS:
            if at - self._begin >= length:
                self._next[tuple(self._tokens[at - length :])] = at
        self._tokens.append(token)

    def after(self, guessed: Sequence[int], most: int, shortest: int = 2) -> list[int]:
        """Return up to `most` tokens that followed the same ending before, if `guessed` are written; maybe none.

        The ending is of at least `shortest` tokens.
        """
        ending = (*self._tokens[-LENGTHS[0] :], *guessed)
        for length in LENGTHS:
            if length >= shortest and (found := self._next.get(tuple(ending[-length:]))) is not None:
                return self._tokens[found : found + most]
        return []
