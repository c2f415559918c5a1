"""What coordinates count to: thousandths, a grid of 0 to 999, or pixels of the image as the model sees it."""

import math
from collections.abc import Callable
from dataclasses import dataclass

THOUSANDTHS = (1000, 1000)

TO_999 = (999, 999)
"""Coordinates from 0 to 999 of which 999 is the far edge: the models' own code divides by 999, whatever size of the
screen their prompts name."""


@dataclass(frozen=True)
class PixelGrid:
    """The sizes at which a model sees images: sides in multiples of `factor`, the area within a budget (pixels)."""

    factor: int
    min_pixels: int
    max_pixels: int

    def size_of(self, width: int, height: int) -> tuple[int, int]:
        """Return the size to which an image of this width and height is resized before the model sees it.

        The arithmetic is that of `smart_resize` in transformers' Qwen2-VL image processor, for which an image of the
        returned size stays as it is.
        """
        size = self._sides(width, height, round)
        if math.prod(size) > self.max_pixels:
            excess = math.sqrt(width * height / self.max_pixels)
            return self._sides(width / excess, height / excess, math.floor)
        if math.prod(size) < self.min_pixels:
            lack = math.sqrt(self.min_pixels / (width * height))
            return self._sides(width * lack, height * lack, math.ceil)
        return size

    def _sides(self, width: float, height: float, rounded: Callable[[float], int]) -> tuple[int, int]:
        sides = (max(1, rounded(side / self.factor)) * self.factor for side in (width, height))
        return next(sides), next(sides)
