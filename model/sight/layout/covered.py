"""What a front end's own windows hide: the grey that they are painted out with is no control."""

from collections.abc import Sequence

import numpy as np

from model.base import COVER
from model.sight.element import Element
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_COVER = np.array(COVER[::-1], np.uint8)  # blue first
_MIDDLE = 0.25  # of the shorter side, from each edge inwards


def uncovered(pixels: Pixels, elements: Sequence[Element]) -> list[Element]:
    """Return the elements that something of the desktop is seen of."""
    return [element for element in elements if not _is_covered(pixels, element.box)]


def _is_covered(pixels: Pixels, box: PixelBox) -> bool:
    x1, y1, x2, y2 = (int(side) for side in box.grown(-_MIDDLE * min(box.width, box.height)))
    middle = pixels[max(y1, 0) : y2 + 1, max(x1, 0) : x2 + 1]
    return middle.size > 0 and bool((middle == _COVER).all())
