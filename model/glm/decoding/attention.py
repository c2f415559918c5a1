"""Attention of a prompt to itself, and of one new token to the cache.

Shapes: queries (1, heads, n, d); keys and values (1, kv heads, n or capacity, d), each shared by heads / kv heads
queries in a row (grouped-query attention). Knows nothing of layers or of where the cache lies.
"""

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.attention.flex_attention import BlockMask, flex_attention
from torch.nn.functional import scaled_dot_product_attention

CACHE_BLOCK = 128
"""Slots of the cache that are skipped or read together."""


class Reach(NamedTuple):
    """What one new token attends to: the cache up to its own `slot` (1,).

    By blocks: all of the first `full` (1, 1, 1) of `blocks` (1, 1, 1, n), and part of `one` (1, 1, 1), the first of
    `last` (1, 1, 1, n). These four are int32 and the same for all layers.
    """

    slot: Tensor
    full: Tensor
    blocks: Tensor
    one: Tensor
    last: Tensor

    @classmethod
    def of(cls, slot: Tensor, capacity: int) -> "Reach":
        """Return the reach of a token in a cache of so many slots."""
        count = capacity // CACHE_BLOCK
        full = (slot // CACHE_BLOCK).to(torch.int32).view(1, 1, 1)
        blocks = torch.arange(count, dtype=torch.int32, device=slot.device).view(1, 1, 1, -1)
        return cls(slot, full, blocks, torch.ones_like(full), (blocks + full) % count)


CachedAttention = Callable[[Tensor, Tensor, Tensor, Reach], Tensor]


def prompt_attention(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """Every token attends to itself and to those before it."""
    return scaled_dot_product_attention(query, key, value, is_causal=True, enable_gqa=True)


def cached_attention(query: Tensor, keys: Tensor, values: Tensor, reach: Reach) -> Tensor:
    """One token attends to the cache; plain products that run anywhere.

    The queries that share a key are taken as rows of one product: repeating the keys would read them 16 times.
    """
    batch, heads, _, width = query.shape
    rows = query.reshape(batch, keys.shape[1], heads // keys.shape[1], width)
    scores = rows @ keys.transpose(2, 3) * width**-0.5
    later = torch.arange(keys.shape[2], device=keys.device) > reach.slot
    weights = scores.float().masked_fill(later, float("-inf")).softmax(-1).to(values.dtype)
    attended: Tensor = weights @ values
    return attended.reshape(batch, heads, 1, width)


def flex_cached_attention(query: Tensor, keys: Tensor, values: Tensor, reach: Reach) -> Tensor:
    """The same, reading only the filled blocks, split over the whole GPU. To be compiled: flash-decoding."""

    def seen(_batch: Tensor, _head: Tensor, _query: Tensor, position: Tensor) -> Tensor:
        return position <= reach.slot[0]

    mask = BlockMask.from_kv_blocks(
        reach.one,
        reach.last,
        reach.full,
        reach.blocks,
        BLOCK_SIZE=CACHE_BLOCK,
        mask_mod=seen,
        seq_lengths=(1, keys.shape[2]),
        compute_q_blocks=False,
    )
    attended = flex_attention(query, keys, values, block_mask=mask, enable_gqa=True)
    assert isinstance(attended, Tensor)
    return attended
