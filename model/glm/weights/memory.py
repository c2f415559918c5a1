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
from model.glm.weights.needs import CHOICES, Needs, needs_of

REACHED_BANDWIDTH = 0.8
"""The share of a plain copy's speed that reading weights is expected to reach."""


@dataclass(frozen=True)
class Card:
    """A GPU: `free` and `total` bytes, and the bytes a second that it copies."""

    name: str
    total: int
    free: int
    bandwidth: float

    def tokens_per_second(self, needs: Needs) -> float:
        """Return how fast it should write: a token waits for what it reads."""
        return self.bandwidth * REACHED_BANDWIDTH / needs.step


@dataclass(frozen=True)
class Check:
    """What a card has, what each quantization needs, and which would be chosen."""

    card: Card | None
    image_tokens: int
    needs: tuple[Needs, ...]

    @cached_property
    def choice(self) -> Quantization | None:
        """The most exact weights that fit."""
        return most_exact(self.needs, self.card.free) if self.card else None

    def sentence(self) -> str:
        """Return the result in one sentence that says what to do."""
        if self.card is None:
            return "No CUDA GPU was found: use --model reader, or a model that runs elsewhere with --model server:URL."
        if self.choice is None:
            return nothing_fits(self.card.name, self.card.free, self.needs)
        chosen = next(need for need in self.needs if need.quantization == self.choice)
        speed = self.card.tokens_per_second(chosen)
        return f"{self.card.name} can run it with quantization={self.choice}, at about {speed:.0f} tokens a second."


def most_exact(needs: tuple[Needs, ...], free: int) -> Quantization | None:
    """Return the most exact weights that fit into so many bytes."""
    return next((need.quantization for need in needs if need.total <= free), None)


def nothing_fits(name: str, free: int, needs: tuple[Needs, ...]) -> str:
    """Return what to do where a card has too little."""
    least = min(need.total for need in needs) / 2**30
    return (
        f"{name} has {free / 2**30:.1f} GiB free and {least:.1f} are needed: free some, "
        "lower context_tokens, or use --model server:URL."
    )


def check(screen: tuple[int, int], settings: GlmSettings, source: str = DEFAULT_CHECKPOINT) -> Check:
    """Return what is here, and what a checkpoint needs of it for screenshots of `screen` (width, height).

    The default checkpoint need not be downloaded. Raises `ModelError` for another that cannot be read.
    """
    config, shape = _shape_of(source, settings)
    tokens = shape.tokens(*screen)
    needs = tuple(needs_of(config, shape, settings, choice, tokens) for choice in CHOICES)
    return Check(find_card(settings.device), tokens, needs)


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
