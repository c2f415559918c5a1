"""Our kernels beside their plain functions, run by triton's interpreter in float32: how far they are apart.

To be run with TRITON_INTERPRET=1. The interpreter computes with bfloat16 wrongly, so nothing is said about rounding.
"""

import json
from collections.abc import Iterable

import torch
from torch import Tensor

from model.glm.decoding.fused.layer import FUSED, PLAIN, Launches, run_layers
from model.glm.decoding.fused.norms import Pending
from tests.model.glm.decoding.fused.layers import Given, given

SLOTS = {"like the 9B": (0, 4200), "no power of two": (31, 200), "all turned": (32, 383)}
"""For each shape: interpreting takes seconds each time."""


@torch.no_grad()
def differences() -> dict[str, float]:
    """Return the largest difference of each kernel, as a share of the largest number that it should give."""
    torch.set_num_threads(1)
    found: dict[str, float] = {}
    for shape, slots in SLOTS.items():
        for slot in slots:
            asked = given(shape, slot)
            results = zip(_results(FUSED, asked.again()), _results(PLAIN, asked.again()), strict=True)
            for (name, ours), (_, plain) in results:
                apart = max(_apart(one, other) for one, other in zip(ours, plain, strict=True))
                found[name] = max(found.get(name, 0.0), apart)
    return found


def _results(launches: Launches, asked: Given) -> Iterable[tuple[str, tuple[Tensor, ...]]]:
    """Yield what each kernel gives, by its name; all are given what plain functions made."""
    layer, state, slot = asked.layers[0], asked.x.view(-1), asked.reach.slots
    keys, values = asked.caches[0]
    pending = Pending(state, state.flip(0) * 3, layer.after_mlp)
    yield "qkv", (*launches.qkv(layer, pending, asked.rope, keys, values, slot), keys, values)
    query = torch.randn(asked.layers[0].out.weight.shape[1], generator=torch.Generator().manual_seed(0))
    query = query.view(-1, layer.head_width)
    parts = launches.attend(query, keys, values, slot)
    yield "attend", (PLAIN.combine(parts, state),)
    yield "combine", (launches.combine(parts, state),)
    yield (
        "product",
        (launches.product(layer.mlp.down_proj.weight, layer.mlp.gate_up_proj.weight[:, 0].chunk(2)[0].contiguous()),),
    )
    yield "gate_up", launches.gate_up(layer, pending)
    last = asked.again()
    yield "layers", (run_layers(last.layers, last.x, last.rope, last.caches, last.reach, launches),)


def _apart(ours: Tensor, plain: Tensor) -> float:
    if not ours.isfinite().all():
        return float("inf")
    return float((ours - plain).abs().max() / plain.abs().max())


if __name__ == "__main__":
    print(json.dumps(differences()))
