"""What the card has, and what weights and a screenshot need of it: `deskhand model check`.

Estimates from a checkpoint's shape, without reading its weights. Sizes are in bytes.
"""

from dataclasses import dataclass
from functools import cached_property

import torch

from model.base import ModelError
from model.glm.foreign import Config
from model.glm.settings import DEFAULT_CHECKPOINT, GlmSettings, Quantization
from model.glm.vision.input import PatchShape
from model.glm.weights.bandwidth import measure_bandwidth
from model.glm.weights.checkpoint import check_architecture, find_checkpoint
from model.glm.weights.quantize import INT4_GROUP

REACHED_BANDWIDTH = 0.8
"""The share of a plain copy's speed that reading weights is expected to reach."""

_BYTES: dict[Quantization, float] = {"none": 2, "int8": 1, "int4": 0.5 + 4 / INT4_GROUP}
_BF16 = 2
_RUNTIME = 600 << 20  # CUDA's context, the captured graph, fragmentation
_CHOICES: tuple[Quantization, ...] = ("none", "int8", "int4")


@dataclass(frozen=True)
class Card:
    """A GPU: `free` and `total` bytes, and the bytes a second that it copies."""

    name: str
    total: int
    free: int
    bandwidth: float


@dataclass(frozen=True)
class Needs:
    """What one quantization takes on the card, and how fast it should write (None without a card)."""

    quantization: Quantization
    weights: int
    cache: int
    working: int
    tokens_per_second: float | None

    @property
    def total(self) -> int:
        """All of it."""
        return self.weights + self.cache + self.working


@dataclass(frozen=True)
class Check:
    """What a card has, what each quantization needs, and which would be chosen."""

    card: Card | None
    image_tokens: int
    needs: tuple[Needs, ...]

    @cached_property
    def choice(self) -> Quantization | None:
        """The most exact weights that fit."""
        fitting = (need.quantization for need in self.needs if self.card and need.total <= self.card.free)
        return next(fitting, None)

    def sentence(self) -> str:
        """Return the result in one sentence that says what to do."""
        if self.card is None:
            return "No CUDA GPU was found: use --model reader, or a model that runs elsewhere with --model server:URL."
        if self.choice is None:
            least = min(need.total for need in self.needs) / 2**30
            return (
                f"{self.card.name} has {self.card.free / 2**30:.1f} GiB free and {least:.1f} are needed: free some, "
                "lower context_tokens, or use --model server:URL."
            )
        speed = next(need.tokens_per_second for need in self.needs if need.quantization == self.choice)
        return f"{self.card.name} can run it with quantization={self.choice}, at about {speed:.0f} tokens a second."


def check(screen: tuple[int, int], settings: GlmSettings, source: str = DEFAULT_CHECKPOINT) -> Check:
    """Return what is here, and what a checkpoint needs of it for screenshots of `screen` (width, height).

    The default checkpoint need not be downloaded. Raises `ModelError` for another that cannot be read.
    """
    config, shape = _shape_of(source, settings)
    card = find_card(settings.device)
    tokens = shape.tokens(*screen)
    needs = tuple(_needs(config, shape, tokens, settings, choice, card) for choice in _CHOICES)
    return Check(card, tokens, needs)


def _shape_of(source: str, settings: GlmSettings) -> tuple[Config, PatchShape]:
    from transformers import Glm4vConfig
    from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

    try:
        folder = find_checkpoint(source)
    except ModelError:
        if source != DEFAULT_CHECKPOINT:
            raise
        # Transformers' defaults are this checkpoint's shape.
        return Glm4vConfig(), PatchShape.of(Glm4vImageProcessorPil(), settings.screenshot_tokens)
    check_architecture(folder)
    processor = Glm4vImageProcessorPil.from_pretrained(folder, local_files_only=True)
    return Glm4vConfig.from_pretrained(folder), PatchShape.of(processor, settings.screenshot_tokens)


def find_card(device: str = "cuda") -> Card | None:
    """Return the GPU that `device` names, its bandwidth measured; None where there is none."""
    if not torch.cuda.is_available() or torch.device(device).type != "cuda":
        return None
    free, total = torch.cuda.mem_get_info(device)
    bandwidth = measure_bandwidth(torch.device(device))
    torch.cuda.empty_cache()
    return Card(torch.cuda.get_device_name(device), total, free, bandwidth)


def _needs(
    config: Config,
    shape: PatchShape,
    image_tokens: int,
    settings: GlmSettings,
    quantization: Quantization,
    card: Card | None,
) -> Needs:
    parameters = Parameters.of(config)
    step = parameters.step_bytes(quantization)
    weights = step + parameters.rest * _BF16
    cache = settings.context_tokens * cache_bytes_per_token(config)
    speed = card.bandwidth * REACHED_BANDWIDTH / (step + cache) if card else None
    return Needs(quantization, weights, cache, _working(config, image_tokens * shape.merge**2, settings), speed)


@dataclass(frozen=True)
class Parameters:
    """How many numbers a network has: in decoder layers, in the logits' product, and in all the rest."""

    layers: int
    head: int
    rest: int

    @classmethod
    def of(cls, config: Config) -> "Parameters":
        """Count them on a network that takes no memory."""
        from transformers.models.glm4v.modeling_glm4v import Glm4vForConditionalGeneration

        with torch.device("meta"):
            network = Glm4vForConditionalGeneration(config)
        layers = _count(network.model.language_model.layers)
        head = _count(network.lm_head)
        return cls(layers, head, _count(network) - layers - head)

    def step_bytes(self, quantization: Quantization) -> int:
        """Return the bytes of weights that one token's step reads."""
        return int(self.layers * _BYTES[quantization] + self.head * (2 if quantization == "none" else 1))


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
    reading = settings.context_tokens // 2 * (4 * text.intermediate_size + 8 * text.hidden_size) * _BF16
    seeing = patches * (4 * vision.out_hidden_size + 12 * vision.hidden_size) * _BF16
    return int(max(reading, seeing)) + _RUNTIME
