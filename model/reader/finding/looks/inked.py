"""Whether words are written in a colour, as links are. Looks at pixels only."""

import numpy as np

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_INK = 0.5  # of the strongest contrast in the box: what is letters
_LEAST = 60  # levels of contrast: less is no letter
_COLOURED = 70  # levels between the strongest and the weakest channel


def is_coloured(pixels: Pixels, box: PixelBox) -> bool:
    """Say whether the letters in a box have a colour that their background has not; pixels are red first."""
    part = pixels[max(int(box.y1), 0) : int(box.y2), max(int(box.x1), 0) : int(box.x2)].astype(np.int16)
    if part.size == 0:
        return False
    background = np.median(part.reshape(-1, 3), axis=0)
    contrast = np.abs(part - background).max(axis=2)
    if contrast.max() < _LEAST:
        return False
    ink = np.median(part[contrast >= _INK * contrast.max()], axis=0)
    return float(np.ptp(ink)) >= _COLOURED and float(np.ptp(background)) < _COLOURED
