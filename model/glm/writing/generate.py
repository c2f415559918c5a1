"""The loop that writes a reply: choose a token, show its text, run the network on it and on guesses of what follows.

The network is run on several tokens at once where they are known or guessed; each is still chosen by its own logits,
so the reply is the one that a token at a time would give. A stop ends it within one pass. Knows nothing of prompts and
images.
"""

from collections.abc import Callable
from itertools import zip_longest
from threading import Event
from typing import TYPE_CHECKING

from torch import Tensor

from model.base import GenerationStopped
from model.glm.writing.draft import Draft, Phase

if TYPE_CHECKING:
    from model.glm.decoding.decoder import Decoder
    from model.glm.writing.constrain import Constraint
    from model.glm.writing.guesses import Guesses
    from model.glm.writing.sampling import Sampler


class Generation:
    """One reply being written, its first token at the slot `at`."""

    def __init__(
        self,
        decoder: "Decoder",
        draft: Draft,
        sampler: "Sampler",
        constraint: "Constraint | None",
        guesses: "Guesses",
        *,
        at: int,
        forced_at_once: bool = True,
    ) -> None:
        self._decoder = decoder
        self._draft = draft
        self._sampler = sampler
        self._constraint = constraint
        self._guesses = guesses
        self._at = at
        self._forced_at_once = forced_at_once

    def run(self, logits: Tensor, on_text: Callable[[str], None], stop: Event, answer_now: Event) -> None:
        """Write until the draft has ended, from the logits (1, vocabulary) after the prompt.

        Raises `GenerationStopped` when `stop` is set.
        """
        guessed: list[int] = []
        while True:
            written = self._write(logits, guessed, on_text, stop, answer_now)
            if self._draft.phase is Phase.ENDED:
                return
            guessed = self._guesses.next(self._room(written), self._holding)
            logits = self._extend(written, guessed)

    def _write(
        self, logits: Tensor, guessed: list[int], on_text: Callable[[str], None], stop: Event, answer_now: Event
    ) -> list[int]:
        """Write the guesses that were right and what follows them; return what the network has not read of it."""
        tokens: list[int] = []
        for row, guess in zip_longest(logits, guessed):
            if stop.is_set():
                raise GenerationStopped
            tokens = self._next(row, answer_now)
            for token in tokens:
                if characters := self._take(token):
                    on_text(characters)
                if self._draft.phase is Phase.ENDED:
                    return []
            if tokens != [guess]:
                break
        return tokens

    def _extend(self, written: list[int], guessed: list[int]) -> Tensor:
        """Run the network; return the logits after the last token written and after each guess."""
        at = self._at + len(self._draft.tokens) - len(written)
        if not self._forced_at_once:
            for token in written[:-1]:
                self._decoder.extend([token], at=at)
                at += 1
            written = written[-1:]
        return self._decoder.extend([*written, *guessed], at=at)[len(written) - 1 :]

    def _next(self, logits: Tensor, answer_now: Event) -> list[int]:
        if forced := self._draft.forced(answer_now=answer_now.is_set()):
            return forced
        # The pass may still be running on the GPU: the grammar's work for its first token costs no time of its own.
        allowed = self._holding.allowed() if self._holding else None
        return self._draft.revise(self._sampler.pick(logits, allowed, self._draft.tokens))

    def _take(self, token: int) -> str:
        holding = self._holding
        characters = self._draft.commit(token)
        self._guesses.append(token)
        if holding:
            holding.consume(token)
            if holding.finished:
                characters += self._draft.end()
        return characters

    @property
    def _holding(self) -> "Constraint | None":
        """The grammar, where it holds the next token."""
        return self._constraint if self._draft.phase is Phase.ACTION else None

    def _room(self, written: list[int]) -> int:
        """Return how many guesses the cache has room for, and the pass beside what has to be read."""
        slots = self._decoder.capacity - self._at - len(self._draft.tokens)
        return max(0, min(slots, self._decoder.most - len(written)))
