"""Chooses the weights' type: the user's, or the most exact that the card has room for."""

import torch

from model.glm.settings import GlmSettings, Quantization
from model.glm.weights.checkpoint import Checkpoint


def fitting(checkpoint: Checkpoint, settings: GlmSettings, device: torch.device) -> Quantization:
    """TODO"""
    if settings.quantization != "auto":
        return settings.quantization
    return "none"
