"""What differs between model families, as values: adding a family is adding a value here.

Knows names and numbers from the models' cards; loads nothing, and does not know what actions mean.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from model.base import ModelError

THOUSANDTHS = (1000, 1000)


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


@dataclass(frozen=True)
class Family:
    """One family of models.

    `names` matches what its checkpoints, architectures and served names are called. `dialect` is how it was taught
    to write actions. `thinks` says that its replies begin with a thought, `answer_tag` that the answer then stands
    in `<answer>`. `grid` is set where coordinates are pixels of the image as the model sees it; else they are
    thousandths.
    """

    name: str
    names: re.Pattern[str]
    dialect: str
    thinks: bool = False
    answer_tag: bool = False
    grid: PixelGrid | None = None

    @property
    def end_of_thought(self) -> str:
        """What is written for the model to end its thought and begin its answer."""
        return "</think>" + ("<answer>" if self.answer_tag else "")

    def canvas(self, width: int, height: int) -> tuple[int, int]:
        """Return the width and height that its coordinates count to, on an image of this size in pixels."""
        return self.grid.size_of(width, height) if self.grid else THOUSANDTHS

    def fitted(self, image: Image.Image) -> Image.Image:
        """Return the image as it is to be sent: already at its canvas where coordinates are pixels.

        A server then does not resize it again, by a budget of its own that could move every coordinate.
        """
        if self.grid is None:
            return image
        size = self.grid.size_of(*image.size)
        return image if size == image.size else image.resize(size, Image.Resampling.BICUBIC)


def _named(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FAMILIES = (
    # Served names often leave out separators: glm4.5v, GLM-4_5V.
    Family("glm-4.5v", _named(r"glm-?4[._]?[56]v|glm4v_?moe"), dialect="json", thinks=True),
    Family("glm-4.1v", _named(r"glm-?4[._]?1v|glm4v"), dialect="json", thinks=True, answer_tag=True),
    # Budget and factor: the checkpoints' preprocessor_config.json; call format: Qwen's computer-use cookbook.
    Family(
        "qwen2.5-vl",
        _named(r"qwen-?2[._]?5-?_?vl"),
        dialect="qwen",
        grid=PixelGrid(factor=28, min_pixels=4 * 28 * 28, max_pixels=16384 * 28 * 28),
    ),
    Family("qwen3-vl", _named(r"qwen-?3([._]5)?-?_?vl"), dialect="qwen"),
    Family("reader", _named(r"^reader$"), dialect="json", thinks=True, answer_tag=True),
)

OTHER = Family("other", _named(""), dialect="json")
"""A model of no known family: told in its prompt to write JSON in thousandths, as most can."""


def family_for(name: str) -> Family:
    """Return the family that a checkpoint, an architecture or a served model belongs to by its name, or `OTHER`."""
    return next((family for family in FAMILIES if family.names.search(name)), OTHER)


def family_named(name: str) -> Family:
    """Return the family that the user named. Raises `ModelError`."""
    known = {family.name: family for family in (*FAMILIES, OTHER)}
    if name in known:
        return known[name]
    raise ModelError(f"There is no model family {name!r}: it can be {', '.join(known)}.")
