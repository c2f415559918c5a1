"""Finds text areas of several lines: a framed box with a grip of slanting lines in its lower right corner."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_STEP = 14  # levels of a channel between neighbours: an edge
_LEAST_WIDE, _LEAST_HIGH, _HIGHEST = 60, 30, 700  # pixels
_DRAWN, _THICK = 0.85, 4  # of a side that is an edge, within so many pixels of it
_BORDER = 5  # pixels of a frame, and the gap to its grip
_CORNER = (12, 36)  # pixels of a corner's side, the smallest and the largest
_INK = 40  # levels
_LEAST_INK = 8  # pixels of a grip
_SLANTED = -0.55  # how x and y of a grip's pixels go together: up to the right
_SCORE = 0.4


def text_areas(pixels: Pixels) -> Iterator[Element]:
    """Yield the fields of several lines."""
    import cv2  # 20 MB, which a process that never looks need not have

    gradient = cv2.morphologyEx(pixels, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)).max(axis=2)
    _, marks, found, _ = cv2.connectedComponentsWithStats((gradient >= _STEP).astype(np.uint8), connectivity=8)
    sized = (found[:, 2] >= _LEAST_WIDE) & (found[:, 3] >= _LEAST_HIGH) & (found[:, 3] <= _HIGHEST)
    sized[0] = False  # what has no edges
    for mark in np.flatnonzero(sized):
        x, y, width, height = (int(side) for side in found[mark][:4])
        own = np.asarray(marks[y : y + height, x : x + width] == mark)
        box = PixelBox(x, y, x + width, y + height)
        if _is_frame(own) and has_grip(pixels, box):
            yield Element(Kind.FIELD, box, score=_SCORE)


def _is_frame(own: NDArray[np.bool_]) -> bool:
    level = own[:_THICK].any(axis=0), own[-_THICK:].any(axis=0)
    upright = own[:, :_THICK].any(axis=1), own[:, -_THICK:].any(axis=1)
    return all(side.mean() >= _DRAWN for side in (*level, *upright))


def has_grip(pixels: Pixels, box: PixelBox) -> bool:
    """Say whether slanting lines stand in a frame's lower right corner, and nothing else."""
    side = int(min(max(box.height / 3, _CORNER[0]), _CORNER[1]))
    x2, y2 = int(box.x2) - _BORDER, int(box.y2) - _BORDER
    part = pixels[max(y2 - side, 0) : y2, max(x2 - side, 0) : x2].astype(np.int16)
    if part.size == 0:
        return False
    ground = np.median(part.reshape(-1, 3), axis=0)
    rows, columns = np.nonzero((np.abs(part - ground) > _INK).any(axis=2))
    if rows.size < _LEAST_INK or np.ptp(rows) < side / 4 or np.ptp(columns) < side / 4:
        return False
    return float(np.corrcoef(rows, columns)[0, 1]) <= _SLANTED
