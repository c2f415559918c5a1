"""The language model over one static KV cache: it is extended by a chunk of a prompt or by a few tokens.

On CUDA a pass over a few tokens is captured once as a graph and replayed: forty layers are launched as one, and the
host is free while they run. Knows nothing of text, images or when to stop.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import torch
from torch import Tensor

from model.glm.decoding.attention import CACHE_BLOCK, Reach
from model.glm.decoding.kernels import Kernels
from model.glm.decoding.window import SIZES, Window
from model.glm.foreign import Network


@dataclass(frozen=True)
class Chunk:
    """A part of a prompt as the first layer reads it: `embeddings` (1, n, width) at rotary `positions` (3, 1, n).

    `shift` is what the positions of later tokens differ by from their slots: an image takes fewer positions than
    tokens. `keys` say what each token is, so that it is known again: a token's id, or what part of which image.
    """

    embeddings: Tensor
    positions: Tensor
    shift: int
    keys: Sequence[Hashable]

    def part(self, begin: int, end: int) -> "Chunk":
        """Return the tokens from `begin` to before `end`."""
        part = slice(begin, end)
        return Chunk(self.embeddings[:, part], self.positions[:, :, part], self.shift, self.keys[part])


def slots(capacity: int, most: int) -> int:
    """Return how many slots a cache has: whole blocks, with room for the padding of a last pass."""
    return -(-(capacity + most) // CACHE_BLOCK) * CACHE_BLOCK


class Decoder:
    """One stream of tokens. Its network's layers are `TextLayer`s, on one device; the embeddings may lie on the host.

    `capacity` is how many slots there are, `most` how many tokens a pass takes. `passes` counts how often the weights
    were read for tokens that are written; a prompt's chunks do not count. `like` (width,) has the device and the type
    of all states.
    """

    @torch.no_grad()
    def __init__(self, network: Network, capacity: int, kernels: Kernels, sizes: Sequence[int] = SIZES) -> None:
        text = network.model.language_model
        self._embed, self._layers, self._norm, self._head = text.embed_tokens, text.layers, text.norm, network.lm_head
        self._rotary = text.rotary_emb
        self._kernels = kernels
        self.most = max(sizes)
        self._slots = slots(capacity, self.most)
        self.capacity = self._slots - self.most
        self.like: Tensor = self._norm.weight
        heads, width = self._layers[0].kv_heads, self._layers[0].head_width
        # Apart: tensors that share memory and are written to would be copied by the compiler.
        shape = (1, heads, self._slots, width)
        self._cache = [(self.like.new_zeros(shape), self.like.new_zeros(shape)) for _ in self._layers]
        self._rope = self._rotary(self.like[:1, None], self._text_positions())
        self._shift = torch.zeros(1, dtype=torch.long, device=self.like.device)
        vocabulary = network.config.text_config.vocab_size
        self._windows = [Window(size, vocabulary, self._host_buffer(size), self.like.device) for size in sorted(sizes)]
        self._held: list[Hashable] = []
        self.passes = 0

    def held(self, keys: Sequence[Hashable]) -> int:
        """Return how many of a prompt's first tokens are in the cache already."""
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(keys, self._held, strict=False)))

    @torch.no_grad()
    def extend(self, entry: Chunk | Sequence[int], *, at: int) -> Tensor:
        """Put tokens into the slots from `at` on, and forget what came later; all slots before must be filled.

        Returns float32 logits on the device, in a buffer that the next call overwrites: (n, vocabulary), those after
        each token; of a chunk only those after its last (1, vocabulary). On CUDA this returns before they are computed.
        """
        assert at <= len(self._held), "no slot may be left out"
        del self._held[at:]
        if isinstance(entry, Chunk):
            logits = self._read(entry, at)
            self._held += entry.keys
            return logits
        logits = self._extend(entry, at)
        self._held += entry
        return logits

    @torch.no_grad()
    def capture(self) -> None:
        """On CUDA, compile and capture the passes over few tokens; the device is the current one."""
        self.forget()
        if self.like.device.type == "cuda":
            for window in self._windows:
                window.capture(self._run)

    def forget(self) -> None:
        """Take the cache for empty."""
        self._held.clear()
        self.passes = 0

    def _read(self, chunk: Chunk, at: int) -> Tensor:
        self._shift.fill_(chunk.shift)
        x, rope = chunk.embeddings, self._rotary(chunk.embeddings, chunk.positions)
        for layer, (keys, values) in zip(self._layers, self._cache, strict=True):
            x = self._kernels.chunk(layer, x, rope, keys, values, at)
        logits = self._windows[0].logits[:1]
        logits.copy_(self._kernels.head(self._norm, self._head, x[0, -1:]))
        return logits

    def _extend(self, tokens: Sequence[int], at: int) -> Tensor:
        if len(tokens) <= self.most:
            return self._pass(tokens, at)
        first, rest = self._pass(tokens[: self.most], at).clone(), self._extend(tokens[self.most :], at + self.most)
        return torch.cat((first, rest))

    def _pass(self, tokens: Sequence[int], at: int) -> Tensor:
        self.passes += 1
        window = next(window for window in self._windows if window.size >= len(tokens))
        padded = window.fill(tokens, at)
        if window.embedded is not None:
            window.embedded.copy_(self._embed(padded))
        window.run(self._run)
        return window.logits[: len(tokens)]

    def _run(self, window: Window) -> None:
        x = self._embed(window.tokens) if window.embedded is None else window.embedded
        reach = Reach.of(window.first, window.size, self._slots)
        positions = reach.slots + self._shift
        rope = (self._rope[0].index_select(1, positions), self._rope[1].index_select(1, positions))
        x = self._kernels.tokens(self._layers, x, rope, self._cache, reach)
        window.logits.copy_(self._kernels.head(self._norm, self._head, x[0]))

    def _host_buffer(self, size: int) -> Tensor | None:
        """Return where embeddings that lie on the host are copied to; None where they lie with the layers."""
        if self._embed.weight.device == self.like.device:
            return None
        return self.like.new_zeros(1, size, self.like.shape[0])

    def _text_positions(self) -> Tensor:
        return torch.arange(self._slots, device=self.like.device).expand(3, 1, -1)
