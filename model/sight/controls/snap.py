"""Moves a box's sides to the lines drawn there: the net says about where a control ends, the pixels say exactly.

A side moves only where nearly all of its middle part is one straight edge close by, so that words, curves and pictures
move nothing. Arrays only; knows no kinds.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_STEP = 6  # of 255, between neighbouring pixels: an edge that people see
_STRAIGHT = 0.92  # of a side's middle part
_ENDS = 0.18  # of a side, each end: corners may be round
_REACH = 0.35  # of the box's shorter side that a side may move
_LEAST, _MOST = 3, 14  # pixels that it may move
_BORDER = 3  # pixels: of two edges as near as that, the outer one is the control's

Counts = NDArray[np.int32]


class Snapper:
    """The edges of one picture, shape (height, width, 3)."""

    def __init__(self, pixels: Pixels) -> None:
        self._upright = _running(_edges(pixels).T)  # (width, height + 1)
        self._lying = _running(_edges(pixels.transpose(1, 0, 2)).T)  # (height, width + 1)

    def snap(self, box: PixelBox) -> PixelBox:
        """Return the box with the sides on the lines that were drawn for them."""
        reach = int(min(max(_REACH * min(box.width, box.height), _LEAST), _MOST))
        x1, x2 = (self._side(self._upright, x, (box.y1, box.y2), reach, way) for x, way in ((box.x1, -1), (box.x2, 1)))
        y1, y2 = (self._side(self._lying, y, (box.x1, box.x2), reach, way) for y, way in ((box.y1, -1), (box.y2, 1)))
        return PixelBox(x1, y1, x2, y2) if x2 > x1 and y2 > y1 else box

    def _side(self, counts: Counts, at: float, along: tuple[float, float], reach: int, outward: int) -> float:
        """Return where a side lies: on the nearest edge along it, on the outer one of a border's two."""
        inset = _ENDS * (along[1] - along[0])
        first, last = max(round(along[0] + inset), 0), min(round(along[1] - inset), counts.shape[1] - 1)
        if last - first < _LEAST:
            return at
        lines = [line for line in _near(round(at), reach) if 0 <= line < counts.shape[0]]
        straight = {line for line in lines if counts[line, last] - counts[line, first] >= _STRAIGHT * (last - first)}
        found = next((line for line in lines if line in straight), None)
        if found is None:
            return at
        return float(
            max(straight & {found + outward * step for step in range(_BORDER)}, key=lambda line: line * outward)
        )


def _near(place: int, reach: int) -> Iterator[int]:
    """Yield whole numbers, the nearest first."""
    yield place
    for step in range(1, reach + 1):
        yield from (place - step, place + step)


def _edges(pixels: Pixels) -> NDArray[np.bool_]:
    """Return where a pixel differs from its left neighbour; the picture's own ends are edges."""
    edges = np.ones((pixels.shape[0], pixels.shape[1] + 1), bool)
    edges[:, 1:-1] = np.abs(np.diff(pixels.astype(np.int16), axis=1)).max(axis=2) >= _STEP
    return edges


def _running(edges: NDArray[np.bool_]) -> Counts:
    """Return how many there are before each place, line by line."""
    counts = np.zeros((edges.shape[0], edges.shape[1] + 1), np.int32)
    np.cumsum(edges, axis=1, out=counts[:, 1:])
    return counts
