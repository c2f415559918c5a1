"""The buffers of a pass over a fixed number of tokens, and the CUDA graph that replays it.

A pass over fewer tokens fills the rest with padding: what that leaves in the cache lies behind the last token, where
nothing looks before it is overwritten. Knows nothing of layers.
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from model.glm.decoding.graph import captured

SIZES = (1, 4, 16)
"""How many tokens a pass takes, each compiled and captured once: reading the weights costs the same for all."""


class Window:
    """One size of pass: `tokens` (1, n) from the slot `first` (1,) on, to `logits` (n, vocabulary) in float32.

    `embedded` (1, n, width) is what the first layer reads where the embeddings lie on the host.
    """

    def __init__(self, size: int, vocabulary: int, embedded: Tensor | None, device: torch.device) -> None:
        self.size = size
        self.tokens = torch.zeros(1, size, dtype=torch.long, device=device)
        self.first = torch.zeros(1, dtype=torch.long, device=device)
        self.logits = torch.zeros(size, vocabulary, device=device)
        self.embedded = embedded
        self._graph: torch.cuda.CUDAGraph | None = None

    def fill(self, tokens: Sequence[int], at: int) -> Tensor:
        """Take up to `size` tokens and the slot of the first; return all of them (1, n) on the host."""
        padded = torch.tensor([[*tokens, *[0] * (self.size - len(tokens))]])
        self.tokens.copy_(padded)
        self.first.fill_(at)
        return padded

    def run(self, run: "Callable[[Window], None]") -> None:
        """Run the pass, from its graph where it was captured. On CUDA this returns before it is done."""
        if self._graph:
            self._graph.replay()
        else:
            run(self)

    def capture(self, run: "Callable[[Window], None]") -> None:
        """Compile the pass and capture it; the current device is the window's. Overwrites the cache's first slots."""
        self.first.fill_(1)
        self._graph = captured(lambda: run(self))
