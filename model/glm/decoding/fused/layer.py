"""One token through all layers, six launches each: what a half of a layer leaves is normed where it is next read.

Takes plain weights only; quantized ones, and more than one token at a time, are left to what torch compiles.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from model.glm.decoding.attention import Reach
from model.glm.decoding.fused.attend import Parts, fused_attend, plain_attend
from model.glm.decoding.fused.combine import fused_combine, plain_combine
from model.glm.decoding.fused.gate_up import fused_gate_up, plain_gate_up
from model.glm.decoding.fused.norms import Pending
from model.glm.decoding.fused.product import fused_product, plain_product
from model.glm.decoding.fused.qkv import fused_qkv, plain_qkv
from model.glm.decoding.text_layer import Rope, TextLayer

_LEAST_HEAD = 16  # numbers, for tensor cores

Cache = tuple[Tensor, Tensor]
"""Keys and values (1, kv heads, capacity, d) of one layer."""


@dataclass(frozen=True)
class Launches:
    """What a layer is made of; the product is launched twice."""

    qkv: Callable[[TextLayer, Pending, Rope, Tensor, Tensor, Tensor], tuple[Tensor, Tensor]]
    attend: Callable[[Tensor, Tensor, Tensor, Tensor], Parts]
    combine: Callable[[Parts, Tensor], Tensor]
    product: Callable[[Tensor, Tensor], Tensor]
    gate_up: Callable[[TextLayer, Pending], tuple[Tensor, Tensor]]


PLAIN = Launches(plain_qkv, plain_attend, plain_combine, plain_product, plain_gate_up)
FUSED = Launches(fused_qkv, fused_attend, fused_combine, fused_product, fused_gate_up)


def run_layer(
    launches: Launches, layer: TextLayer, pending: Pending, rope: Rope, cache: Cache, slot: Tensor
) -> Pending:
    """Run one token, which takes its `slot` (1,) of the layer's cache; return what is pending after the layer."""
    state, query = launches.qkv(layer, pending, rope, *cache, slot)
    attended = launches.combine(launches.attend(query, *cache, slot), state)
    halfway = Pending(state, launches.product(layer.out.weight, attended), layer.after_attention)
    state, inner = launches.gate_up(layer, halfway)
    return Pending(state, launches.product(layer.mlp.down_proj.weight, inner), layer.after_mlp)


def run_layers(
    layers: Sequence[TextLayer],
    x: Tensor,
    rope: Rope,
    caches: Sequence[Cache],
    reach: Reach,
    launches: Launches = FUSED,
) -> Tensor:
    """Run one token (1, 1, width) through all layers; return its states after the last, of the same shape."""
    state = x.view(-1)
    pending = Pending(state, torch.zeros_like(state), layers[0].after_mlp)  # the norm of zeros is zeros
    for layer, cache in zip(layers, caches, strict=True):
        pending = run_layer(launches, layer, pending, rope, cache, reach.slots)
    states: Tensor = pending.state + pending.after(pending.update)
    return states.view_as(x)


def fits(layer: TextLayer) -> bool:
    """Whether the kernels can read a layer's weights."""
    products = (layer.qkv, layer.out, layer.mlp.gate_up_proj, layer.mlp.down_proj)
    width = layer.head_width
    return width >= _LEAST_HEAD and not width & (width - 1) and all(map(_is_plain, products))


def _is_plain(product: nn.Module) -> bool:
    if type(product) is not nn.Linear:
        return False
    bias: Tensor | None = product.bias
    return bias is None and type(product.weight.data) is Tensor and product.weight.is_contiguous()
