"""Layers of random weights, a filled cache and a place in it: what kernels and their plain functions run on."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from transformers import Glm4vConfig
from transformers.models.glm4v.modeling_glm4v import Glm4vTextDecoderLayer

from model.glm.decoding.attention import CACHE_BLOCK, Reach
from model.glm.decoding.fused.layer import Cache
from model.glm.decoding.text_layer import Rope, TextLayer

SHAPES: dict[str, dict[str, Any]] = {
    "like the 9B": {"hidden_size": 256, "num_attention_heads": 16, "num_key_value_heads": 2, "intermediate_size": 272},
    "no power of two": {"hidden_size": 96, "num_attention_heads": 6, "num_key_value_heads": 3, "intermediate_size": 40},
    "all turned": {"hidden_size": 64, "num_attention_heads": 4, "num_key_value_heads": 1, "intermediate_size": 1100},
}
TURNED = {"like the 9B": 0.5, "no power of two": 0.5, "all turned": 1.0}
FILLED = (0, 5, 31, 32, 200, 383, 4200)
"""Slots that the token is put into: the first, within a block, at its edges, the last, many blocks for every part."""


@dataclass(frozen=True)
class Given:
    """What one token is run on."""

    layers: list[TextLayer]
    x: Tensor
    rope: Rope
    caches: list[Cache]
    reach: Reach

    def again(self) -> "Given":
        """Return the same with caches of its own."""
        return Given(self.layers, self.x, self.rope, [(k.clone(), v.clone()) for k, v in self.caches], self.reach)


def given(shape: str, slot: int, layers: int = 2) -> Given:
    """Return random layers of a shape, in float32, and a token for a slot; what lies beyond the slot is huge."""
    torch.manual_seed(slot)
    capacity = max(3, slot // CACHE_BLOCK + 1) * CACHE_BLOCK
    text: Any = Glm4vConfig(text_config={"head_dim": None, **SHAPES[shape]}).text_config
    made = [TextLayer(_shaken(Glm4vTextDecoderLayer(text, number))) for number in range(layers)]
    head, rotary = made[0].head_width, int(made[0].head_width * TURNED[shape])
    angles = torch.randn(1, 1, rotary // 2).repeat_interleave(2, dim=-1)
    caches = [tuple(torch.randn(2, 1, made[0].kv_heads, capacity, head).unbind()) for _ in made]
    for part in (part for cache in caches for part in cache):
        part[:, :, slot:] = 1e4  # what an earlier reply left there
    reach = Reach.of(torch.tensor([slot]), 1, capacity)
    x = torch.randn(1, 1, text.hidden_size)
    return Given(made, x, (angles.cos(), angles.sin()), caches, reach)  # type: ignore[arg-type]


@torch.no_grad()
def _shaken(layer: Glm4vTextDecoderLayer) -> Glm4vTextDecoderLayer:
    """Give every weight chance values, norms and biases too: ones and zeros would hide what is left out."""
    for name, weight in layer.named_parameters():
        weight.normal_(1.0 if "norm" in name else 0.0, 0.2)
    return layer.requires_grad_(False)
