"""Trains the net that names icons and writes it where the package keeps it: about 30 minutes on two cores.

    python -m tests.training.icons.train [--minutes 20] [--resume]

Fetches and draws the icons first, where that has not been done. Needs torch and onnx.
"""

import argparse
import math
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader

from model.sight.icons import classifier
from model.sight.icons.crops import SIDE
from model.sight.icons.vocabulary import NAMES
from tests.training.icons.evaluate import report
from tests.training.icons.gather import gather
from tests.training.icons.net import IconNet
from tests.training.icons.packages import FOLDER, UNSEEN, fetch
from tests.training.icons.samples import NONE, Gallery, Samples

_BATCH = 192
_RATE, _DECAY = 5e-3, 0.02
_USES = 3  # of each crop drawn
_WARM_UP = 0.03  # of the time
_SMOOTHING = 0.05


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--resume", action="store_true", help="go on from where the last training ended")
    given = parser.parse_args()
    path = FOLDER / "icons.npz"
    if not path.exists():
        fetch()
        gather()
    gallery, names = Gallery.load(path), [*NAMES, NONE]
    torch.manual_seed(0)
    torch.set_num_threads(1)  # the other core draws
    net = IconNet(len(names))
    if given.resume:
        net.load_state_dict(torch.load(FOLDER / "net.pt", weights_only=True))
    train(net, Samples(gallery.of(UNSEEN, others=True), names), given.minutes * 60)
    torch.save(net.state_dict(), FOLDER / "net.pt")
    export(net.eval(), classifier.MODEL)
    classifier.NAMES_FILE.write_text("\n".join(NAMES) + "\n")
    report(gallery.of(UNSEEN))


def train(net: IconNet, samples: Samples, seconds: float) -> None:
    """Teach the net for so long; the rate of learning falls to nothing at the end."""
    net.train()
    optimizer = torch.optim.AdamW(net.parameters(), _RATE, weight_decay=_DECAY)
    loss_of = nn.CrossEntropyLoss(label_smoothing=_SMOOTHING)
    loader = DataLoader(samples, _BATCH, num_workers=1, prefetch_factor=4)
    for step, (crops, numbers), passed in _until(seconds, loader):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * min(1, passed / _WARM_UP) * (0.5 + 0.5 * math.cos(math.pi * passed))
        for _ in range(_USES):
            with torch.autocast("cpu", torch.bfloat16):
                scores = net(_moved(crops).contiguous(memory_format=torch.channels_last))
            loss = loss_of(scores.float(), numbers)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        if step % 100 == 0:
            print(f"{step} {passed:.0%} loss {loss.item():.3f}", flush=True)


def _moved(crops: torch.Tensor) -> torch.Tensor:
    """Return the crops a little larger or smaller, turned and shifted: drawing a new one takes longer."""
    count = len(crops)
    turned, (across, along) = 0.06 * torch.randn(count), 1 + 0.06 * torch.randn(2, count)
    shifted = 0.04 * torch.randn(2, count)
    rows = [
        torch.stack([across * turned.cos(), -turned.sin(), shifted[0]], 1),
        torch.stack([turned.sin(), along * turned.cos(), shifted[1]], 1),
    ]
    grid = nn.functional.affine_grid(torch.stack(rows, 1), list(crops.shape), align_corners=False)
    return nn.functional.grid_sample(crops, grid, align_corners=False)


def _until(seconds: float, loader: DataLoader) -> Iterator[tuple[int, list[torch.Tensor], float]]:  # type: ignore[type-arg]
    start = time.monotonic()
    for step, batch in enumerate(loader):
        passed = (time.monotonic() - start) / seconds
        if passed >= 1:
            return
        yield step, batch, passed


def export(net: nn.Module, path: Path) -> None:
    """Write the net for onnxruntime, which gives what is likely (0 to 1, for each name)."""
    with_softmax = nn.Sequential(net, nn.Softmax(1)).eval()
    torch.onnx.export(
        with_softmax,
        (torch.zeros(1, 2, SIDE, SIDE),),
        str(path),
        input_names=["crops"],
        output_names=["likely"],
        dynamic_axes={"crops": {0: "n"}, "likely": {0: "n"}},
        dynamo=False,  # the newer way needs one more package for the same file
    )


if __name__ == "__main__":
    main()
