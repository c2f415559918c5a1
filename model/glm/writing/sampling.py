"""Chooses the next token from logits: the likeliest, or by chance as the settings say."""

import torch
from torch import Tensor
from transformers import (
    LogitsProcessor,
    LogitsProcessorList,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopPLogitsWarper,
)

from model.glm.settings import GlmSettings


class Sampler:
    """Draws from the distribution that the settings shape; the same seed gives the same draws."""

    def __init__(self, settings: GlmSettings, device: torch.device) -> None:
        self._greedy = settings.temperature == 0
        self._shape = LogitsProcessorList(_shapers(settings))
        self._chance = torch.Generator(device).manual_seed(settings.seed)

    def pick(self, logits: Tensor, allowed: Tensor | None, written: list[int]) -> int:
        """Return a token for logits (vocabulary,), of the `allowed` ones where they are given."""
        if allowed is not None:
            logits = logits.masked_fill(~allowed, float("-inf"))
        if self._shape:
            before = torch.tensor([written], dtype=torch.long, device=logits.device)
            logits = self._shape(before, logits[None])[0]  # type: ignore[arg-type] # a tensor of longs
        if self._greedy:
            return int(logits.argmax())
        return int(torch.multinomial(logits.softmax(-1), 1, generator=self._chance))


def _shapers(settings: GlmSettings) -> list[LogitsProcessor]:
    shapers: list[LogitsProcessor] = []
    if settings.repetition_penalty != 1:
        shapers.append(RepetitionPenaltyLogitsProcessor(settings.repetition_penalty))
    if settings.temperature not in (0, 1):
        shapers.append(TemperatureLogitsWarper(settings.temperature))
    if settings.top_p < 1 and settings.temperature:
        shapers.append(TopPLogitsWarper(settings.top_p))
    return shapers
