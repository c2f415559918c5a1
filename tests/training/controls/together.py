"""Processes that train one net together: each looks at screens of its own, and steps by the mean of all gradients."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import distributed, nn


class Team:
    """One process's tie to the others; with no others it ties nothing. `meeting` is a file that does not exist yet."""

    def __init__(self, place: int, many: int, meeting: Path) -> None:
        self._many = many
        if many > 1:
            distributed.init_process_group("gloo", init_method=meeting.resolve().as_uri(), rank=place, world_size=many)

    def mean(self, parameters: Sequence[nn.Parameter], figures: Sequence[float]) -> list[float]:
        """Set the parameters' gradients to the mean of all processes', and return that of some figures."""
        gradients = [each.grad for each in parameters if each.grad is not None]
        if self._many == 1:
            return list(figures)
        flat = torch.cat([each.flatten() for each in gradients] + [torch.tensor(figures)])
        distributed.all_reduce(flat)
        sizes = [*(each.numel() for each in gradients), len(figures)]
        *parts, means = torch.split(flat / self._many, sizes)
        for gradient, part in zip(gradients, parts, strict=True):
            gradient.copy_(part.view_as(gradient))
        return [float(each) for each in means]
