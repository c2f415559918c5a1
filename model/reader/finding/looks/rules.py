"""Whether a line across, or a stripe of another colour, parts two things above each other. Looks at pixels only."""

import numpy as np

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_EVEN = 12  # levels by which a line's pixels differ
_OTHER = 12  # levels between a line and the ground


def is_parted(pixels: Pixels, upper: PixelBox, lower: PixelBox) -> bool:
    """Say whether anything runs from the left end of both to the right end, between the two."""
    x1, x2 = max(int(min(upper.x1, lower.x1)), 0), int(max(upper.x2, lower.x2))
    part = pixels[max(int(upper.y2), 0) : max(int(lower.y1), 0), x1:x2].astype(np.int16)
    if part.shape[0] == 0 or part.shape[1] == 0:
        return False
    ground = np.median(part.reshape(-1, 3), axis=0)
    middles = np.median(part, axis=1)
    even = np.abs(part - middles[:, None]).max(axis=(1, 2)) <= _EVEN
    return bool((even & (np.abs(middles - ground).max(axis=1) > _OTHER)).any())
