"""Trains the net on folders of rendered screens: `python -m tests.training.controls.train FOLDER... --minutes 25`.

What is kept is the running mean of the weights, which needs no end of the training to be good: it is written again and
again, so that it can be tried, and the folders may grow meanwhile.
"""

import argparse
import math
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import count
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from model.sight.element import Element
from model.sight.text_line import PixelBox
from tests.training.controls.loss import loss
from tests.training.controls.net import Net
from tests.training.controls.samples import IGNORED, Sample, read_truth
from tests.training.controls.targets import target
from tests.training.controls.variation import varied

_BATCH, _RATE, _WARM_UP, _SAVE_EVERY, _LOOK_EVERY = 6, 4e-3, 40, 25, 400
_KEPT = 0.985  # of the mean, at each step
_CHOICES, _FEW = 4, 3
_PIECE = (384, 320)  # width and height: more steps for the same time than whole screens


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


def train(
    folders: Sequence[Path],
    minutes: float,
    weights: Path,
    start: Path | None = None,
    seed: int = 0,
    rate: float = _RATE,
    threads: int = 2,
) -> None:
    """Train for a time, with a rate that rises quickly and falls like a cosine; write the weights."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    net = Net().to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stubs lack it
    if start:
        net.load_state_dict(torch.load(start, weights_only=True))
    optimiser = torch.optim.AdamW(net.parameters(), rate, weight_decay=1e-3)
    kept = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(_KEPT), use_buffers=True)  # type: ignore[no-untyped-call]
    began, mean = time.monotonic(), 0.0
    for step, (screens, wanted) in enumerate(batches(folders, seed)):
        spent = (time.monotonic() - began) / 60 / minutes
        if spent >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1, (step + 1) / _WARM_UP) * (0.5 + 0.5 * math.cos(math.pi * spent)) + 1e-5
        error = loss(net(screens), wanted)
        optimiser.zero_grad()
        error.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(net.parameters(), 10)
        optimiser.step()
        if step >= _WARM_UP:
            kept.update_parameters(net)
        mean = error.item() if step == 0 else 0.98 * mean + 0.02 * error.item()
        if step % _SAVE_EVERY == _SAVE_EVERY - 1:
            print(f"step {step + 1}, {spent * minutes:.1f} min, loss {mean:.3f}", flush=True)
            torch.save(kept.module.state_dict(), weights)
    torch.save(kept.module.state_dict(), weights)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--minutes", type=float, default=25)
    parser.add_argument("--weights", type=Path, default=Path("controls.pt"))
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=_RATE)
    parser.add_argument("--threads", type=int, default=2, help="one is the faster where cores are shared")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _arguments()
    train(asked.folders, asked.minutes, asked.weights, asked.start, asked.seed, asked.rate, asked.threads)
