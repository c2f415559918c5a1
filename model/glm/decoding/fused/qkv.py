"""From the residual to rotated queries and into the cache, by one launch: norm, product, bias, rotary turn, write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from model.glm.decoding.fused.language import WARPS, cover, jit, tl, triton
from model.glm.decoding.fused.norms import Pending, entry, plain_entry
from model.glm.decoding.fused.product import dot_rows

if TYPE_CHECKING:
    from model.glm.decoding.text_layer import Rope, TextLayer

PAIRS, TURNS = 2, 4
"""Pairs of rows that a program takes at once, and how often: the norm before is shared by all."""


def plain_qkv(
    layer: TextLayer, pending: Pending, rope: Rope, keys: Tensor, values: Tensor, slot: Tensor
) -> tuple[Tensor, Tensor]:
    """Return the new residual (width,) and the queries (heads, d); the key and the value go to their `slot` (1,).

    The cache's parts are (1, kv heads, capacity, d), the rope's (1, 1, rotary width) with each number twice.
    """
    state, entered = plain_entry(pending, layer.before_attention)
    heads = (layer.qkv(entered) + layer.qkv_bias).view(-1, layer.head_width)
    turned, value = heads[: -layer.kv_heads], heads[-layer.kv_heads :]
    cosines, sines = rope[0][0, 0], rope[1][0, 0]
    turning, rest = turned[:, : len(cosines)], turned[:, len(cosines) :]
    across = torch.stack((-turning[:, 1::2], turning[:, ::2]), dim=-1).flatten(1)
    turned = torch.cat((turning * cosines + across * sines, rest), dim=1)
    keys.index_copy_(2, slot, turned[-layer.kv_heads :, None][None])
    values.index_copy_(2, slot, value[:, None][None])
    return state, turned[: -layer.kv_heads]


def fused_qkv(
    layer: TextLayer, pending: Pending, rope: Rope, keys: Tensor, values: Tensor, slot: Tensor
) -> tuple[Tensor, Tensor]:
    """The same by one launch."""
    count, width = layer.qkv.weight.shape
    heads = count // layer.head_width - 2 * layer.kv_heads
    state, query = torch.empty_like(pending.state), pending.state.new_empty(heads, layer.head_width)
    before = layer.before_attention
    qkv_kernel[(triton.cdiv(count // 2, PAIRS * TURNS),)](
        *(pending.state, pending.update, pending.after.weight, before.weight, state),
        *(layer.qkv.weight, layer.qkv_bias, *rope, slot, query, keys, values),
        *(before.variance_epsilon, keys.shape[2]),
        *(heads, layer.kv_heads, layer.head_width, rope[0].shape[-1], width, cover(width), PAIRS, TURNS),
        num_warps=WARPS,
    )
    return state, query


@jit
def qkv_kernel(
    state: tl.tensor,
    update: tl.tensor,
    after: tl.tensor,
    before: tl.tensor,
    new_state: tl.tensor,
    weight: tl.tensor,
    bias: tl.tensor,
    cosines: tl.tensor,
    sines: tl.tensor,
    slot: tl.tensor,
    query: tl.tensor,
    keys: tl.tensor,
    values: tl.tensor,
    epsilon: float,
    capacity: int,
    heads: tl.constexpr,
    kv_heads: tl.constexpr,
    head_width: tl.constexpr,
    rotary: tl.constexpr,
    width: tl.constexpr,
    block: tl.constexpr,
    pairs: tl.constexpr,
    turns: tl.constexpr,
) -> None:
    """Every program takes rows in pairs, since a turn mixes two numbers that stand beside each other."""
    x = entry(state, update, after, before, new_state, epsilon, width, block)
    there = tl.load(slot)
    count: tl.constexpr = (heads + 2 * kv_heads) * head_width
    for turn in range(turns):
        even = 2 * ((tl.program_id(0) * turns + turn) * pairs + tl.arange(0, pairs))
        inside = even < count
        one = dot_rows(weight, even, count, x, width, block) + tl.load(bias + even, inside, 0.0)
        other = dot_rows(weight, even + 1, count, x, width, block) + tl.load(bias + even + 1, inside, 0.0)
        head, place = even // head_width, even % head_width
        turned = inside & (place < rotary) & (head < heads + kv_heads)
        cosine = tl.load(cosines + place, turned, 1.0).to(tl.float32)
        sine = tl.load(sines + place, turned, 0.0).to(tl.float32)
        first = (one * cosine - other * sine).to(query.dtype.element_ty)
        second = (other * cosine + one * sine).to(query.dtype.element_ty)
        tl.store(query + even, first, head < heads)
        tl.store(query + even + 1, second, head < heads)
        is_key = (head >= heads) & (head < heads + kv_heads)
        at = ((head - heads) * capacity + there) * head_width + place
        tl.store(keys + at, first, is_key)
        tl.store(keys + at + 1, second, is_key)
        is_value = (head >= heads + kv_heads) & inside
        at = ((head - heads - kv_heads) * capacity + there) * head_width + place
        tl.store(values + at, first, is_value)
        tl.store(values + at + 1, second, is_value)
