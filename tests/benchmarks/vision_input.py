"""A screenshot to vision input on the CPU: ours against transformers' PIL processor, in one run.

Ours ends in grey levels, one frame: what its vision tower takes. The processor ends in normalised floats, two frames.
Each is timed alternately with the other; the ratios are of the fastest rounds, which others' load disturbs least.
"""

import time
from collections.abc import Callable

import numpy as np
import torch
from PIL import Image
from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

from model.glm.vision.input import PatchShape, vision_input
from tests.benchmarks.output import print_json, print_table, wants_json

SIZES = {"1280x800": (1280, 800), "1080p": (1920, 1080), "4k": (3840, 2160)}
ROUNDS = 15

PROCESSOR = Glm4vImageProcessorPil()
SHAPE = PatchShape.of(PROCESSOR, 100_000)


def main() -> None:
    """Time, compare, print."""
    as_json = wants_json("How fast a screenshot becomes vision input, and whether it is the same.")
    torch.set_num_threads(1)
    rows: list[tuple[object, ...]] = []
    figures: dict[str, float] = {"max_abs_diff": 0.0}
    for name, size in SIZES.items():
        image = screenshot(*size)
        ours, theirs = fastest(lambda image=image: vision_input(image, SHAPE), lambda image=image: processed(image))  # type: ignore[misc]
        figures[f"ratio_{name}"] = round(theirs / ours, 2)
        figures["max_abs_diff"] = max(figures["max_abs_diff"], difference(image))
        rows.append((name, SHAPE.tokens(*size), theirs * 1000, ours * 1000, theirs / ours))
    print_table("Vision input, milliseconds", ("screenshot", "tokens", "PIL processor", "ours", "ratio"), rows)
    print(f"largest difference: {figures['max_abs_diff']:.0f} grey levels")
    if as_json:
        print_json(figures)


def screenshot(width: int, height: int) -> Image.Image:
    """Return flat areas with sharp edges, and noise in a third of it."""
    chance = np.random.default_rng(width)
    blocks = chance.integers(0, 256, (-(-height // 16), -(-width // 16), 3), dtype=np.uint8)
    pixels = blocks.repeat(16, axis=0).repeat(16, axis=1)[:height, :width]
    pixels[: height // 3] = chance.integers(0, 256, (height // 3, width, 3))
    return Image.fromarray(pixels)


def processed(image: Image.Image) -> torch.Tensor:
    """Return the processor's vision input."""
    pixels: torch.Tensor = PROCESSOR(images=image, return_tensors="pt").pixel_values
    return pixels


def difference(image: Image.Image) -> float:
    """Return the largest difference between the two in grey levels."""
    given = PROCESSOR(images=image, do_normalize=False, do_rescale=False, return_tensors="pt").pixel_values
    frames = given.view(-1, 3, SHAPE.frames, SHAPE.patch**2)
    ours = vision_input(image, SHAPE).patches.view(-1, 3, 1, SHAPE.patch**2)
    return float((frames - ours).abs().max())


def fastest(*functions: Callable[[], object]) -> list[float]:
    """Return the least seconds that each took, over rounds in which each ran once."""
    rounds = [[seconds(function) for function in functions] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def seconds(function: Callable[[], object]) -> float:
    """Return how long one call takes."""
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
