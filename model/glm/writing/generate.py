"""The loop that writes a reply: choose a token, show its text, run the network on it.

One token at a time, so a stop ends it within one. Knows nothing of prompts and images.
"""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from torch import Tensor

from model.base import GenerationStopped
from model.glm.writing.draft import Draft, Phase

if TYPE_CHECKING:
    from model.glm.decoding.decoder import Decoder
    from model.glm.writing.constrain import Constraint
    from model.glm.writing.sampling import Sampler


class Generation:
    """One reply being written from the logits after its prompt."""

    def __init__(self, decoder: "Decoder", draft: Draft, sampler: "Sampler", constraint: "Constraint | None") -> None:
        self._decoder = decoder
        self._draft = draft
        self._sampler = sampler
        self._constraint = constraint

    def run(self, logits: Tensor, on_text: Callable[[str], None], stop: Event, answer_now: Event) -> None:
        """Write until the draft has ended. Raises `GenerationStopped` when `stop` is set."""
        allowed: Tensor | None = None
        while True:
            if stop.is_set():
                raise GenerationStopped
            for token in self._next(logits, allowed, answer_now):
                if characters := self._take(token):
                    on_text(characters)
                if self._draft.phase is Phase.ENDED:
                    return
                logits = self._decoder.step(token)
            # The step may still be running on the GPU: the grammar's work costs no time of its own.
            allowed = self._constraint.allowed() if self._constraint and self._draft.phase is Phase.ACTION else None

    def _next(self, logits: Tensor, allowed: Tensor | None, answer_now: Event) -> list[int]:
        forced = self._draft.forced(answer_now=answer_now.is_set())
        return forced or self._draft.revise(self._sampler.pick(logits, allowed, self._draft.tokens))

    def _take(self, token: int) -> str:
        acting = self._draft.phase is Phase.ACTION
        characters = self._draft.commit(token)
        if acting and self._constraint:
            self._constraint.consume(token)
            if self._constraint.finished:
                characters += self._draft.end()
        return characters
