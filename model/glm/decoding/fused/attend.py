"""One token's queries over the cache, which is split among the whole GPU: flash-decoding, by one launch.

Every part of the cache gives what its own keys and values say; `combine` makes one answer of the parts. After
"Flash-Decoding for long-context inference" (Dao, Haziza, Massa, Sizov, 2023).
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from model.glm.decoding.fused.language import cover, jit, tl

SPLITS = 64
"""Parts of the cache; with two key heads they make 128 programs, about as many as a large GPU runs at once."""
SLOTS = 32
"""Read at once by a program, and the least that it takes."""
_LEAST_ROWS = 16  # of a product on tensor cores


class Parts(NamedTuple):
    """What parts of the cache say: `answers` (parts, heads, d), the `peaks` of their scores and the `sums` of the
    weights below these (parts, heads), all float32. A part without slots has a peak of minus infinity.
    """

    answers: Tensor
    peaks: Tensor
    sums: Tensor


def plain_attend(query: Tensor, keys: Tensor, values: Tensor, slot: Tensor) -> Parts:
    """Return what the cache (1, kv heads, capacity, d) up to `slot` (1,) says to `query` (heads, d), as one part."""
    heads, width = query.shape
    filled = torch.arange(keys.shape[2], device=keys.device) <= slot
    rows = query.view(keys.shape[1], -1, width)
    scores = (rows @ keys[0].transpose(1, 2)).float() * width**-0.5
    scores = scores.masked_fill(~filled, float("-inf"))
    peaks = scores.amax(-1, keepdim=True)
    weights = (scores - peaks).exp()
    answers = weights.to(values.dtype) @ values[0]
    return Parts(answers.float().view(1, heads, width), peaks.view(1, heads), weights.sum(-1).view(1, heads))


def fused_attend(query: Tensor, keys: Tensor, values: Tensor, slot: Tensor) -> Parts:
    """The same by one launch and in `SPLITS` parts."""
    heads, width = query.shape
    kv_heads, capacity = keys.shape[1:3]
    answers = torch.empty(SPLITS, heads, width, dtype=torch.float32, device=query.device)
    peaks, sums = answers.new_empty(2, SPLITS, heads)
    group = heads // kv_heads
    attend_kernel[(kv_heads, SPLITS)](
        *(query, keys, values, slot, answers, peaks, sums, width**-0.5, capacity),
        *(heads, group, max(_LEAST_ROWS, cover(group)), width, SLOTS, SPLITS),
        num_warps=4,
    )
    return Parts(answers, peaks, sums)


@jit
def attend_kernel(
    query: tl.tensor,
    keys: tl.tensor,
    values: tl.tensor,
    slot: tl.tensor,
    answers: tl.tensor,
    peaks: tl.tensor,
    sums: tl.tensor,
    scale: float,
    capacity: int,
    heads: tl.constexpr,
    group: tl.constexpr,
    rows: tl.constexpr,
    width: tl.constexpr,
    slots: tl.constexpr,
    splits: tl.constexpr,
) -> None:
    """A program reads one key head's slots of one part for all queries that share them."""
    kv_head, part = tl.program_id(0), tl.program_id(1)
    filled = tl.load(slot) + 1
    share = tl.cdiv(tl.cdiv(filled, splits), slots) * slots
    begin = part * share
    end = tl.minimum(begin + share, filled)
    row, column = tl.arange(0, rows), tl.arange(0, width)
    head = kv_head * group + row
    asking = tl.load(query + head[:, None] * width + column[None, :], (row < group)[:, None], 0.0)
    peak = tl.full((rows,), float("-inf"), tl.float32)
    total = tl.zeros((rows,), tl.float32)
    answer = tl.zeros((rows, width), tl.float32)
    for first in range(begin, end, slots):
        at = first + tl.arange(0, slots)
        inside = at < end
        there = (kv_head * capacity + at) * width
        key = tl.load(keys + there[None, :] + column[:, None], inside[None, :], 0.0)
        scores = tl.dot(asking, key, input_precision="ieee") * scale
        scores = tl.where(inside[None, :], scores, float("-inf"))
        new_peak = tl.maximum(peak, tl.max(scores, 1))
        weights = tl.exp(scores - new_peak[:, None])
        shrunk = tl.exp(peak - new_peak)
        value = tl.load(values + there[:, None] + column[None, :], inside[:, None], 0.0)
        answer = answer * shrunk[:, None] + tl.dot(weights.to(value.dtype), value, input_precision="ieee")
        total = total * shrunk + tl.sum(weights, 1)
        peak = new_peak
    out = part * heads + head
    tl.store(answers + out[:, None] * width + column[None, :], answer, (row < group)[:, None])
    tl.store(peaks + out, peak, row < group)
    tl.store(sums + out, total, row < group)
