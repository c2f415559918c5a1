"""The language model over one static KV cache: reads a prompt, then takes one token at a time.

On CUDA the step of one token is captured once as a graph and replayed: forty layers are launched as one, and the
host is free while they run. Knows nothing of text, images or when to stop.
"""

import torch
from torch import Tensor

from model.glm.decoding.attention import CACHE_BLOCK, Reach
from model.glm.decoding.kernels import Kernels
from model.glm.foreign import Network


class Decoder:
    """One stream of tokens. Its network's layers are `TextLayer`s, all weights on one device.

    Logits are float32 (vocabulary,) on that device, in a buffer that the next call overwrites.
    """

    @torch.no_grad()
    def __init__(self, network: Network, capacity: int, kernels: Kernels) -> None:
        text = network.model.language_model
        self._embed, self._layers, self._norm, self._head = text.embed_tokens, text.layers, text.norm, network.lm_head
        self._rotary = text.rotary_emb
        self._kernels = kernels
        self.capacity = -(-capacity // CACHE_BLOCK) * CACHE_BLOCK
        like = self._embed.weight
        heads, width = self._layers[0].kv_heads, self._layers[0].head_width
        # Apart: tensors that share memory and are written to would be copied by the compiler.
        shape = (1, heads, self.capacity, width)
        self._cache = [(like.new_zeros(shape), like.new_zeros(shape)) for _ in self._layers]
        self._rope = self._rotary(like[:1, None], self._text_positions(like.device))
        self._token = torch.zeros(1, 1, dtype=torch.long, device=like.device)
        self._slot = torch.zeros(1, dtype=torch.long, device=like.device)
        self._shift = torch.zeros(1, dtype=torch.long, device=like.device)
        self._logits = torch.zeros(network.config.text_config.vocab_size, device=like.device)
        self._graph: torch.cuda.CUDAGraph | None = None
        self.length = 0

    @torch.no_grad()
    def read(self, embeddings: Tensor, positions: Tensor, shift: int) -> Tensor:
        """Start over with a prompt (1, n, width) at `positions` (3, 1, n); return the logits after it.

        `shift` is what rotary positions of later tokens differ by from their slots: an image takes fewer positions
        than tokens.
        """
        self.length = embeddings.shape[1]
        self._shift.fill_(shift)
        x, rope = embeddings, self._rotary(embeddings, positions)
        for layer, (keys, values) in zip(self._layers, self._cache, strict=True):
            x = self._kernels.prompt(layer, x, rope, keys, values)
        self._logits.copy_(self._kernels.head(self._norm, self._head, x[0, -1]))
        return self._logits

    @torch.no_grad()
    def step(self, token: int) -> Tensor:
        """Append one token; return the logits after it. On CUDA this returns before they are computed."""
        self._token.fill_(token)
        self._slot.fill_(self.length)
        self.length += 1
        if self._graph:
            self._graph.replay()
        else:
            self._run_token()
        return self._logits

    @torch.no_grad()
    def capture(self) -> None:
        """Compile the step of one token and capture it as a CUDA graph; overwrites the cache's first slots."""
        self._slot.fill_(1)
        side = torch.cuda.Stream()  # type: ignore[no-untyped-call]
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self._run_token()
        torch.cuda.current_stream().wait_stream(side)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            self._run_token()
        self._graph = graph

    def _run_token(self) -> None:
        x = self._embed(self._token)
        position = self._slot + self._shift
        rope = (self._rope[0].index_select(1, position), self._rope[1].index_select(1, position))
        reach = Reach.of(self._slot, self.capacity)
        for layer, (keys, values) in zip(self._layers, self._cache, strict=True):
            x = self._kernels.token(layer, x, rope, keys, values, reach)
        self._logits.copy_(self._kernels.head(self._norm, self._head, x[0, -1]))

    def _text_positions(self, device: torch.device) -> Tensor:
        return torch.arange(self.capacity, device=device).expand(3, 1, -1)
