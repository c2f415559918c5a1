"""How words are drawn: the colour of their letters, how much it stands out, a line below them. Looks at pixels only."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_FAINT = 24  # levels: less is no letter
_DARKEST = 0.15  # of the inked pixels: strokes are blurred at their edges
_UNDERLINED = 0.9  # of the width
_LOWER = 0.55  # of the height: an underline is below it


@dataclass(frozen=True)
class Ink:
    """The letters' colour (blue, green, red), its distance from the background (0 to 255), and a line below them."""

    colour: tuple[int, int, int]
    contrast: float
    underlined: bool

    @property
    def saturation(self) -> float:
        """How colourful the letters are, 0 to 1."""
        brightest = max(self.colour)
        return (brightest - min(self.colour)) / brightest if brightest else 0.0


def ink_of(pixels: Pixels, box: PixelBox) -> Ink | None:
    """Return how the words in a box are drawn; None where nothing stands out."""
    x1, y1, x2, y2 = (max(int(side), 0) for side in box)
    part = pixels[y1:y2, x1:x2].astype(np.int16)
    if part.size == 0:
        return None
    background = np.median(part.reshape(-1, 3), axis=0)
    distance = np.abs(part - background).max(axis=2)
    threshold = max(_FAINT, float(distance.max()) / 2)
    inked = distance >= threshold
    if distance.max() < _FAINT:
        return None
    strongest = np.quantile(distance[inked], 1 - _DARKEST)
    colour = np.median(part[distance >= strongest], axis=0)
    blue, green, red = (int(level) for level in colour)
    return Ink((blue, green, red), float(strongest), _is_underlined(inked))


def _is_underlined(inked: NDArray[np.bool_]) -> bool:
    """Say whether a thin line runs under all letters."""
    columns = np.flatnonzero(inked.any(axis=0))
    span = inked[:, columns[0] : columns[-1] + 1]
    full = np.flatnonzero(span.mean(axis=1) >= _UNDERLINED)
    return bool(full.size and full.size <= max(2, len(inked) // 10) and full[0] >= _LOWER * len(inked))
