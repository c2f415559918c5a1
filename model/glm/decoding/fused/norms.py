"""What every half of a layer begins with: the residual takes the last half's normed output, and is normed itself.

Every program of a kernel does this anew: 8 KiB from the cache cost less than a launch and a wait.
"""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor, nn

from model.glm.decoding.fused.language import jit, tl


class Pending(NamedTuple):
    """The residual (width,), and the output of the half before (width,), which `after` norms on its way into it."""

    state: Tensor
    update: Tensor
    after: nn.Module


def plain_entry(pending: Pending, before: nn.Module) -> tuple[Tensor, Tensor]:
    """Return the residual with the update in it, and what `before` makes of that, both (width,)."""
    state = pending.state + pending.after(pending.update)
    return state, before(state)


@jit
def normed(x: tl.tensor, weight: tl.tensor, epsilon: float, width: tl.constexpr) -> tl.tensor:
    """Root-mean-square norm in float32; `x` is 0 beyond `width`."""
    return x * tl.rsqrt(tl.sum(x * x, 0) / width + epsilon) * weight


@jit
def entry(
    state: tl.tensor,
    update: tl.tensor,
    after: tl.tensor,
    before: tl.tensor,
    new_state: tl.tensor,
    epsilon: float,
    width: tl.constexpr,
    block: tl.constexpr,
) -> tl.tensor:
    """Return the normed residual as a row of float32; the first program writes down the residual."""
    at = tl.arange(0, block)
    inside = at < width
    x = tl.load(state + at, inside, 0.0).to(tl.float32)
    added = tl.load(update + at, inside, 0.0).to(tl.float32)
    x += normed(added, tl.load(after + at, inside, 0.0).to(tl.float32), epsilon, width)
    x = x.to(new_state.dtype.element_ty)  # as it is written, so that all halves go on from the same
    if tl.program_id(0) == 0:
        tl.store(new_state + at, x, inside)
    return normed(x.to(tl.float32), tl.load(before + at, inside, 0.0).to(tl.float32), epsilon, width)
