"""What each token writes, as bytes, and which tokens write a text. Knows nothing of the network."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import llguidance.hf

from model.glm.foreign import Tokenizer

if TYPE_CHECKING:
    from llguidance import LLTokenizer


class Vocabulary:
    """A tokenizer as generation needs it; `size` is the number of logits, `stops` the ids that end a reply."""

    def __init__(self, tokenizer: Tokenizer, size: int, stops: Sequence[int]) -> None:
        self.size = size
        self.stops = frozenset(stops)
        self._tokenizer = tokenizer
        self._known = len(tokenizer)  # logits are padded to more
        self._trie = llguidance.hf.from_tokenizer(tokenizer, n_vocab=size, eos_token=sorted(self.stops))
        self.trie_with = lru_cache(maxsize=4)(self._trie_with)

    def bytes_of(self, token: int) -> bytes:
        """Return what a token writes: part of a character, text, or a special token's own name."""
        return bytes(self._trie.decode_bytes([token])) if token < self._known else b""

    def control_token(self, text: str) -> int | None:
        """Return the one token that stands for a text and is no text to grammars, where there is one."""
        token = self._tokenizer.get_added_vocab().get(text)
        return token if token is not None and self._trie.is_special_token(token) else None

    def encode(self, text: str) -> list[int]:
        """Return the tokens of a text, special tokens by their names."""
        return list(self._tokenizer.encode(text, add_special_tokens=False))

    def _trie_with(self, slices: tuple[str, ...]) -> "LLTokenizer":
        """Return the vocabulary in llguidance's form, prepared for long stretches of these expressions."""
        # In place of the general ones: llguidance fails where one of these is the same as one of those.
        return self._trie.with_slices(list(slices)) if slices else self._trie
