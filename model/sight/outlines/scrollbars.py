"""Finds upright scrollbars: a long trough of one colour, and in it an even handle. Looks at pixels only."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.outlines.frames import even
from model.sight.text_line import PixelBox

_STEP = 3  # levels of a channel: more is another colour
_HANDLE_WIDE, _TROUGH_WIDE = (3, 18), (6, 26)  # pixels
_LEAST_HANDLE = 16  # pixels of its height
_SLIM = 1.5  # widths that a handle is high, at the least
_FILLED = 0.7  # of its box: its ends may be round
_EDGE = 4  # pixels between handle and trough: what is drawn around it
_LEAST_LEFT = 10  # pixels of a trough beside the handle: where there are none, nothing is to be scrolled
_LEAST_HIGH = 48  # pixels
_LONG = 3.0  # widths of a trough that it is high, at the least
_SCORE = 0.4


def scrollbars(pixels: Pixels) -> Iterator[Element]:
    """Yield upright scrollbars."""
    import cv2  # 20 MB, which a process that never looks need not have

    _, _, found, _ = cv2.connectedComponentsWithStats(even(pixels).astype(np.uint8), connectivity=4)
    wide, high, filled = found[:, 2], found[:, 3], found[:, 4]
    signed = pixels.astype(np.int16)
    slim = (wide >= _HANDLE_WIDE[0]) & (wide <= _HANDLE_WIDE[1]) & (high >= np.maximum(_LEAST_HANDLE, _SLIM * wide))
    for mark in np.flatnonzero(slim & (filled >= _FILLED * wide * high)):
        x, y, width, height = (int(side) for side in found[mark][:4])
        if box := _trough(signed, PixelBox(x, y, x + width + 1, y + height + 1)):
            yield Element(Kind.SCROLLBAR, box, score=_SCORE)


def _trough(pixels: NDArray[np.int16], handle: PixelBox) -> PixelBox | None:
    """Return the trough that a handle lies in, or None where it lies in none."""
    x, above, below = int(handle.centre[0]), int(handle.y1) - _EDGE, int(handle.y2) + _EDGE
    column = pixels[:, x]
    runs = [column[above::-1] if above >= 0 else column[:0], column[below:]]
    upper, lower = (_alike(run) for run in runs)
    if max(upper, lower) < _LEAST_LEFT:
        return None
    row = above - upper // 2 if upper >= lower else below + lower // 2
    left, right = _alike(pixels[row, x::-1]), _alike(pixels[row, x:])
    box = PixelBox(
        x - left + 1, above - upper + 1 if upper else handle.y1, x + right, below + lower if lower else handle.y2
    )
    is_closed = box.x1 > 0 and box.x1 <= handle.x1 + 1 and box.x2 >= handle.x2 - 1
    is_sized = _TROUGH_WIDE[0] <= box.width <= _TROUGH_WIDE[1] and box.height >= max(_LEAST_HIGH, _LONG * box.width)
    return box if is_closed and is_sized else None


def _alike(run: NDArray[np.int16]) -> int:
    """Return how many pixels from the first on have its colour."""
    if not len(run):
        return 0
    return int(np.append((np.abs(run - run[0]) > _STEP).any(axis=1), True).argmax())
