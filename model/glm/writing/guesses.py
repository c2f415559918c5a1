"""What is probably written next, to be checked in the pass that has to be run anyway.

A pass reads all weights, for one token as for sixteen. Whether a guess was right is seen from the logits of the token
before it, so guesses change when a reply is written and never what it says. Knows nothing of the network.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from model.glm.settings import GlmSettings
from model.glm.writing.lookup import Lookup

if TYPE_CHECKING:
    from model.glm.writing.constrain import Constraint


class Guesses:
    """Guesses from what the grammar forces and from the texts that came before, as the settings say."""

    def __init__(self, settings: GlmSettings, *texts: Iterable[int]) -> None:
        self._from_grammar = settings.guess_from_grammar
        self._lookup = Lookup(*texts, ()) if settings.guess_from_text else None
        self._most = settings.guessed_tokens

    def append(self, token: int) -> None:
        """Learn what was written."""
        if self._lookup:
            self._lookup.append(token)

    def next(self, room: int, held: "Constraint | None") -> list[int]:
        """Return at most `room` tokens; `held` is the grammar where it holds the next token."""
        guessed: list[int] = []
        most = min(room, self._most)
        while len(guessed) < most:
            more = self._more(guessed, most - len(guessed), held)
            if not more:
                break
            guessed += more
        return guessed[:most]

    def _more(self, guessed: list[int], most: int, held: "Constraint | None") -> list[int]:
        if held and self._from_grammar and (forced := held.forced(guessed)):
            return forced
        # Within a grammar one token says as much as two elsewhere.
        more = self._lookup.after(guessed, most, shortest=1 if held else 2) if self._lookup else []
        return more[: held.possible([*guessed, *more]) - len(guessed)] if held and more else more
