"""Finds the row of dots in which a field hides a password: OCR reads none. Looks at pixels only."""

from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels

_SMALLEST, _LARGEST = 3, 24  # pixels across
_ROUND = 0.68  # of its box: a circle fills 0.79, a letter "o" less
_CONTRAST = 100  # levels
_SURROUNDINGS = 31  # pixels, odd: what is larger than a dot
_MOST_NEEDED = 6  # dots in a row: a narrow field shows not all

Dot = tuple[int, int, int]
"""Left, twice the middle row, and height."""


def has_dots(pixels: Pixels, count: int) -> bool:
    """Say whether so many equal dots, or as many as a narrow field shows, stand at even distances in one row."""
    needed = min(count, _MOST_NEEDED)
    rows = groupby(sorted(_dots(pixels), key=_row), key=_row)
    return any(_longest_run(sorted(left for left, _, _ in row)) >= needed for _, row in rows)


def _row(dot: Dot) -> tuple[int, int]:
    return dot[1:]


def _dots(pixels: Pixels) -> list[Dot]:
    import cv2  # 20 MB, which a process that never looks need not have

    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))
    ink = cv2.absdiff(grey, cv2.medianBlur(grey, _SURROUNDINGS)) > _CONTRAST
    _, _, found, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    return [
        (int(x), int(2 * y + height), int(height))
        for x, y, width, height, area in found[1:]
        if _is_dot(width, height, area)
    ]


def _is_dot(width: int, height: int, area: int) -> bool:
    is_small = _SMALLEST <= width <= _LARGEST and abs(width - height) <= 1
    return is_small and area >= _ROUND * width * height


def _longest_run(lefts: list[int]) -> int:
    """Return how many stand at distances that differ by a pixel at most."""
    gaps: NDArray[np.int_] = np.diff(lefts)
    best = run = 1
    for gap, before in zip(gaps, [None, *gaps], strict=False):
        run = run + 1 if before is None or abs(int(gap) - int(before)) <= 1 else 2
        best = max(best, run)
    return best
