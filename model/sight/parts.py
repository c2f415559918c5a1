"""Parts a line of text where a gap is too wide for a space between words: there, another control begins."""

import numpy as np

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_GAP = 0.55  # of a line's height
_LEAST_GAP = 8  # pixels
_INK = 40  # levels of a channel
_SAMPLED = 4  # every n-th column tells the background


def parts(pixels: Pixels, box: PixelBox) -> list[PixelBox]:
    """Return the boxes of what stands apart in one line."""
    x1, y1, x2, y2 = map(int, box)
    part = pixels[y1:y2, x1:x2].astype(np.int16)
    if part.size == 0:
        return []
    background = np.median(part[:, ::_SAMPLED].reshape(-1, 3), axis=0).astype(np.int16)
    contrast = np.abs(part - background).max(axis=0)
    inked = np.flatnonzero((contrast > _INK).any(axis=1))
    if not inked.size:
        return [box]
    widest = max(_LEAST_GAP, _GAP * box.height)
    groups = np.split(inked, np.flatnonzero(np.diff(inked) > widest) + 1)
    return [PixelBox(max(x1 + int(g[0]) - 2, x1), y1, min(x1 + int(g[-1]) + 3, x2), y2) for g in groups]


def is_blank(pixels: Pixels, area: PixelBox) -> bool:
    """Say whether nothing in an area stands out."""
    part = pixels[int(area.y1) : int(area.y2), int(area.x1) : int(area.x2)]
    if part.size == 0:
        return True
    brightest, darkest = part.max(axis=0).max(axis=0), part.min(axis=0).min(axis=0)
    return int((brightest.astype(int) - darkest).max()) < _INK
