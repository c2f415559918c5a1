"""Attention of a prompt's chunk to what precedes it, and of a few new tokens to the cache.

Shapes: queries (1, heads, n, d); keys and values (1, kv heads, n or capacity, d), each shared by heads / kv heads
queries in a row (grouped-query attention). Knows nothing of layers or of where the cache lies.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn.attention.bias import causal_lower_right
from torch.nn.attention.flex_attention import BlockMask, flex_attention
from torch.nn.functional import scaled_dot_product_attention

CACHE_BLOCK = 128
"""Slots of the cache that are skipped or read together."""
_MOST_ROWS = 64
"""Queries of one key that flash-decoding takes at once: it keeps them all in registers."""
_SPLIT: Any = {"SPLIT_KV": 64}
"""Parts of the cache. Left to itself, torch asks for as many as the GPU has room for, and adds launches to do so."""


class Reach(NamedTuple):
    """What n new tokens attend to: each the cache up to its own of the `slots` (n,), which follow one another.

    By blocks: all of the first `full` (1, 1, 1) of `blocks` (1, 1, 1, count), and parts of `partial` (1, 1, 1), the
    first of `last` (1, 1, 1, count). These four are int32 and the same for all layers.
    """

    slots: Tensor
    full: Tensor
    blocks: Tensor
    partial: Tensor
    last: Tensor

    @classmethod
    def of(cls, first: Tensor, tokens: int, capacity: int) -> "Reach":
        """Return the reach of so many tokens from the slot `first` (1,) on, in a cache of so many slots."""
        count = capacity // CACHE_BLOCK
        full, end = (_block(slot) for slot in (first, first + (tokens - 1)))
        blocks = torch.arange(count, dtype=torch.int32, device=first.device).view(1, 1, 1, -1)
        slots = first + torch.arange(tokens, device=first.device)
        return cls(slots, full, blocks, end - full + 1, (blocks + full) % count)


def _block(slot: Tensor) -> Tensor:
    return (slot // CACHE_BLOCK).to(torch.int32).view(1, 1, 1)


CachedAttention = Callable[[Tensor, Tensor, Tensor, Reach], Tensor]


@torch.compiler.disable  # type: ignore[untyped-decorator]
def chunk_attention(query: Tensor, keys: Tensor, values: Tensor) -> Tensor:
    """The tokens that the last of the keys belong to attend to themselves and to all before them.

    Left to torch's own kernels, which choose by shapes that a compiler would have to know.
    """
    if query.shape[2] == keys.shape[2]:
        return scaled_dot_product_attention(query, keys, values, is_causal=True, enable_gqa=True)
    seen = causal_lower_right(query.shape[2], keys.shape[2])
    return scaled_dot_product_attention(query, keys, values, attn_mask=seen, enable_gqa=True)


def cached_attention(query: Tensor, keys: Tensor, values: Tensor, reach: Reach) -> Tensor:
    """A few tokens attend to the cache; plain products that run anywhere.

    The queries that share a key are taken as rows of one product: repeating the keys would read them 16 times.
    """
    batch, heads, tokens, width = query.shape
    rows = query.reshape(batch, keys.shape[1], -1, width)
    scores = (rows @ keys.transpose(2, 3) * width**-0.5).view(batch, heads, tokens, -1)
    later = torch.arange(keys.shape[2], device=keys.device) > reach.slots[:, None]
    weights = scores.float().masked_fill(later, float("-inf")).softmax(-1).to(values.dtype)
    attended: Tensor = weights.view(batch, keys.shape[1], -1, keys.shape[2]) @ values
    return attended.view(batch, heads, tokens, width)


def flex_cached_attention(query: Tensor, keys: Tensor, values: Tensor, reach: Reach) -> Tensor:
    """The same, reading only the filled blocks, split over the whole GPU. To be compiled: flash-decoding.

    More tokens are left to plain products, which read the whole cache; their weights take far longer to read.
    """
    if query.shape[2] * (query.shape[1] // keys.shape[1]) > _MOST_ROWS:
        return cached_attention(query, keys, values, reach)

    def seen(_batch: Tensor, _head: Tensor, token: Tensor, position: Tensor) -> Tensor:
        return position <= reach.slots[token]

    mask = BlockMask.from_kv_blocks(
        reach.partial,
        reach.last,
        reach.full,
        reach.blocks,
        BLOCK_SIZE=CACHE_BLOCK,
        mask_mod=seen,
        seq_lengths=(query.shape[2], keys.shape[2]),
        compute_q_blocks=False,
    )
    attended = flex_attention(query, keys, values, block_mask=mask, enable_gqa=True, kernel_options=_SPLIT)
    assert isinstance(attended, Tensor)
    return attended
