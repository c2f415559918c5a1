"""Varies samples while training: other colours, other brightness, one screen laid over another, blur. Knows no net."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox
from tests.training.controls.samples import Sample, clipped, covered


def varied(random: Random, sample: Sample, other: Callable[[], Sample]) -> Sample:
    """Return a sample as it might also have been; an `other` may lie over it like another window."""
    if random.random() < 0.15:
        sample = _overlaid(random, sample, other())
    return Sample(_recoloured(random, sample.pixels), sample.truth)


def _overlaid(random: Random, below: Sample, above: Sample) -> Sample:
    height, width = below.pixels.shape[:2]
    wide, high = (random.randint(side // 4, side * 3 // 4) for side in (width, height))
    x, y = random.randint(0, width - wide), random.randint(0, height - high)
    part = above.crop(PixelBox(0, 0, wide, high))
    pixels = below.pixels.copy()
    pixels[y : y + high, x : x + wide] = part.pixels
    edge = random.randint(0, 255)
    for border in (
        (slice(y, y + high), x),
        (slice(y, y + high), x + wide - 1),
        (y, slice(x, x + wide)),
        (y + high - 1, slice(x, x + wide)),
    ):
        pixels[border] = edge
    window = PixelBox(x, y, x + wide, y + high)
    inner = (replace(each, box=each.box.moved(x, y)) for each in part.truth)
    return Sample(pixels, (*covered(below.truth, window), *clipped(inner, window)))


def _recoloured(random: Random, pixels: Pixels) -> Pixels:
    if random.random() < 0.1:
        pixels = 255 - pixels
    if random.random() < 0.2:
        pixels = pixels[..., random.sample(range(3), 3)]
    if random.random() < 0.5:
        gain, shift = random.uniform(0.8, 1.15), random.uniform(-20, 20)
        pixels = (pixels.astype(np.float32) * gain + shift).clip(0, 255).astype(np.uint8)
    return pixels
