"""Parts a line of text where a gap is too wide for a space between words: there, another control begins."""

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_GAP = 0.55  # of a line's height
_LEAST_GAP = 8  # pixels
_INK = 40  # levels of a channel
_SAMPLED = 4  # every n-th column tells the background


def parts(pixels: Pixels, box: PixelBox) -> list[PixelBox]:
    """Return the boxes of what stands apart in one line."""
    inked = np.flatnonzero(_ink(pixels, box).any(axis=0))
    if not inked.size:
        return [box] if box.width >= 1 and box.height >= 1 else []
    x1, y1, x2, y2 = map(int, box)
    widest = max(_LEAST_GAP, _GAP * box.height)
    groups = np.split(inked, np.flatnonzero(np.diff(inked) > widest) + 1)
    return [PixelBox(max(x1 + int(g[0]) - 2, x1), y1, min(x1 + int(g[-1]) + 3, x2), y2) for g in groups]


def ink_size(pixels: Pixels, box: PixelBox) -> tuple[int, int]:
    """Return the width and height of what is drawn in a box, whose own edges are a detector's guess."""
    ink = _ink(pixels, box)
    across, along = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    return (int(across[-1] - across[0]) + 1, int(along[-1] - along[0]) + 1) if across.size else (0, 0)


def _ink(pixels: Pixels, box: PixelBox) -> NDArray[np.bool_]:
    """Return which pixels of a line stand out from its background, shape (height, width)."""
    x1, y1, x2, y2 = map(int, box)
    part = pixels[y1:y2, x1:x2].astype(np.int16)
    if part.size == 0:
        return np.zeros(part.shape[:2], np.bool_)
    background = np.median(part[:, ::_SAMPLED].reshape(-1, 3), axis=0).astype(np.int16)
    return np.asarray((np.abs(part - background) > _INK).any(axis=2))


def is_blank(pixels: Pixels, area: PixelBox) -> bool:
    """Say whether nothing in an area stands out."""
    part = pixels[int(area.y1) : int(area.y2), int(area.x1) : int(area.x2)]
    if part.size == 0:
        return True
    brightest, darkest = part.max(axis=0).max(axis=0), part.min(axis=0).min(axis=0)
    return int((brightest.astype(int) - darkest).max()) < _INK
