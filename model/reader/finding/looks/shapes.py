"""Finds what is drawn in one even colour: its outline's name, its colour, its size. Looks at pixels only.

Letters of a text are such figures too; whoever asks leaves out those that stand in a line of text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.reader.finding.looks.colours import Rgb
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_LEAST_SIDE = 10  # pixels
_LARGEST = 0.6  # of a side of the screen
_COMMON = 24  # pixels that a colour needs to be one
_COLOURS = 40  # at most that are looked at
_STEP = 24  # levels that one colour may vary by
_CORNER = 0.045  # of the outline's length: how far it may leave the straight
_FULL = 0.9
_ROUND = 0.85
_SQUARE = 1.15
_INK = 24  # levels of difference from the background


@dataclass(frozen=True)
class Figure:
    """A figure: `shape` is "circle", "square", "rectangle", "triangle", "polygon", or "" for any other outline."""

    box: PixelBox
    colour: Rgb
    shape: str
    filled: bool


def figures(pixels: Pixels) -> list[Figure]:
    """Return the figures on a screen, shape (height, width, 3), red first, in reading order."""
    found = [figure for colour in _colours(pixels) for figure in _of_colour(pixels, colour)]
    return sorted(found, key=lambda figure: (round(figure.box.centre[1] / 12), figure.box.x1))


def _colours(pixels: Pixels) -> list[Rgb]:
    """Return the colours that cover most, without the background's."""
    flat = pixels[::2, ::2].reshape(-1, 3).astype(np.uint32)
    codes, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    order = np.lexsort((codes, -counts.astype(np.int64)))
    chosen: list[Rgb] = []
    for place in order:
        if counts[place] < _COMMON or len(chosen) >= _COLOURS:
            break
        code = int(codes[place])
        colour = (code >> 16, code >> 8 & 255, code & 255)
        if all(max(abs(a - b) for a, b in zip(colour, other, strict=True)) > _STEP for other in chosen):
            chosen.append(colour)
    return chosen


def _of_colour(pixels: Pixels, colour: Rgb) -> Iterator[Figure]:
    import cv2  # 20 MB, which a process that never looks need not have

    low, high = (np.clip(np.array(colour) + step, 0, 255) for step in (-_STEP, _STEP))
    mask = np.asarray(cv2.inRange(pixels, low.astype(np.uint8), high.astype(np.uint8)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    limit = _LARGEST * pixels.shape[1], _LARGEST * pixels.shape[0]
    for number, (x, y, width, height, area) in enumerate(stats[1:], start=1):
        if min(width, height) < _LEAST_SIDE or width > limit[0] or height > limit[1]:
            continue
        part = (labels[y : y + height, x : x + width] == number).astype(np.uint8)
        box = PixelBox(float(x), float(y), float(x + width), float(y + height))
        shape, inside = _outline(part)
        yield Figure(box, colour, shape, filled=bool(area >= 0.8 * inside))


def _outline(part: NDArray[np.uint8]) -> tuple[str, float]:
    """Return the name of a figure's outline, and the area within it in pixels."""
    import cv2  # 20 MB, which a process that never looks need not have

    contours, _ = cv2.findContours(part, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outer = max(contours, key=cv2.contourArea)
    filled = np.zeros_like(part)
    cv2.drawContours(filled, [outer], -1, 1, cv2.FILLED)
    area, length = float(filled.sum()), float(cv2.arcLength(outer, True))
    corners = len(cv2.approxPolyDP(outer, _CORNER * length, True))
    height, width = part.shape
    solid = area / max(cv2.contourArea(cv2.convexHull(outer)) + length / 2, 1.0)
    if area >= _FULL * width * height:
        return ("square" if max(width, height) <= _SQUARE * min(width, height) else "rectangle"), area
    if solid < _FULL:
        return "", area
    if corners == 3:
        return "triangle", area
    if 4 * np.pi * area / length**2 >= _ROUND and max(width, height) <= _SQUARE * min(width, height):
        return "circle", area
    return ("polygon" if corners > 3 else ""), area


def outermost(found: Sequence[Figure]) -> list[Figure]:
    """Leave out what lies inside the outline of a figure of the same shape: a rim and the area within it are one."""
    return [
        figure
        for figure in found
        if not any(
            other is not figure
            and other.shape == figure.shape
            and not other.filled
            and other.box.contains(figure.box)
            and figure.box.width > 0.7 * other.box.width
            for other in found
        )
    ]
