"""One decoder layer of the language model, written for a single stream: fused projections and a static cache.

Takes over the weights of transformers' `Glm4vTextDecoderLayer` and computes the same. Transformers' layer asks its
cache object for its own number and repeats keys for grouped queries; that can be neither compiled once for all
layers nor run at the speed of memory.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from transformers.models.glm4v.modeling_glm4v import apply_rotary_pos_emb

from model.glm.decoding.attention import CachedAttention, Reach, cached_attention, chunk_attention
from model.glm.foreign import DecoderLayer

Rope = tuple[Tensor, Tensor]
"""Cosines and sines (1, n, rotary width)."""

ChunkLayer = Callable[["TextLayer", Tensor, Rope, Tensor, Tensor, int], Tensor]
TokenLayer = Callable[["TextLayer", Tensor, Rope, Tensor, Tensor, Reach], Tensor]


class TextLayer(nn.Module):
    """The weights of one layer. States are (1, n, width); `chunk_layer` and `token_layer` run it."""

    def __init__(self, layer: DecoderLayer) -> None:
        super().__init__()
        attention = layer.self_attn
        self.head_width: int = attention.head_dim
        self.kv_heads: int = attention.num_key_value_heads
        self.before_attention = layer.input_layernorm
        self.after_attention = layer.post_self_attn_layernorm
        self.before_mlp = layer.post_attention_layernorm
        self.after_mlp = layer.post_mlp_layernorm
        self.qkv, self.qkv_bias = _joined((attention.q_proj, attention.k_proj, attention.v_proj))
        self.out = attention.o_proj
        self.mlp = layer.mlp

    def project(self, x: Tensor, rope: Rope) -> tuple[Tensor, Tensor, Tensor]:
        """Return rotated queries, rotated keys, and values: (1, heads, n, d)."""
        # The bias apart: inductor turns a bare matrix-vector product into a kernel at the speed of memory.
        joined = self.qkv(self.before_attention(x)) + self.qkv_bias
        heads = joined.view(*x.shape[:2], -1, self.head_width).transpose(1, 2)
        query, key, value = heads.split([heads.shape[1] - 2 * self.kv_heads, self.kv_heads, self.kv_heads], dim=1)
        query, key = apply_rotary_pos_emb(query, key, *rope)  # type: ignore[no-untyped-call]
        return query, key, value

    def finish(self, x: Tensor, attended: Tensor) -> Tensor:
        """Return the layer's output, given what its heads attended to (1, heads, n, d)."""
        x = x + self.after_attention(self.out(attended.transpose(1, 2).reshape(*x.shape[:2], -1)))
        return torch.add(x, self.after_mlp(self.mlp(self.before_mlp(x))))


def _joined(parts: tuple[nn.Linear, ...]) -> tuple[nn.Linear, nn.Parameter]:
    """One product in place of three: two of them are too small to fill a GPU."""
    weight = torch.cat([part.weight for part in parts])
    joined = nn.Linear(weight.shape[1], weight.shape[0], bias=False, device="meta")
    joined.weight = nn.Parameter(weight, requires_grad=False)
    return joined, nn.Parameter(torch.cat([part.bias for part in parts]), requires_grad=False)


def chunk_layer(layer: TextLayer, x: Tensor, rope: Rope, keys: Tensor, values: Tensor, at: int) -> Tensor:
    """Run a chunk of a prompt (1, n, width), which takes the slots from `at` on of the layer's cache."""
    query, key, value = layer.project(x, rope)
    end = at + x.shape[1]
    keys[:, :, at:end] = key
    values[:, :, at:end] = value
    return layer.finish(x, chunk_attention(query, keys[:, :, :end], values[:, :, :end]))


def token_layer(
    layer: TextLayer,
    x: Tensor,
    rope: Rope,
    keys: Tensor,
    values: Tensor,
    reach: Reach,
    attention: CachedAttention = cached_attention,
) -> Tensor:
    """Run one token or a few (1, n, width), which take their slots of the layer's cache. Fixed shapes: n is few."""
    query, key, value = layer.project(x, rope)
    keys.index_copy_(2, reach.slots, key)
    values.index_copy_(2, reach.slots, value)
    return layer.finish(x, attention(query, keys, values, reach))
