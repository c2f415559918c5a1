"""What a network of some shape needs of a card's memory, in bytes, without reading its weights."""

from dataclasses import dataclass

import torch

from model.glm.foreign import Config
from model.glm.settings import GlmSettings, Quantization
from model.glm.vision.input import PatchShape
from model.glm.weights.quantize import BLOCK, BLOCK_BYTES, INT4_GROUP

CHOICES: tuple[Quantization, ...] = ("none", "int8", "int4")
"""The most exact first."""

_BYTES: dict[Quantization, float] = {"none": 2, "int8": 1, "int4": 0.5 + 4 / INT4_GROUP}
_BF16 = 2
_UNPACKING = 8  # bytes for a weight of the product that is unpacked for a prompt, where nothing is fused
_RUNTIME = 600 << 20  # CUDA's context, the captured graphs, fragmentation


@dataclass(frozen=True)
class Needs:
    """What one quantization takes on the card.

    `cache` is for keys, values and the images remembered, `working` the most that a pass holds beside, `loading` the
    most that loading holds beside the weights, before there is a cache. `step` is what is read for one token.
    """

    quantization: Quantization
    weights: int
    cache: int
    working: int
    loading: int
    step: int

    @property
    def total(self) -> int:
        """The most there is at any time."""
        return self.weights + max(self.cache + self.working, self.loading + _RUNTIME)


@dataclass(frozen=True)
class Parameters:
    """How many numbers a network has: in decoder layers, in the logits' product, in the tokens' embeddings, in all
    the rest; and in the largest product of a layer.
    """

    layers: int
    head: int
    embeddings: int
    rest: int
    largest: int

    @classmethod
    def of(cls, config: Config) -> "Parameters":
        """Count them on a network that takes no memory."""
        from transformers.models.glm4v.modeling_glm4v import Glm4vForConditionalGeneration

        with torch.device("meta"):
            network = Glm4vForConditionalGeneration(config)
        text = network.model.language_model
        layers, head, embeddings = map(_count, (text.layers, network.lm_head, text.embed_tokens))
        largest = max(weight.numel() for weight in text.layers[0].parameters())
        return cls(layers, head, embeddings, _count(network) - layers - head - embeddings, largest)

    def step_bytes(self, quantization: Quantization) -> int:
        """Return the bytes of weights that one token's step reads."""
        return int(self.layers * _BYTES[quantization] + self.head * (2 if quantization == "none" else 1))


def needs_of(
    config: Config, shape: PatchShape, settings: GlmSettings, quantization: Quantization, image_tokens: int
) -> Needs:
    """Return what a network of this shape needs for screenshots of so many tokens."""
    parameters = Parameters.of(config)
    step = parameters.step_bytes(quantization)
    embeddings = 0 if settings.host_embeddings else parameters.embeddings
    weights = step + (parameters.rest + embeddings) * _BF16
    width = config.text_config.hidden_size
    cache = settings.context_tokens * cache_bytes_per_token(config)
    seen = settings.cached_images * image_tokens * width * _BF16
    working = _working(config, image_tokens * shape.merge**2, settings)
    if quantization == "int4":
        working += parameters.largest * _UNPACKING
    # A product is joined from its parts while they are still there.
    loading = 0 if quantization == "none" else int(parameters.largest * _BYTES[quantization]) + _block(quantization)
    return Needs(quantization, weights, cache + seen, working, loading, step + cache)


def _block(quantization: Quantization) -> int:
    return BLOCK * BLOCK_BYTES[quantization]


def _count(module: torch.nn.Module) -> int:
    return sum(weight.numel() for weight in module.parameters())


def cache_bytes_per_token(config: Config) -> int:
    """Return the bytes of keys and values that one token leaves in the cache."""
    text = config.text_config
    head_width = text.hidden_size // text.num_attention_heads
    return int(2 * text.num_hidden_layers * text.num_key_value_heads * head_width * _BF16)


def _working(config: Config, patches: int, settings: GlmSettings) -> int:
    """Return the most that a pass holds beside weights and cache: the widest products' inputs and outputs."""
    text, vision = config.text_config, config.vision_config
    prompt = settings.context_tokens * text.hidden_size * _BF16
    reading = settings.prompt_chunk * (4 * text.intermediate_size + 8 * text.hidden_size) * _BF16
    seeing = patches * (4 * vision.out_hidden_size + 12 * vision.hidden_size) * _BF16
    return int(prompt + max(reading, seeing)) + _RUNTIME
