"""How far the net's planes are from what they ought to be. Knows no optimiser."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from model.sight.controls.planes import PLANES


def loss(out: Tensor, wanted: Mapping[str, Tensor]) -> Tensor:
    """Return the sum of the four losses; `wanted` holds a batch of `Target`'s planes by their names."""
    there, kinds, sides, states = torch.split(out.float(), list(PLANES), dim=1)
    return _focal(there, wanted) + _kinds(kinds, wanted) + _boxes(sides, wanted) + 0.5 * _states(states, wanted)


def _focal(logits: Tensor, wanted: Mapping[str, Tensor]) -> Tensor:
    """The focal loss of CornerNet and CenterNet, each control weighing the same however many places it covers."""
    sure = logits.sigmoid().clamp(1e-4, 1 - 1e-4)
    hit = wanted["found"] * (1 - sure) ** 2 * sure.log()
    away = (1 - wanted["bells"]) ** 4 * (wanted["found"] == 0) * wanted["missed"]
    return -(hit + away * sure**2 * (1 - sure).log()).sum() / wanted["found"].sum().clamp(min=1)


def _kinds(logits: Tensor, wanted: Mapping[str, Tensor]) -> Tensor:
    weight = wanted["inside"]
    return -(functional.log_softmax(logits, dim=1) * wanted["kinds"] * weight).sum() / weight.sum().clamp(min=1)


def _boxes(sides: Tensor, wanted: Mapping[str, Tensor]) -> Tensor:
    """Minus the logarithm of the overlap (as in FCOS) and the sides' own error, relative to their lengths."""
    true, weight = wanted["sides"], wanted["inside"][:, 0]
    shared = torch.minimum(sides, true)
    common = (shared[:, 0] + shared[:, 2]) * (shared[:, 1] + shared[:, 3])
    areas = [(each[:, 0] + each[:, 2]) * (each[:, 1] + each[:, 3]) for each in (sides, true)]
    overlap = (common + 1) / (areas[0] + areas[1] - common + 1)
    relative = ((sides + 2).log() - (true + 2).log()).abs().sum(1)
    return ((1.5 * -overlap.log() + 0.5 * relative) * weight).sum() / weight.sum().clamp(min=1)


def _states(logits: Tensor, wanted: Mapping[str, Tensor]) -> Tensor:
    each = functional.binary_cross_entropy_with_logits(logits, wanted["states"], reduction="none")
    weight = wanted["known"] * torch.where(wanted["states"] > 0, 2.0, 1.0)  # most are off
    return (each * weight).sum() / wanted["found"].sum().clamp(min=1) * 2
