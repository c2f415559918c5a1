"""What a family of models is: a record of values, and the little arithmetic that follows from them."""

import re
from dataclasses import dataclass, replace

from PIL import Image

from model.families.canvas import THOUSANDTHS, PixelGrid
from model.families.history import HistoryPolicy


@dataclass(frozen=True)
class Family:
    """One family of models.

    `names` matches what its checkpoints and served models are called, `model_types` are its checkpoints' in
    transformers, and `template` tells its chat template from those of others of that type. `trained_from` names the
    family that it was trained from, which its names may mention too. `dialect` is how it was taught to write actions.

    `thinks` says that its replies begin with a thought of about `thought_tokens` at most, which `end_of_thought` ends;
    `stop_ids` end a reply where the checkpoint does not say. `grid` is set where coordinates are pixels of the image as
    the model sees it; else they count to `canvas_to`.
    """

    name: str
    names: re.Pattern[str]
    dialect: str
    model_types: tuple[str, ...] = ()
    template: re.Pattern[str] | None = None
    trained_from: str = ""
    thinks: bool = False
    end_of_thought: str = "</think>"
    thought_tokens: int = 3072
    stop_ids: tuple[int, ...] = ()
    grid: PixelGrid | None = None
    canvas_to: tuple[int, int] = THOUSANDTHS
    history: HistoryPolicy | None = None
    """None where the dialect's own will do."""

    def canvas(self, width: int, height: int) -> tuple[int, int]:
        """Return the width and height that its coordinates count to, on an image of this size in pixels."""
        return self.grid.size_of(width, height) if self.grid else self.canvas_to

    def with_images_up_to(self, pixels: int) -> "Family":
        """Return the family, as NAME@PIXELS, with images of so many pixels at the most, where it counts in pixels."""
        if self.grid is None or pixels >= self.grid.max_pixels:
            return self
        return replace(self, name=f"{self.name}@{pixels}", grid=replace(self.grid, max_pixels=pixels))

    def fitted(self, image: Image.Image) -> Image.Image:
        """Return the image as it is to be sent: already at its canvas where coordinates are pixels.

        A server then does not resize it again, by a budget of its own that could move every coordinate.
        """
        if self.grid is None:
            return image
        size = self.grid.size_of(*image.size)
        return image if size == image.size else image.resize(size, Image.Resampling.BICUBIC)


def named(pattern: str) -> re.Pattern[str]:
    """Return a pattern of names. Served names often leave out separators or change them: glm4.5v, GLM-4_5V."""
    return re.compile(pattern, re.IGNORECASE)
