"""The parts of a step on their own: one layer by each kind of kernels, its products, a prompt, passes, each lever."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import linear

from model.base import Request
from model.glm.decoding.fused.layer import run_layers
from model.glm.decoding.fused.trial import Trial, can_fuse
from model.glm.decoding.graph import graph_seconds
from model.glm.decoding.kernels import Kernels
from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings
from tests.benchmarks.gpu_ways import ENDLESS, ROUNDS, TEXT, load
from tests.benchmarks.random_glm import Scale

PROMPT = 4096
LEVERS: dict[str, dict[str, Any]] = {
    "all levers": {},
    "whole prompts": {"prompt_chunk": 1 << 20},
    "no forced text": {"forced_at_once": False},
    "no grammar guesses": {"guess_from_grammar": False},
    "no text guesses": {"guess_from_text": False},
    "no reuse": {"reuse_prompt": False},
}
Seconds = Callable[[Callable[[], object]], float]
Figures = dict[str, float]


@torch.no_grad()
def layer(scale: Scale, seconds: Seconds = graph_seconds) -> Figures:
    """Return the microseconds of one layer for one token by each kind of kernels, and the bandwidth of its products."""
    first = load(scale, _settings(scale, compiled=False))._open.decoder._layers[0]
    trial = Trial.of(first, scale.context)
    ways = {"plain": Kernels()}
    if can_fuse(first):
        ways |= {"inductor": Kernels.compiled(), "own": Kernels(single=run_layers)}
    figures = {f"{name}_us": seconds(partial(trial.run, kernels)) * 1e6 for name, kernels in ways.items()}
    if "own" in ways:
        figures["own_apart"] = trial.apart(ways["own"])
    products = (first.qkv, first.out, first.mlp.gate_up_proj, first.mlp.down_proj)
    names = ("qkv", "out", "gate_up", "down")
    return figures | {
        f"{name}_gb_s": _bandwidth(product.weight, seconds) for name, product in zip(names, products, strict=True)
    }


def _bandwidth(weight: Tensor, seconds: Seconds) -> float:
    """Return how fast torch's own product with one vector reads a weight, in GB/s.

    Copies of it are read in turn, so that none is found in the GPU's cache.
    """
    copies = [weight.clone() for _ in range(8)]
    x = weight.new_ones(1, weight.shape[1])
    took = seconds(lambda: [linear(x, copy) for copy in copies])
    return weight.nbytes * len(copies) / took / 1e9


def levers(scale: Scale, tokens: int) -> Iterator[tuple[str, Figures]]:
    """Yield what each pass takes, a long prompt alone, and an answer held to a grammar without each of the levers.

    One model serves all. Its words are random: what the levers are worth in passes is `decoding`'s to say.
    """
    # Nothing is remembered: the same answer again and again would be guessed whole.
    asked = _settings(scale, max_new_tokens=tokens, answer_tokens=0, action_tokens=tokens - 1, remembered_replies=0)
    model = load(scale, asked)
    yield "passes", passes(model)
    yield "4k prompt", prompt(model, min(PROMPT, scale.context // 2))
    kept = model._settings
    for name, changed in LEVERS.items():
        model._settings = model._open._settings = kept.model_copy(update=changed)
        yield name, _answer(model, scale)


def passes(model: GlmModel) -> Figures:
    """Return the milliseconds of a pass over each number of tokens that a pass may have."""
    decoder = model._open.decoder
    model._open.read((TEXT,), Event())
    at = len(model._open.prompt((TEXT,)).ids)
    sizes = [window.size for window in decoder._windows]
    return {f"of_{size}_ms": _median(partial(decoder.extend, [0] * size, at=at)) * 1000 for size in sizes}


def prompt(model: GlmModel, tokens: int) -> Figures:
    """Return how long a prompt of words alone takes, in milliseconds, and its tokens."""
    text = " a" * (tokens // 2)

    def read() -> None:
        model._open.decoder.forget()
        model._open.read((text,), Event())

    return {"tokens": len(model._open.prompt((text,)).ids), "ms": _median(read) * 1000}


def _answer(model: GlmModel, scale: Scale) -> Figures:
    """Return the seconds of an answer about screens that were seen before, and its tokens for each pass."""
    request = Request(content=(*scale.images(), TEXT), goal="", grammar=ENDLESS)
    model.generate(request, lambda _: None, Event())
    before, written = model._open.decoder.passes, 0

    def answer() -> None:
        nonlocal written
        written += model.generate(request, lambda _: None, Event()).tokens

    seconds = _median(answer)
    return {"step_s": seconds, "tokens_per_pass": written / max(1, model._open.decoder.passes - before)}


def _settings(scale: Scale, **changed: Any) -> GlmSettings:
    return GlmSettings(device=scale.device, quantization="none", context_tokens=scale.context, **changed)


def _median(run: Callable[[], object]) -> float:
    run()
    return statistics.median(_timed(run) for _ in range(ROUNDS))


def _timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter() - began
