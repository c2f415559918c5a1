"""From the residual to the inner states of the feed-forward half: norm, both products, gate, by one launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn.functional import silu

from model.glm.decoding.fused.language import WARPS, cover, jit, tl, triton
from model.glm.decoding.fused.norms import Pending, entry, plain_entry
from model.glm.decoding.fused.product import dot_rows

if TYPE_CHECKING:
    from model.glm.decoding.text_layer import TextLayer

ROWS, TURNS = 2, 8
"""Inner states that a program computes at once, and how often: the norm before is shared by all."""


def plain_gate_up(layer: TextLayer, pending: Pending) -> tuple[Tensor, Tensor]:
    """Return the new residual (width,) and the gated inner states (inner,)."""
    state, entered = plain_entry(pending, layer.before_mlp)
    gate, up = layer.mlp.gate_up_proj(entered).chunk(2)
    return state, up * silu(gate)


def fused_gate_up(layer: TextLayer, pending: Pending) -> tuple[Tensor, Tensor]:
    """The same by one launch."""
    weight, before = layer.mlp.gate_up_proj.weight, layer.before_mlp
    inner, width = weight.shape[0] // 2, weight.shape[1]
    state, result = torch.empty_like(pending.state), pending.state.new_empty(inner)
    gate_up_kernel[(triton.cdiv(inner, ROWS * TURNS),)](
        *(pending.state, pending.update, pending.after.weight, before.weight, state, weight, result),
        *(before.variance_epsilon, inner, width, cover(width), ROWS, TURNS),
        num_warps=WARPS,
    )
    return state, result


@jit
def gate_up_kernel(
    state: tl.tensor,
    update: tl.tensor,
    after: tl.tensor,
    before: tl.tensor,
    new_state: tl.tensor,
    weight: tl.tensor,
    result: tl.tensor,
    epsilon: float,
    inner: tl.constexpr,
    width: tl.constexpr,
    block: tl.constexpr,
    rows: tl.constexpr,
    turns: tl.constexpr,
) -> None:
    """A program takes the same rows of both halves of the weight (2 * inner, width): gates, then what they gate."""
    x = entry(state, update, after, before, new_state, epsilon, width, block)
    for turn in range(turns):
        mine = (tl.program_id(0) * turns + turn) * rows + tl.arange(0, rows)
        gate = dot_rows(weight, mine, inner, x, width, block)
        up = dot_rows(weight + inner * width, mine, inner, x, width, block)
        gated = up * gate * tl.sigmoid(gate)
        tl.store(result + mine, gated.to(result.dtype.element_ty), mine < inner)
