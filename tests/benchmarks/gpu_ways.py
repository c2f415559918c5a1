"""The ways of running one step that `gpu_step` compares: transformers' own `generate`, and ours."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any

import torch
from PIL import Image

from model.base import Grammar, Request
from model.glm.foreign import Network
from model.glm.glm import GlmModel
from model.glm.prompt.chat import Chat
from model.glm.settings import GlmSettings, Quantization
from model.glm.weights.needs import Parameters, cache_bytes_per_token
from tests.benchmarks.random_glm import PROCESSOR, Scale

ROUNDS = 3
"""How often a figure is measured; its median counts."""
TEXT = "Goal: open the settings and turn on the dark theme. So far: three steps, and all of them went well."
ENDLESS = Grammar(
    trigger="Action:",
    lark=r'start: " {\"text\": " /"([^"\\\x00-\x1f\x7f]|\\["\\nt]){3000,4000}"/ "}"',
    slices=(r'[^"\\\x00-\x1f\x7f]{1,30}',),
)
"""An action longer than any step, in the form of a real one."""


@dataclass(frozen=True)
class Measured:
    """What a step costs, in seconds: `step` sees every image for the first time, `next_step` none; rates are medians.

    Memory in GiB at its peak: `loading` until the model is warm, `gibibytes` over all.
    """

    vision: float
    prefill: float
    tokens_per_second: float
    step: float
    next_step: float
    gibibytes: float
    loading: float = 0.0
    warm_up: float = 0.0
    held_tokens_per_second: float = 0.0
    of_floor: float = 0.0


@dataclass(frozen=True)
class Answer:
    """When the first and the last text came, in seconds, and how many tokens a second between."""

    first: float
    last: float
    rate: float


def load(scale: Scale, settings: GlmSettings) -> GlmModel:
    """Load from weights that lie on the host, as a checkpoint's do; they are made on the device, which is faster."""
    checkpoint = scale.checkpoint()
    checkpoint.network.cpu()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
    return GlmModel(checkpoint, settings, _tell)


def _tell(message: str, fraction: float | None) -> None:
    """Print what is being done: a figure means another thing where kernels could not be had."""
    if fraction is None:
        print(f"  {message}", flush=True)


def ours(scale: Scale, tokens: int, quantization: Quantization, bandwidth: float, **settings: Any) -> Measured:
    """Measure `GlmModel`: everything from PIL images to the streamed text."""
    chosen = GlmSettings(
        device=scale.device,
        quantization=quantization,
        context_tokens=scale.context,
        max_new_tokens=tokens,
        answer_tokens=0,
        action_tokens=tokens - 1,
        **settings,
    )
    began = time.perf_counter()
    model = load(scale, chosen)
    warm_up, loading = time.perf_counter() - began, _peak_memory()
    cold = _answer(model, scale, None)
    again, held = (_typical([_answer(model, scale, grammar) for _ in range(ROUNDS)]) for grammar in (None, ENDLESS))
    return Measured(
        vision=cold.first - again.first,
        prefill=again.first,
        tokens_per_second=again.rate,
        step=cold.last,
        next_step=again.last,
        gibibytes=_peak_memory(),
        loading=loading,
        warm_up=warm_up,
        held_tokens_per_second=held.rate,
        of_floor=again.rate * _bytes_of_a_token(scale, quantization, tokens) / bandwidth,
    )


def stock(scale: Scale, tokens: int) -> Measured:
    """Measure transformers' image processor and `generate`, used as its documentation uses them."""
    network, images = scale.checkpoint().network, scale.images()
    inputs = _stock_inputs(scale, images)
    _stock_generate(network, inputs, 2)
    processing = _seconds(lambda: _stock_inputs(scale, images))
    seeing = _seconds(lambda: network.model.get_image_features(inputs["pixel_values"], inputs["image_grid_thw"]))
    first = _seconds(lambda: _stock_generate(network, inputs, 1))
    last = _seconds(lambda: _stock_generate(network, inputs, tokens))
    return Measured(
        vision=processing + seeing,
        prefill=first - seeing,
        tokens_per_second=(tokens - 1) / (last - first),
        step=processing + last,
        next_step=processing + last,
        gibibytes=_peak_memory(),
    )


def _answer(model: GlmModel, scale: Scale, grammar: Grammar | None) -> Answer:
    """Let a model answer once, and watch its text come."""
    images, times = scale.images(), []
    began = time.perf_counter()
    request = Request(content=(*images, TEXT), goal="", grammar=grammar)
    reply = model.generate(request, lambda _: times.append(time.perf_counter() - began), Event())
    return Answer(times[0], times[-1], (reply.tokens - 1) / (times[-1] - times[0]))


def _typical(answers: Sequence[Answer]) -> Answer:
    """Return the median of each figure."""
    columns = zip(*((answer.first, answer.last, answer.rate) for answer in answers), strict=True)
    return Answer(*map(statistics.median, columns))


def _bytes_of_a_token(scale: Scale, quantization: Quantization, tokens: int) -> float:
    """Return what the step of one token has to read: the weights, and the cache at half of the reply."""
    prompt = _stock_inputs(scale, scale.images())["input_ids"].shape[1]
    weights = Parameters.of(scale.config).step_bytes(quantization)
    return weights + (prompt + tokens / 2) * cache_bytes_per_token(scale.config)


def _stock_inputs(scale: Scale, images: list[Image.Image]) -> dict[str, torch.Tensor]:
    """Return what `generate` is given; the prompt is the one that ours reads."""
    seen = PROCESSOR(images=images, return_tensors="pt")
    room = [int(grid.prod()) // PROCESSOR.merge_size**2 for grid in seen.image_grid_thw]
    ids = torch.tensor([Chat(scale.tokenizer).prompt((*images, TEXT), room).ids])
    types = (ids == scale.config.image_token_id).int()
    inputs = {**seen, "input_ids": ids, "mm_token_type_ids": types}
    return {name: tensor.to(scale.device) for name, tensor in inputs.items()}


def _stock_generate(network: Network, inputs: Mapping[str, torch.Tensor], tokens: int) -> None:
    network.generate(**inputs, max_new_tokens=tokens, min_new_tokens=tokens, do_sample=False)


@torch.no_grad()
def _seconds(run: Callable[[], object]) -> float:
    """Return how long something takes, the GPU's work included."""
    _synchronize()
    began = time.perf_counter()
    run()
    _synchronize()
    return time.perf_counter() - began


def _synchronize() -> None:
    if torch.cuda.is_available():
        torch.cuda.synchronize()


def _peak_memory() -> float:
    return torch.cuda.max_memory_allocated() / 2**30 if torch.cuda.is_available() else 0.0
