"""A matrix times a vector at the speed of memory: every program reads some rows of the weight, each to its end."""

from __future__ import annotations

from torch import Tensor
from torch.nn.functional import linear

from model.glm.decoding.fused.language import WARPS, jit, tl, triton

ROWS, COLUMNS = 8, 1024


def plain_product(weight: Tensor, x: Tensor) -> Tensor:
    """Return (rows,) of the weight (rows, columns) and `x` (columns,), both contiguous."""
    return linear(x, weight)


def fused_product(weight: Tensor, x: Tensor) -> Tensor:
    """The same by one launch."""
    rows, columns = weight.shape
    result = x.new_empty(rows)
    grid = (triton.cdiv(rows, ROWS),)
    product_kernel[grid](weight, x, result, rows, columns, ROWS, COLUMNS, num_warps=WARPS)
    return result


@jit
def dot_rows(
    weight: tl.tensor, rows: tl.tensor, count: tl.constexpr, x: tl.tensor, width: tl.constexpr, block: tl.constexpr
) -> tl.tensor:
    """Return the products of some `rows` of a weight (count, width) with a row `x`, 0 beyond the last."""
    columns = tl.arange(0, block)
    inside = (rows < count)[:, None] & (columns < width)[None, :]
    tile = tl.load(weight + rows[:, None] * width + columns[None, :], inside, 0.0, eviction_policy="evict_first")
    return tl.sum(tile.to(tl.float32) * x[None, :], 1)


@jit
def product_kernel(
    weight: tl.tensor,
    x: tl.tensor,
    result: tl.tensor,
    count: tl.constexpr,
    width: tl.constexpr,
    rows: tl.constexpr,
    block: tl.constexpr,
) -> None:
    """Every program computes `rows` numbers, `block` columns at a time."""
    mine = tl.program_id(0) * rows + tl.arange(0, rows)
    sums = tl.zeros((rows, block), tl.float32)  # added up at the end: a sum over threads makes all of them wait
    for begin in range(0, width, block):
        columns = begin + tl.arange(0, block)
        there = columns < width
        inside = (mine < count)[:, None] & there[None, :]
        tile = tl.load(weight + mine[:, None] * width + columns[None, :], inside, 0.0, eviction_policy="evict_first")
        sums += tile.to(tl.float32) * tl.load(x + columns, there, 0.0).to(tl.float32)[None, :]
    tl.store(result + mine, tl.sum(sums, 1).to(result.dtype.element_ty), mine < count)
