"""Holds decoding to a grammar: which tokens may come next, as one bit each (llguidance).

The bits are computed on the CPU while the GPU runs the step of the token before. Knows nothing of what the grammar
describes.
"""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from llguidance import LLMatcher
from llguidance.numpy import fill_next_token_bitmask
from torch import Tensor

from model.base import Grammar, ModelError

if TYPE_CHECKING:
    from model.glm.prompt.vocabulary import Vocabulary

_WORD = 32
_ANSWER_END = "</answer>"


class Constraint:
    """One reply's way through a grammar."""

    def __init__(self, grammar: Grammar, vocabulary: "Vocabulary", device: torch.device) -> None:
        trie = vocabulary.trie_with(grammar.slices)
        self._matcher = LLMatcher(trie, LLMatcher.grammar_from_lark(_ended(grammar.lark, vocabulary)))
        self._raise_fault()
        words = -(-vocabulary.size // _WORD)
        self._bits = torch.zeros(1, words, dtype=torch.int32, pin_memory=device.type == "cuda")
        self._places = torch.arange(_WORD, dtype=torch.int32, device=device)
        self._size = vocabulary.size

    @property
    def finished(self) -> bool:
        """Whether nothing more can be written."""
        return bool(self._matcher.is_stopped())

    def consume(self, token: int) -> None:
        """Take a token that was allowed."""
        self._matcher.consume_token(token)
        self._raise_fault()

    def allowed(self) -> Tensor:
        """Return which tokens may come next: booleans (vocabulary,) on the device."""
        fill_next_token_bitmask(self._matcher, self._bits.numpy())
        self._raise_fault()
        words = self._bits.to(self._places.device, non_blocking=True)
        return (words.T >> self._places & 1).bool().flatten()[: self._size]

    def forced(self, guessed: Sequence[int]) -> list[int]:
        """Return the tokens that the only possible text would usually be written in, once `guessed` were consumed.

        Empty where the grammar leaves a choice, or where it would not take what was guessed.
        """
        taken = self._matcher.try_consume_tokens(list(guessed))
        forced = self._matcher.compute_ff_tokens() if taken == len(guessed) else []
        self._matcher.rollback(taken)
        return list(forced)

    def possible(self, tokens: Sequence[int]) -> int:
        """Return how many of the tokens may follow one another from here."""
        return int(self._matcher.validate_tokens(list(tokens)))

    def _raise_fault(self) -> None:
        if self._matcher.is_error():
            reason = self._matcher.get_error().partition("\n")[0]
            raise ModelError(f"The grammar of actions cannot be followed: {reason}")


def _ended(lark: str, vocabulary: "Vocabulary") -> str:
    """Return the grammar with `</answer>` also as the one control token that most checkpoints write for it."""
    token = vocabulary.control_token(_ANSWER_END)
    spelled = json.dumps(_ANSWER_END)
    return lark if token is None else lark.replace(spelled, f"({spelled} | <[{token}]>)")
