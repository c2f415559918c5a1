"""Is a text caret there? One thin upright line that goes and comes back at one place, whatever else moves.

Looks at pixels only. A progress bar's edge never comes back, and what moves is no thin line alone.
"""

import numpy as np
from numpy.typing import NDArray

from model.sight.text_line import PixelBox

_WIDEST, _LOWEST, _TALLEST = 3, 8, 64  # pixels
_SOLID = 0.8  # of its box

Picture = NDArray[np.uint32]


class CaretWatch:
    """Looks at one picture after the other of the same window; a blink takes about half a second."""

    def __init__(self, first: Picture) -> None:
        self._first = first
        self._candidates: set[tuple[int, int, int, int]] = set()

    def look(self, picture: Picture) -> PixelBox | None:
        """Return the caret's box once it has been seen to go and to come back, in either order."""
        if picture.shape != self._first.shape:
            return None
        different = picture != self._first
        for x, y, width, height in self._candidates:
            if not different[y : y + height, x : x + width].any():
                return PixelBox(x, y, x + width, y + height)
        self._candidates |= set(_thin_lines(different))
        return None


def _thin_lines(different: NDArray[np.bool_]) -> list[tuple[int, int, int, int]]:
    """Return x, y, width and height of upright lines that are all that differs there."""
    if not different.any():
        return []
    import cv2  # 20 MB, which a process that never looks need not have

    _, _, found, _ = cv2.connectedComponentsWithStats(different.astype(np.uint8), connectivity=8)
    lines = [tuple(int(n) for n in row) for row in found[1:] if _is_caret(*row)]
    return [(x, y, width, height) for x, y, width, height, _area in lines]


def _is_caret(_x: int, _y: int, width: int, height: int, area: int) -> bool:
    return bool(width <= _WIDEST and _LOWEST <= height <= _TALLEST and area >= _SOLID * width * height)
