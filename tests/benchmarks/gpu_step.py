"""One step of GLM-4.1V on a GPU: a 1080p screenshot, four earlier ones at half its size, 300 new tokens.

Random weights of the 9B shape, made on the device: no hub and no checkpoint. Stock is transformers' own `generate`;
ours runs in bf16, int8 and int4, free and held to a grammar, each beside the floor that reading the weights sets.
Needs torch, transformers and llguidance, and torchao for int8 and int4. `--tiny` runs it all on a CPU, for tests.
"""

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial

import torch

from model.base import ModelError
from model.glm.weights.bandwidth import measure_bandwidth
from tests.benchmarks.gpu_ways import Measured, ours, stock
from tests.benchmarks.output import print_json, print_table
from tests.benchmarks.random_glm import Scale, full_scale, tiny_scale

COLUMNS = ("", "see ms", "read ms", "tok/s", "held", "floor%", "step s", "next s", "GiB", "warm s")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each way in turn, print a table, and with --json the figures."""
    parser = argparse.ArgumentParser(description="What one step costs on a GPU.")
    parser.add_argument("--tiny", action="store_true", help="a tiny network on the CPU")
    parser.add_argument("--tokens", type=int, default=300, help="new tokens in a step")
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    options = parser.parse_args(arguments)
    if not options.tiny and not torch.cuda.is_available():
        parser.exit(2, "No CUDA GPU was found; --tiny runs a tiny network on the CPU.\n")
    if options.tiny:
        torch.set_num_threads(1)
    scale = tiny_scale() if options.tiny else full_scale()
    bandwidth = measure_bandwidth(torch.device(scale.device))
    results = {name: attempt(name, way) for name, way in ways(scale, options.tokens, bandwidth).items()}
    device = "the CPU" if options.tiny else torch.cuda.get_device_name()
    print_results(f"One step of {options.tokens} tokens on {device}, {bandwidth / 1e9:.0f} GB/s", results)
    if options.json:
        print_json(
            {"device": device, "bandwidth": bandwidth, **{name: figures(result) for name, result in results.items()}}
        )


def ways(scale: Scale, tokens: int, bandwidth: float) -> dict[str, Callable[[], Measured]]:
    """Return what there is to measure, by name."""
    return {
        "stock": partial(stock, scale, tokens),
        "bf16": partial(ours, scale, tokens, "none", bandwidth),
        "int8": partial(ours, scale, tokens, "int8", bandwidth),
        "int4": partial(ours, scale, tokens, "int4", bandwidth),
    }


def attempt(name: str, way: Callable[[], Measured]) -> Measured | str:
    """Run one way with nothing left of the one before; return why it could not run where it could not."""
    gc.collect()
    torch.compiler.reset()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
    began = time.perf_counter()
    try:
        result: Measured | str = way()
    except (ModelError, RuntimeError) as error:
        result = str(error).partition("\n")[0]
    print(f"{name}: measured in {time.perf_counter() - began:.0f} s", flush=True)
    return result


def print_results(title: str, results: dict[str, Measured | str]) -> None:
    """Print a table of what was measured, and below it what could not be."""
    measured = {name: result for name, result in results.items() if isinstance(result, Measured)}
    print_table(title, COLUMNS, [row(name, result) for name, result in measured.items()])
    for name, result in results.items():
        if isinstance(result, str):
            print(f"{name} was not measured: {result}")


def row(name: str, result: Measured) -> tuple[object, ...]:
    """Return a line of the table."""
    return (
        name,
        result.vision * 1000,
        result.prefill * 1000,
        result.tokens_per_second,
        result.held_tokens_per_second,
        result.of_floor * 100,
        f"{result.step:.2f}",
        f"{result.next_step:.2f}",
        result.gibibytes,
        result.warm_up,
    )


def figures(result: Measured | str) -> object:
    """Return a result as plain JSON."""
    return asdict(result) if isinstance(result, Measured) else {"not_measured": result}


if __name__ == "__main__":
    main()
