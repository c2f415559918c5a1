"""Tells a button that is about as high as wide, and larger than a line of text needs. Looks at pixels only."""

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_SMALLEST, _LARGEST = 44, 330  # pixels of a side
_LONGEST = 2.5  # times the other side
_BORDER = 4  # pixels
_INK = 40  # levels
_CENTRED = 0.05  # of a side by which the words' middle may be off
_ROOM = 0.75  # of a side that words take at most
_OUTSIDE = 6  # pixels beyond the frame, where the page's own ground shows
_PAINTED = 4  # levels between a button's ground and the page's


def is_large_button(pixels: Pixels, box: PixelBox) -> bool:
    """Say whether an even area is painted in another colour than the page, with words or a sign in its very middle."""
    short, long = sorted((box.width, box.height))
    if not _SMALLEST <= short <= long <= min(_LARGEST, _LONGEST * short):
        return False
    inside = box.grown(-_BORDER)
    part = pixels[int(inside.y1) : int(inside.y2), int(inside.x1) : int(inside.x2)].astype(np.int16)
    ground = np.median(part.reshape(-1, 3), axis=0)
    ink = (np.abs(part - ground) > _INK).any(axis=2)
    return (
        _is_in_the_middle(ink.any(axis=0)) and _is_in_the_middle(ink.any(axis=1)) and _is_painted(pixels, box, ground)
    )


def _is_in_the_middle(inked: NDArray[np.bool_]) -> bool:
    places, side = np.flatnonzero(inked), inked.size
    if not places.size or places[-1] - places[0] > _ROOM * side:
        return False
    return bool(abs((places[0] + places[-1]) / 2 - side / 2) <= max(_CENTRED * side, 2))


def _is_painted(pixels: Pixels, box: PixelBox, ground: NDArray[np.float64]) -> bool:
    """Say whether the page has another colour all around."""
    x1, y1, x2, y2 = (int(side) for side in box.grown(_OUTSIDE))
    if x1 < 0 or y1 < 0 or x2 >= pixels.shape[1] or y2 >= pixels.shape[0]:
        return False
    corners = np.array([pixels[y, x] for x in (x1, x2) for y in (y1, y2)]).astype(np.int16)
    return bool((np.abs(corners - ground).max(axis=1) > _PAINTED).all())
