"""Crops to learn from, without end: every name as often as any other, half of them as desktops' themes draw it.

Among the themes, and among the other sets, each is shown as often.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import IterableDataset, get_worker_info

from model.sight.icons.crops import Crop
from tests.training.icons.compose import Picture, crop, letter
from tests.training.icons.packages import THEMES

NONE = "none"
"""What shows no icon of ours."""

_OTHERS, _LETTERS, _THEMED = 0.22, 0.05, 0.5  # of all samples


@dataclass(frozen=True)
class Gallery:
    """Gathered pictures with their names ("" for others) and sets."""

    pictures: NDArray[np.uint8]
    names: NDArray[np.str_]
    sets: NDArray[np.str_]

    @classmethod
    def load(cls, path: Path) -> "Gallery":
        """Return what `gather` wrote."""
        with np.load(path) as file:
            return cls(file["pictures"], file["names"], file["sets"])

    def of(self, sets: Sequence[str], others: bool = False) -> "Gallery":
        """Return the pictures of these sets, or of all others."""
        chosen = np.isin(self.sets, sets) != others
        return Gallery(self.pictures[chosen], self.names[chosen], self.sets[chosen])


class Samples(IterableDataset[tuple[Crop, int]]):
    """Crops and the numbers of their names, the last of which is `NONE`."""

    def __init__(self, gallery: Gallery, names: Sequence[str]) -> None:
        self._gallery, self._count = gallery, len(names)
        places: defaultdict[tuple[int, bool], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        numbers = {name: number for number, name in enumerate(names)}
        for place, (name, icon_set) in enumerate(zip(gallery.names, gallery.sets, strict=True)):
            number = numbers.get(str(name), len(names) - 1)
            places[number, str(icon_set) in THEMES][str(icon_set)].append(place)
        self._places = {key: [*sets.values()] for key, sets in places.items()}

    def __iter__(self) -> Iterator[tuple[Crop, int]]:
        worker = get_worker_info()
        random = np.random.default_rng((torch.initial_seed(), worker.id if worker else 0))
        while True:
            picture, number = self._picture(random)
            if (seen := crop(picture, random)) is not None:
                yield seen, number

    def _picture(self, random: np.random.Generator) -> tuple[Picture, int]:
        none = self._count - 1
        if random.random() < _LETTERS:
            return letter(random), none
        number = none if random.random() < _OTHERS else int(random.integers(none))
        themed = random.random() < _THEMED
        sets = self._places.get((number, themed)) or self._places[number, not themed]
        places = sets[random.integers(len(sets))]
        return self._gallery.pictures[places[random.integers(len(places))]], number
