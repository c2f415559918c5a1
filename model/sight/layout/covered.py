"""What a front end's own windows hide: the grey that they are painted out with is no control."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.base import COVER
from model.sight.element import Element
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_COVER = np.array(COVER[::-1], np.uint8)  # blue first
_MIDDLE = 0.25  # of the shorter side, from each edge inwards


def is_covered(pixels: Pixels) -> NDArray[np.bool_]:
    """Say of each pixel, blue first, whether one of the front end's own windows is painted out there."""
    return np.asarray((pixels == _COVER).all(axis=2))


def uncovered(pixels: Pixels, elements: Sequence[Element]) -> list[Element]:
    """Return the elements that something of the desktop is seen of."""
    return [element for element in elements if not _hides(pixels, element.box)]


def _hides(pixels: Pixels, box: PixelBox) -> bool:
    x1, y1, x2, y2 = (int(side) for side in box.grown(-_MIDDLE * min(box.width, box.height)))
    middle = pixels[max(y1, 0) : y2 + 1, max(x1, 0) : x2 + 1]
    return middle.size > 0 and bool(is_covered(middle).all())
