"""Trains the net on folders of rendered screens: `python -m tests.training.controls.train FOLDER... --minutes 100`.

What is kept is the running mean of the weights, which needs no end of the training to be good: it is written again and
again, so that it can be tried, and the folders may grow meanwhile. Two processes of one thread are faster than one of
two threads, and far faster where the cores are shared: threads wait for each other at every layer.
"""

import argparse
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import nn
from torch.multiprocessing.spawn import spawn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from tests.training.controls.batches import batches
from tests.training.controls.loss import loss
from tests.training.controls.net import Net
from tests.training.controls.together import Team

_RATE, _LEAST_RATE, _DECAY, _LONGEST_STEP = 4e-3, 1e-5, 1e-3, 10
_WARM_UP, _SAVE_EVERY = 40, 25  # steps
_KEPT = 0.985  # of the mean, at each step


@dataclass(frozen=True)
class Course:
    """How to train: on which samples, for how long, whereto, from where on, and by how many processes."""

    folders: Sequence[Path]
    minutes: float
    weights: Path
    start: Path | None = None
    seed: int = 0
    rate: float = _RATE
    processes: int = 2
    threads: int = 1
    meeting: Path = Path("meeting")


def train(course: Course) -> None:
    """Train for a time, with a rate that rises quickly and falls like a cosine; write the weights."""
    if course.processes == 1:
        _train(0, course)
        return
    with TemporaryDirectory() as folder:
        spawn(_train, (replace(course, meeting=Path(folder) / "meeting"),), course.processes)  # type: ignore[no-untyped-call]


def _train(place: int, course: Course) -> None:
    """Be one of the processes; the first one tells and writes."""
    torch.set_num_threads(course.threads)
    torch.manual_seed(course.seed)
    team, net = Team(place, course.processes, course.meeting), _net(course.start)
    parameters, kept = list(net.parameters()), _mean_of(net)
    optimiser = torch.optim.AdamW(parameters, course.rate, weight_decay=_DECAY)
    began, told = time.monotonic(), 0.0
    for step, (screens, wanted) in enumerate(batches(course.folders, course.seed + 1000 * place)):
        error = loss(net(screens), wanted)
        optimiser.zero_grad()
        error.backward()  # type: ignore[no-untyped-call]
        spent, shown = team.mean(parameters, ((time.monotonic() - began) / 60 / course.minutes, error.item()))
        if spent >= 1:
            break
        _step(
            optimiser, parameters, course.rate * min(1, (step + 1) / _WARM_UP) * (0.5 + 0.5 * math.cos(math.pi * spent))
        )
        if step >= _WARM_UP:
            kept.update_parameters(net)
        told = told + 0.03 * (shown - told) if step else shown
        if place == 0 and step % _SAVE_EVERY == _SAVE_EVERY - 1:
            print(f"step {step + 1}, {spent * course.minutes:.1f} min, loss {told:.3f}", flush=True)
            torch.save(kept.module.state_dict(), course.weights)
    if place == 0:
        torch.save(kept.module.state_dict(), course.weights)


def _net(start: Path | None) -> Net:
    net = Net().to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stubs lack it
    if start:
        net.load_state_dict(torch.load(start, weights_only=True))
    assert isinstance(net, Net)
    return net


def _mean_of(net: Net) -> AveragedModel:
    """Return the running mean of the weights, and of what the normalisations know."""
    return AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(_KEPT), use_buffers=True)  # type: ignore[no-untyped-call]


def _step(optimiser: torch.optim.Optimizer, parameters: list[nn.Parameter], rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate + _LEAST_RATE
    nn.utils.clip_grad_norm_(parameters, _LONGEST_STEP)
    optimiser.step()


def _arguments() -> Course:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--weights", type=Path, default=Path("controls.pt"))
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=_RATE)
    parser.add_argument("--processes", type=int, default=2)
    return Course(**vars(parser.parse_args()))


if __name__ == "__main__":
    train(_arguments())
