"""Batches to train on: parts of rendered screens, varied, with what the net is to say of them. Knows no net."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import count
from pathlib import Path
from random import Random

import numpy as np
import torch

from model.sight.element import Element
from model.sight.text_line import PixelBox
from tests.training.controls.samples import IGNORED, Sample, read_truth
from tests.training.controls.targets import target
from tests.training.controls.variation import varied

_BATCH = 6
_PIECE = (384, 320)  # width and height: more steps for the same time than whole screens
_CHOICES, _FEW = 4, 3
_LOOK_EVERY = 400  # batches


def samples(folders: Sequence[Path]) -> list[Path]:
    """Return the samples' truths in the folders, in a fixed order."""
    return sorted(path for folder in folders for path in folder.glob("**/*.json"))


def batches(folders: Sequence[Path], seed: int) -> Iterator[tuple[torch.Tensor, dict[str, torch.Tensor]]]:
    """Yield screens and what is wanted of them, without end; the folders may grow meanwhile."""
    random = Random(seed)
    for number in count():
        if number % _LOOK_EVERY == 0:
            paths = samples(folders)
            riches = [1 + _variety(read_truth(path)) for path in paths]
        chosen = [_piece(random, *random.choices(paths, riches, k=2)) for _ in range(_BATCH)]
        pixels = np.stack([each.pixels.transpose(2, 0, 1) for each in chosen])
        wanted = [asdict(target(each.truth, *each.pixels.shape[:2])) for each in chosen]
        yield (
            torch.from_numpy(pixels).float().contiguous(memory_format=torch.channels_last),
            {name: torch.from_numpy(np.stack([each[name] for each in wanted])) for name in wanted[0]},
        )


def _piece(random: Random, path: Path, other: Path) -> Sample:
    """Return a part of a screen, varied; the richer of some parts, for much of most screens is empty."""
    sample = Sample.load(path)
    parts = [sample.crop(_window(random, sample)) for _ in range(random.randint(1, _CHOICES))]
    return varied(random, max(parts, key=lambda part: _variety(part.truth)), lambda: Sample.load(other))


def _window(random: Random, sample: Sample) -> PixelBox:
    height, width = sample.pixels.shape[:2]
    wide, high = _PIECE
    x, y = random.randint(0, (width - wide) // 8) * 8, random.randint(0, (height - high) // 8) * 8
    return PixelBox(x, y, x + wide, y + high)


def _variety(truth: Iterable[Element]) -> int:
    """Count controls, but no more than a few of each kind: a spreadsheet is not rich."""
    kinds = Counter(each.kind for each in truth if each.kind != IGNORED)
    return sum(min(many, _FEW) for many in kinds.values())
