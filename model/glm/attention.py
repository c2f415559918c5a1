"""Attention of a prompt to itself, and of one new token to the cache.

Shapes: queries (1, heads, n, d); keys and values (1, kv heads, n or capacity, d), each shared by heads / kv heads
queries in a row (grouped-query attention). Knows nothing of layers or of where the cache lies.
"""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.attention.flex_attention import BlockMask, flex_attention
from torch.nn.functional import scaled_dot_product_attention

CachedAttention = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]

_BLOCK = 128


def prompt_attention(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """Every token attends to itself and to those before it."""
    return scaled_dot_product_attention(query, key, value, is_causal=True, enable_gqa=True)


def cached_attention(query: Tensor, keys: Tensor, values: Tensor, slot: Tensor) -> Tensor:
    """One token attends to the cache up to its own `slot` (1,); plain products that run anywhere.

    The queries that share a key are taken as rows of one product: repeating the keys would read them 16 times.
    """
    batch, heads, _, width = query.shape
    rows = query.reshape(batch, keys.shape[1], heads // keys.shape[1], width)
    scores = rows @ keys.transpose(2, 3) * width**-0.5
    later = torch.arange(keys.shape[2], device=keys.device) > slot
    weights = scores.float().masked_fill(later, float("-inf")).softmax(-1).to(values.dtype)
    attended: Tensor = weights @ values
    return attended.reshape(batch, heads, 1, width)


def flex_cached_attention(query: Tensor, keys: Tensor, values: Tensor, slot: Tensor) -> Tensor:
    """The same, reading only the filled blocks, split over the whole GPU. To be compiled: flash-decoding."""

    def seen(_batch: Tensor, _head: Tensor, _query: Tensor, position: Tensor) -> Tensor:
        return position <= slot[0]

    capacity = keys.shape[2]
    filled = (slot // _BLOCK + 1).to(torch.int32).view(1, 1, 1)
    blocks = torch.arange(capacity // _BLOCK, dtype=torch.int32, device=keys.device).view(1, 1, 1, -1)
    mask = BlockMask.from_kv_blocks(
        filled, blocks, BLOCK_SIZE=_BLOCK, mask_mod=seen, seq_lengths=(1, capacity), compute_q_blocks=False
    )
    attended = flex_attention(query, keys, values, block_mask=mask, enable_gqa=True)
    assert isinstance(attended, Tensor)
    return attended
