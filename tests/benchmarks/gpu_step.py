"""One step of GLM-4.1V on a GPU: a 1080p screenshot, four earlier ones at half its size, 300 new tokens.

Random weights of the 9B shape: no hub and no checkpoint. Every row is printed as soon as it is measured, the most
telling first, so that a run that is killed keeps what it had; after `--seconds` no further row is begun. Needs torch,
transformers, llguidance, pydantic and rich, and torchao for int8 and int4: `make gpu-wheels GPU_PYTHON=3.12` fetches
what a machine with that Python and without a registry may lack. `--tiny` runs it all on a CPU, for tests.

What only a GPU can show, and has yet to: that our own kernels run and agree there (`own_apart` below 0.03), what they
are worth (`own_us` beside `inductor_us`, and the rows "bf16" by each), that the step of a token reaches 80 % of the
floor (`of_floor`), that loading peaks no higher than `model check` says (`loading`), and that a pass over 16 tokens
takes about as long as one over a single token ("passes"): all levers rest on that.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial

import torch

from model.base import ModelLostError
from model.glm.settings import Quantization
from model.glm.weights.bandwidth import measure_bandwidth
from tests.benchmarks.gpu_parts import layer, levers
from tests.benchmarks.gpu_ways import ours, stock
from tests.benchmarks.output import print_json
from tests.benchmarks.random_glm import Scale, full_scale, tiny_scale

Row = tuple[str, Mapping[str, float]]
Way = Callable[[], Iterable[Row]]

SECONDS = 540


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each way in turn and print its row; with --json the figures."""
    parser = argparse.ArgumentParser(description="What one step costs on a GPU.")
    parser.add_argument("--tiny", action="store_true", help="a tiny network on the CPU")
    parser.add_argument("--tokens", type=int, default=300, help="new tokens in a step")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="begin no row after so many")
    parser.add_argument("--after", default="", help="begin with the way after this one")
    parser.add_argument("--had", default="{}", help="figures of before, as JSON")
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    options = parser.parse_args(arguments)
    if not options.tiny and not torch.cuda.is_available():
        parser.exit(2, "No CUDA GPU was found; --tiny runs a tiny network on the CPU.\n")
    if options.tiny:
        torch.set_num_threads(1)
    scale = tiny_scale() if options.tiny else full_scale()
    device = "the CPU" if options.tiny else torch.cuda.get_device_name()
    bandwidth = measure_bandwidth(torch.device(scale.device))
    print(f"One step of {options.tokens} tokens on {device}, {bandwidth / 1e9:.0f} GB/s", flush=True)
    try:
        figures = measure(following(options.after, ways(scale, options.tokens, bandwidth)), options.seconds)
    except DeviceLostError as lost:
        go_on_anew(lost, options)
        raise
    if options.json:
        print_json({"device": device, "bandwidth": bandwidth, **json.loads(options.had), **figures})


class DeviceLostError(Exception):
    """The GPU failed, and answers this process nothing more. So many `seconds` are left."""

    def __init__(self, at: str, figures: Mapping[str, object], seconds: float) -> None:
        super().__init__(f"the GPU failed at {at}")
        self.at, self.figures, self.seconds = at, figures, seconds


def go_on_anew(lost: DeviceLostError, options: argparse.Namespace) -> None:
    """Measure the rest in a new process, which takes this one's place and is told what there was."""
    had = json.dumps({**json.loads(options.had), **lost.figures})
    words = ["--tokens", str(options.tokens), "--seconds", str(lost.seconds), "--after", lost.at, "--had", had]
    words += ["--json"] if options.json else []
    os.execv(sys.executable, [sys.executable, "-m", "tests.benchmarks.gpu_step", *words])  # noqa: S606


def ways(scale: Scale, tokens: int, bandwidth: float) -> dict[str, Way]:
    """Return what there is to measure, by name, the most telling first."""

    def step(name: str, quantization: Quantization = "none", **settings: object) -> Iterator[Row]:
        yield name, asdict(ours(scale, tokens, quantization, bandwidth, **settings))

    on_gpu: dict[str, Way] = {}
    if scale.device == "cuda":
        on_gpu = {
            "layer": lambda: [("layer", layer(scale))],
            "bf16 own": partial(step, "bf16 own", kernels="own"),
            "bf16 inductor": partial(step, "bf16 inductor", kernels="inductor"),
        }
    return {
        "bf16": partial(step, "bf16"),
        **on_gpu,
        "levers": partial(levers, scale, tokens),
        "stock": lambda: [("stock", asdict(stock(scale, tokens)))],
        "int8": partial(step, "int8", "int8"),
        "int4": partial(step, "int4", "int4"),
        "uncompiled": partial(step, "uncompiled", compiled=False),
    }


def following(name: str, named: Mapping[str, Way]) -> dict[str, Way]:
    """Return the ways after the one of that name; all, where it is none."""
    names = list(named)
    return {later: named[later] for later in names[names.index(name) + 1 if name in names else 0 :]}


def measure(
    named: Mapping[str, Way], seconds: float, clock: Callable[[], float] = time.perf_counter
) -> dict[str, Mapping[str, object]]:
    """Run each way with nothing left of the one before; print each row at once, or why there is none."""
    figures: dict[str, Mapping[str, object]] = {}
    began = clock()
    for name, way in named.items():
        if clock() - began > seconds:
            figures[name] = {"not_measured": "the time is up"}
            print_row(name, figures[name])
            continue
        _clear()
        try:
            for part, row in way():
                figures[part] = row
                print_row(part, row)
        except Exception as error:  # noqa: BLE001 - a row that cannot be had must not cost the others
            figures[name] = {"not_measured": str(error).partition("\n")[0] or type(error).__name__}
            print_row(name, figures[name])
            if isinstance(error, torch.AcceleratorError | ModelLostError):
                raise DeviceLostError(name, figures, seconds - (clock() - began)) from None
    return figures


def print_row(name: str, row: Mapping[str, object]) -> None:
    """Print one line, whole and at once."""
    cells = [f"{key} {value:.4g}" if isinstance(value, float) else f"{key} {value}" for key, value in row.items()]
    print(f"{name:20}", "  ".join(cells), flush=True)


def _clear() -> None:
    gc.collect()
    torch.compiler.reset()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()


if __name__ == "__main__":
    main()
