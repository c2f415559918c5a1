"""Finds boxes to tick and round ones to choose: a small closed outline that stands apart, plain inside or marked."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_STEP = 14  # levels of a channel between neighbours: an edge
_SMALLEST, _LARGEST = 9, 46  # pixels of a side, the edges of both ends included
_SQUARE = 1.2  # times as long as wide
_APART, _LEAST_APART = 0.15, 2  # of a side, pixels: nothing stands so close to the left and right
_FILLED, _ROUND = 0.62, 0.88  # of its box that an outline encloses: less is a letter, or a disc
_INSIDE = 0.32  # of a side, from the middle: the outline, which may be round, is further out
_MARKED = 48  # levels between the darkest and the brightest inside
_COLOURS, _LIKE = 0.9, 28  # of the inside that lies between its two main colours, to so many levels
_SCORE = 0.4


def tick_boxes(pixels: Pixels) -> Iterator[Element]:
    """Yield what may be a checkbox or a radio button, marked or not."""
    import cv2  # 20 MB, which a process that never looks need not have

    gradient = cv2.morphologyEx(pixels, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)).max(axis=2)
    edges = np.asarray(gradient >= _STEP)
    _, marks, found, _ = cv2.connectedComponentsWithStats(edges.astype(np.uint8), connectivity=8)
    wide, high = found[:, 2], found[:, 3]
    shorter, longer = np.minimum(wide, high), np.maximum(wide, high)
    sized = (shorter >= _SMALLEST) & (longer <= _LARGEST) & (longer <= _SQUARE * shorter)
    for mark in np.flatnonzero(sized):
        x, y, width, height = (int(side) for side in found[mark][:4])
        own = np.asarray(marks[y : y + height, x : x + width]) == mark
        element = _tick_box(pixels, edges, own, PixelBox(x, y, x + width, y + height))
        if element:
            yield element


def _tick_box(pixels: Pixels, edges: NDArray[np.bool_], own: NDArray[np.bool_], box: PixelBox) -> Element | None:
    filled = float(_enclosed(own).mean())
    if filled < _FILLED or not _stands_apart(edges, box):
        return None
    levels = _levels_inside(pixels, box)
    marked = bool((levels.max(axis=0) - levels.min(axis=0)).max() >= _MARKED)
    if marked and not _has_two_colours(levels):
        return None
    kind = Kind.RADIO if filled < _ROUND else Kind.CHECKBOX
    return Element(kind, box, checked=marked, score=_SCORE)


def _levels_inside(pixels: Pixels, box: PixelBox) -> NDArray[np.int16]:
    """Return the colours around the middle, (many, 3); a box's last row and column only tell that it ended before."""
    part = pixels[int(box.y1) : int(box.y2) - 1, int(box.x1) : int(box.x2) - 1].astype(np.int16)
    height, width = part.shape[:2]
    down, across = np.ogrid[:height, :width]
    away = np.hypot((down - (height - 1) / 2) / height, (across - (width - 1) / 2) / width)
    return np.asarray(part[away <= _INSIDE])


def _enclosed(outline: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the outline with all that it encloses."""
    import cv2  # 20 MB, which a process that never looks need not have

    closed = cv2.morphologyEx(np.pad(outline, 2).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    outside = np.asarray(closed[1:-1, 1:-1]).copy()
    cv2.floodFill(outside, None, (0, 0), 2)
    return np.asarray(outside[1:-1, 1:-1] != 2)


def _stands_apart(edges: NDArray[np.bool_], box: PixelBox) -> bool:
    gap = max(int(_APART * box.width), _LEAST_APART)
    x1, y1, x2, y2 = map(int, box)
    return not edges[y1:y2, max(x1 - gap, 0) : x1].any() and not edges[y1:y2, x2 : x2 + gap].any()


def _has_two_colours(levels: NDArray[np.int16]) -> bool:
    """Say whether what is inside is a mark on a ground, with the colours between, and no picture."""
    offsets = levels - np.median(levels, axis=0)
    to_mark = offsets[np.abs(offsets).max(axis=1).argmax()]
    along = offsets @ to_mark / float(to_mark @ to_mark)
    beside = np.abs(offsets - along[:, None] * to_mark).max(axis=1)
    return bool((beside <= _LIKE).mean() >= _COLOURS)
