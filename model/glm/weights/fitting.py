"""Chooses what weights are loaded as: as the user says, or the most exact that the card has room for."""

import importlib.util
from collections.abc import Callable

import torch

from model.base import ModelError
from model.glm.settings import GlmSettings, Quantization
from model.glm.vision.input import PatchShape
from model.glm.weights.checkpoint import Checkpoint
from model.glm.weights.memory import most_exact, nothing_fits
from model.glm.weights.needs import CHOICES, needs_of


def fitting(
    checkpoint: Checkpoint,
    settings: GlmSettings,
    device: torch.device,
    free: Callable[[torch.device], int] = lambda device: torch.cuda.mem_get_info(device)[0],
) -> Quantization:
    """Return the quantization to load with. Raises `ModelError` where none fits into what is `free` (bytes)."""
    if settings.quantization != "auto":
        return settings.quantization
    if device.type != "cuda":
        return "none"
    shape = PatchShape.of(checkpoint.processor, settings.screenshot_tokens)
    choices = CHOICES if importlib.util.find_spec("torchao") else CHOICES[:1]
    config, room = checkpoint.network.config, free(device)
    needs = tuple(needs_of(config, shape, settings, choice, shape.most_tokens) for choice in choices)
    if chosen := most_exact(needs, room):
        return chosen
    without = "" if len(choices) > 1 else " Smaller weights need torchao: pip install 'deskhand[quant]'."
    raise ModelError(nothing_fits(f"The GPU ({device})", room, needs) + without)
