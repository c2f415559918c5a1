"""One answer of what the parts of the cache say, by one launch.

Apart from the product that follows: each of its hundreds of programs would read all parts, a mebibyte, again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from model.glm.decoding.fused.language import cover, jit, tl

if TYPE_CHECKING:
    from model.glm.decoding.fused.attend import Parts


def plain_combine(parts: Parts, like: Tensor) -> Tensor:
    """Return what the heads attended to (heads * d,), of the type of `like`."""
    shares = (parts.peaks - parts.peaks.amax(0)).exp()
    answers = (parts.answers * shares[..., None]).sum(0) / (parts.sums * shares).sum(0)[:, None]
    return answers.to(like.dtype).flatten()


def fused_combine(parts: Parts, like: Tensor) -> Tensor:
    """The same by one launch."""
    count, heads, width = parts.answers.shape
    result = torch.empty(heads * width, dtype=like.dtype, device=like.device)
    combine_kernel[(heads,)](*parts, result, count, cover(count), heads, width, num_warps=4)
    return result


@jit
def combine_kernel(
    answers: tl.tensor,
    peaks: tl.tensor,
    sums: tl.tensor,
    result: tl.tensor,
    count: tl.constexpr,
    block: tl.constexpr,
    heads: tl.constexpr,
    width: tl.constexpr,
) -> None:
    """A program takes one head."""
    part, column = tl.arange(0, block), tl.arange(0, width)
    at = part * heads + tl.program_id(0)
    inside = part < count
    peak = tl.load(peaks + at, inside, float("-inf"))
    share = tl.exp(peak - tl.max(peak, 0))
    total = tl.sum(tl.load(sums + at, inside, 0.0) * share, 0)
    said = tl.load(answers + at[:, None] * width + column[None, :], inside[:, None], 0.0)
    answer = tl.sum(said * share[:, None], 0) / total
    tl.store(result + tl.program_id(0) * width + column, answer.to(result.dtype.element_ty))
