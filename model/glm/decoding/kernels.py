"""The arithmetic of the layers, plain or fused by torch.compile: which of the two, and what that needs.

Layers are compiled one at a time: all forty share one piece of code, so the first use takes seconds, not minutes.
"""

import importlib.util
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from model.glm.decoding.attention import Reach, flex_cached_attention
from model.glm.decoding.text_layer import ChunkLayer, Rope, TextLayer, TokenLayer, chunk_layer, token_layer
from model.glm.vision.tower import BlockForward, vision_block

MEMORY_BOUND: dict[str, Any] = {
    # Without the tuning, inductor leaves matrix-vector products to a library that is slower at them.
    "coordinate_descent_tuning": True,
    # What does not wait for each other is launched as one.
    "combo_kernels": True,
}
"""Inductor's options for a pass over a few tokens."""

Stack = Callable[[Sequence[TextLayer], Tensor, Rope, Sequence[tuple[Tensor, Tensor]], Reach], Tensor]
"""All layers over one token (1, 1, width), each with its keys and values."""


def head_logits(norm: nn.Module, head: nn.Module, states: Tensor) -> Tensor:
    """Return float32 logits (n, vocabulary) of states (n, width)."""
    logits: Tensor = head(norm(states))
    return logits.float()


@dataclass(frozen=True)
class Kernels:
    """What runs each part; the plain ones run anywhere. `single` runs one token where it can do so faster."""

    chunk: ChunkLayer = chunk_layer
    token: TokenLayer = token_layer
    vision: BlockForward = vision_block
    head: Any = head_logits
    single: Stack | None = None

    def tokens(
        self,
        layers: Sequence[TextLayer],
        x: Tensor,
        rope: Rope,
        caches: Sequence[tuple[Tensor, Tensor]],
        reach: Reach,
    ) -> Tensor:
        """Run all layers over one token or a few (1, n, width), each with its keys and values."""
        if self.single and x.shape[1] == 1:
            return self.single(layers, x, rope, caches, reach)
        for layer, (keys, values) in zip(layers, caches, strict=True):
            x = self.token(layer, x, rope, keys, values, reach)
        return x

    @classmethod
    def compiled(cls) -> "Kernels":
        """Return fused kernels; each is compiled when it first runs."""
        return cls(
            chunk=torch.compile(chunk_layer, dynamic=True),
            token=torch.compile(
                partial(token_layer, attention=flex_cached_attention),
                fullgraph=True,
                dynamic=False,
                options=MEMORY_BOUND,
            ),
            vision=torch.compile(vision_block, fullgraph=True, dynamic=True),
            head=torch.compile(head_logits, fullgraph=True, dynamic=False, options=MEMORY_BOUND),
        )


def can_compile() -> bool:
    """Whether torch.compile can work for CUDA here: it needs Triton and a C compiler."""
    compiler = any(shutil.which(name) for name in ("cc", "gcc", "clang"))
    return compiler and importlib.util.find_spec("triton") is not None
