"""Whose kernels run one token: our own where they compute what the plain layer does, and take less time than torch's.

One layer is enough to tell: all are alike, and its weights are many times what a GPU's cache holds. Nobody has tuned
the kernels for the card that they happen to run on, so they are measured there.
"""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from model.glm.decoding.attention import Reach
from model.glm.decoding.fused.layer import Cache, fits, run_layers
from model.glm.decoding.graph import graph_seconds
from model.glm.decoding.kernels import Kernels, Stack
from model.glm.decoding.text_layer import Rope, TextLayer, token_layer
from model.glm.faults import COMPILER_FAULTS, DEVICE_FAULTS, let_go
from model.glm.settings import GlmSettings, Progress

Seconds = Callable[[Callable[[], object]], float]
"""How long the device takes for something."""

_MOST_APART = 0.03
"""Of two results, as a share of what the layer adds: roundings of bf16 make 0.005, a wrong kernel makes about 1."""
_LATE = 0.3
"""How full the cache is, of 1, where it is looked at and measured."""


@dataclass(frozen=True)
class Trial:
    """One layer, random states (1, 1, width) and a random cache; `slots` (1,) is where the token goes."""

    layer: TextLayer
    x: Tensor
    rope: Rope
    cache: Cache
    slots: Tensor

    @classmethod
    def of(cls, layer: TextLayer, capacity: int) -> "Trial":
        """Make one for a cache of so many slots."""
        weight = layer.qkv.weight
        chance = torch.Generator(weight.device).manual_seed(0)

        def noise(*shape: int) -> Tensor:
            return torch.randn(shape, generator=chance, device=weight.device, dtype=weight.dtype)

        angles = noise(1, 1, layer.head_width // 4).repeat_interleave(2, dim=-1)
        shape = (1, layer.kv_heads, capacity, layer.head_width)
        cache = (noise(*shape), noise(*shape))
        slots = torch.tensor([int(_LATE * capacity)], device=weight.device)
        return cls(layer, noise(1, 1, weight.shape[1]), (angles.cos(), angles.sin()), cache, slots)

    def run(self, kernels: Kernels) -> Tensor:
        """Return the layer's output (1, 1, width)."""
        reach = Reach.of(self.slots, 1, self.cache[0].shape[2])
        return kernels.tokens([self.layer], self.x, self.rope, [self.cache], reach)

    def apart(self, kernels: Kernels) -> float:
        """Return how far the output and what is cached are from the plain layer's, as a share of the latter."""
        plain, *cached = self._results(Kernels(token=token_layer))
        ours, *ours_cached = self._results(kernels)
        pairs = ((ours - self.x, plain - self.x), *zip(ours_cached, cached, strict=True))
        return max(float((one.float() - other.float()).norm() / other.float().norm()) for one, other in pairs)

    def _results(self, kernels: Kernels) -> tuple[Tensor, Tensor, Tensor]:
        for part in self.cache:
            part.index_fill_(2, self.slots, 0)  # so that a token that is not written is not found
        output = self.run(kernels)
        keys, values = (part.index_select(2, self.slots) for part in self.cache)
        return output, keys, values


def can_fuse(layer: TextLayer) -> bool:
    """Whether our kernels can be tried at all."""
    return importlib.util.find_spec("triton") is not None and fits(layer)


@torch.no_grad()
def chosen(
    layer: TextLayer,
    capacity: int,
    settings: GlmSettings,
    on_progress: Progress,
    *,
    compiled: Callable[[], Kernels] = Kernels.compiled,
    single: Stack = run_layers,
    can_fuse: Callable[[TextLayer], bool] = can_fuse,
    seconds: Seconds = graph_seconds,
) -> Kernels:
    """Return compiled kernels, with our own for single tokens where they are wanted, right and not slower.

    A kernel that cannot be compiled or that errs is done without; `on_progress` is told.
    """
    kernels = compiled()
    if settings.kernels == "inductor" or not can_fuse(layer):
        return kernels
    own = replace(kernels, single=single)
    trial = Trial.of(layer, capacity)
    try:
        apart = trial.apart(own)
    except COMPILER_FAULTS as error:
        if isinstance(error, DEVICE_FAULTS):
            raise
        let_go(error)
        on_progress(f"Our own kernels could not be compiled, and torch's run: {error!s:.200}", None)
        return kernels
    if not apart <= _MOST_APART:  # not a number is no agreement
        on_progress(f"Our own kernels err on this card ({apart:.1%}), and torch's run", None)
        return kernels
    if settings.kernels == "own":
        return own
    return own if seconds(lambda: trial.run(own)) <= seconds(lambda: trial.run(kernels)) else kernels
