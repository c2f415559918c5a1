"""Makes a checkpoint ready to answer: placed on its device, its kernels compiled where they can be, and warm.

Warming up runs everything at its largest, so that what does not fit fails here and never in the middle of a run.
"""

import math
from collections.abc import Callable
from functools import partial
from threading import Event

import torch
from PIL import Image

from model.base import Part
from model.glm.decoding.decoder import Decoder, slots
from model.glm.decoding.fused.trial import chosen
from model.glm.decoding.kernels import Kernels, can_compile
from model.glm.decoding.window import SIZES
from model.glm.faults import COMPILER_FAULTS, DEVICE_FAULTS, let_go
from model.glm.prompt.chat import Chat
from model.glm.prompt.prompt_reader import PromptReader
from model.glm.settings import GlmSettings, Progress, Quantization
from model.glm.vision.input import PatchShape
from model.glm.vision.tower import VisionTower
from model.glm.weights.checkpoint import Checkpoint
from model.glm.weights.loader import place

Build = Callable[[Kernels], PromptReader]

_SLOWER = "the layers run unfused, and slower"
_SMALL_SCREEN = (280, 168)
_FEWEST = 16  # tokens of a screenshot


def ready(
    checkpoint: Checkpoint,
    settings: GlmSettings,
    quantization: Quantization,
    device: torch.device,
    on_progress: Progress,
) -> PromptReader:
    """Return a reader over the checkpoint's network, which is taken over; on a GPU it is warm."""
    build = placed(checkpoint, settings, quantization, device, on_progress)
    if device.type != "cuda":
        return build(Kernels())
    layer = checkpoint.network.model.language_model.layers[0]
    capacity = slots(settings.context_tokens, max(SIZES))
    return warm(build, settings, on_progress, partial(chosen, layer, capacity, settings, on_progress))


def placed(
    checkpoint: Checkpoint,
    settings: GlmSettings,
    quantization: Quantization,
    device: torch.device,
    on_progress: Progress,
) -> Build:
    """Place the checkpoint's network; return what makes a reader of it, with one arithmetic or another."""
    network = checkpoint.network
    place(network, settings, quantization, device, on_progress)
    tower = VisionTower(network.model.visual, checkpoint.processor)
    shape = PatchShape.of(checkpoint.processor, settings.screenshot_tokens)
    chat = Chat(checkpoint.tokenizer)
    # Of several tokens, torchao's int8 product first writes the weight out in bf16: five times what one token reads.
    sizes = SIZES[:1] if quantization == "int8" and device.type == "cuda" else SIZES

    def build(kernels: Kernels) -> PromptReader:
        tower.run_with(kernels.vision)
        decoder = Decoder(network, settings.context_tokens, kernels, sizes)
        return PromptReader(network, chat, tower, decoder, shape, settings)

    return build


def warm(
    build: Build,
    settings: GlmSettings,
    on_progress: Progress,
    compiled: Callable[[], Kernels] = Kernels.compiled,
    compiles: Callable[[], bool] = can_compile,
) -> PromptReader:
    """Return a warm reader with compiled kernels, or with plain ones and a word about it where those fail."""
    if settings.compiled and compiles():
        on_progress("Warming up (a minute the first time)", None)
        try:
            return warm_up(build(compiled()), settings)
        except COMPILER_FAULTS as error:
            if isinstance(error, DEVICE_FAULTS):
                raise
            let_go(error)
            on_progress(f"The layers could not be compiled ({_first_line(error)}): {_SLOWER}", None)
    elif settings.compiled:
        on_progress(f"There is no C compiler or no Triton: {_SLOWER}", None)
    return warm_up(build(Kernels()), settings)


def warm_up(reader: PromptReader, settings: GlmSettings) -> PromptReader:
    """Run everything small and at its largest; return the reader as if it had read nothing."""
    reader.decoder.capture()
    most = settings.cached_images * reader.shape.most_tokens
    # Stands for the images that will be remembered.
    remembered = reader.decoder.like.new_empty(most, reader.decoder.like.shape[0])
    # The last of them again: a prompt of which nearly all is held.
    for content in ((Image.new("RGB", _SMALL_SCREEN), "warm up"), *[longest(reader)] * 2):
        prompt, _ = reader.read(content, Event())
        reader.decoder.extend([0] * reader.decoder.most, at=len(prompt.ids))
    del remembered
    reader.forget()
    return reader


def longest(reader: PromptReader) -> tuple[Part, ...]:
    """Return the largest screenshot with about as much text as a prompt may have."""
    most = reader.room - 1
    around = len(reader.prompt((Image.new("RGB", _SMALL_SCREEN), "")).ids) - reader.shape.tokens(*_SMALL_SCREEN)
    tokens = max(_FEWEST, min(reader.shape.most_tokens, most - around))
    root, unit = math.isqrt(tokens), reader.shape.patch * reader.shape.merge
    rows = max(range(root // 2 + 1, root + 1), key=lambda rows: tokens // rows * rows)
    screen = Image.new("RGB", (unit * (tokens // rows), unit * rows))
    words = max(0, most - len(reader.prompt((screen, "")).ids))
    while words and (over := len(reader.prompt((screen, " a" * words)).ids) - most) > 0:
        words -= max(1, over // 2)
    return screen, " a" * max(0, words)


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
