"""Finds sliders: a thin groove, level or upright, with one thicker handle on it. Looks at pixels only."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_STEP = 10  # levels of a channel between neighbours: an edge
_LEAST_WIDE = 56  # pixels
_HANDLE = (9, 48)  # pixels of its height
_LONG = 3.0  # handles that a groove is long, at the least
_THIN = 0.75  # of the handle's height
_STRAIGHT, _MOSTLY = 2, 0.85  # pixels by which a groove's thickness varies, in so much of its length
_HANDLE_WIDE = (0.3, 1.7)  # of its height
_SCORE = 0.4


def sliders(pixels: Pixels) -> Iterator[Element]:
    """Yield level and upright sliders."""
    yield from _level(pixels)
    for turned in _level(np.ascontiguousarray(pixels.swapaxes(0, 1))):
        y1, x1, y2, x2 = turned.box
        yield replace(turned, box=PixelBox(x1, y1, x2, y2))


def _level(pixels: Pixels) -> Iterator[Element]:
    import cv2  # 20 MB, which a process that never looks need not have

    gradient = cv2.morphologyEx(pixels, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)).max(axis=2)
    _, marks, found, _ = cv2.connectedComponentsWithStats((gradient >= _STEP).astype(np.uint8), connectivity=8)
    wide, high = found[:, 2], found[:, 3]
    sized = (wide >= _LEAST_WIDE) & (high >= _HANDLE[0]) & (high <= _HANDLE[1]) & (wide >= _LONG * high)
    for mark in np.flatnonzero(sized):
        x, y, width, height = (int(side) for side in found[mark][:4])
        if _is_slider(np.asarray(marks[y : y + height, x : x + width] == mark)):
            yield Element(Kind.SLIDER, PixelBox(x, y, x + width, y + height), score=_SCORE)


def _is_slider(own: NDArray[np.bool_]) -> bool:
    """Say whether columns are low but for one stretch, which is as wide as a handle is."""
    height = len(own)
    top, bottom = own.argmax(axis=0), height - own[::-1].argmax(axis=0)
    extent = np.where(own.any(axis=0), bottom - top, 0)
    tall = np.flatnonzero(extent > _THIN * height)
    if not tall.size or np.median(extent) > _THIN * height or float((extent == 0).mean()) > _THIN:
        return False
    groove = extent[(extent > 0) & (extent <= _THIN * height)]
    if (np.abs(groove - np.median(groove)) <= _STRAIGHT).mean() < _MOSTLY:
        return False
    stretch = int(tall[-1] - tall[0]) + 1
    return _HANDLE_WIDE[0] * height <= stretch <= _HANDLE_WIDE[1] * height
