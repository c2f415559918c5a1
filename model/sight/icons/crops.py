"""Makes a crop of an icon into what the net looks at: the same for any size, theme and colour.

What counts is how far each pixel is from the background, and whether it is lighter or darker than the rest.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

SIDE = 32
"""Pixels of the sides of what the net sees."""

Crop: TypeAlias = NDArray[np.float32]
"""Shape (2, 32, 32), 0 to 1 and -1 to 1: the distance to the background, and the lightness above it."""

_MARGIN = 2  # pixels around a box, which show the background
_INK = 0.22  # of the strongest contrast
_LEAST_CONTRAST = 14.0  # levels of a channel
_ROOM = 1  # pixels around the ink in the net's picture
_WIDE = 2.2  # times as wide as high: a word, or three dots
_LETTERS, _DENSE, _SOLID = 3, 0.82, 0.75  # gaps in a word, how much of its width is inked, and of a bar's area
_FRAME = 0.7  # of each side of a box are ink where it is a frame or a plate
_LEAST_INSIDE = 7  # pixels of what stands in a frame
_DEEPEST = 2  # frames in frames


def crops_of(pixels: Pixels, box: PixelBox) -> list[Crop]:
    """Return the ways to see what stands in a box: as it is, and without the frame or the plate around it."""
    part = _cut(pixels, box)
    found: list[Crop] = []
    for _ in range(_DEEPEST + 1):
        distance, lightness = _from_background(part)
        if distance is None or (ink := _ink_box(distance)) is None or _is_word(distance, ink):
            break
        found.append(_scaled(distance, lightness, ink))
        inside = _inside(distance, ink)
        if inside is None:
            break
        part = _cut(part, inside, margin=0)
    return found


def _cut(pixels: Pixels, box: PixelBox, margin: float = _MARGIN) -> Pixels:
    height, width = pixels.shape[:2]
    inner = box.grown(margin).within(PixelBox(0, 0, width, height))
    return pixels[int(inner.y1) : max(0, int(inner.y2)), int(inner.x1) : max(0, int(inner.x2))]


def _from_background(part: Pixels) -> tuple[Crop | None, Crop]:
    """Return each pixel's distance to the colour of the edges and its lightness above it; None where all is even."""
    nothing: Crop = np.zeros((0, 0), np.float32)
    if min(part.shape[:2]) < _LEAST_INSIDE // 2:
        return None, nothing
    edge = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]])
    difference = part.astype(np.float32) - np.median(edge, axis=0).astype(np.float32)
    blue, green, red = (difference[:, :, channel] for channel in range(3))
    distance = np.maximum(np.maximum(np.abs(blue), np.abs(green)), np.abs(red))
    contrast = float(np.partition(distance.ravel(), -8)[-8]) if distance.size > 8 else 0.0
    if contrast < _LEAST_CONTRAST:
        return None, nothing
    lightness = (blue + green + red) / (3 * contrast)
    return np.minimum(distance / contrast, 1), np.clip(lightness, -1, 1)


def _ink_box(distance: Crop) -> PixelBox | None:
    ink = distance > _INK
    across, along = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    return PixelBox(across[0], along[0], across[-1] + 1, along[-1] + 1) if across.size else None


def _is_word(distance: Crop, ink: PixelBox) -> bool:
    """Say whether letters stand side by side: more than three parts, or parts closer than dots and no solid bar."""
    if ink.width < _WIDE * ink.height:
        return False
    x1, y1, x2, y2 = (int(side) for side in ink)
    drawn = distance[y1:y2, x1:x2] > _INK
    columns = drawn.any(axis=0)
    gaps = int((np.diff(columns.astype(np.int8)) < 0).sum())
    return gaps >= _LETTERS or (float(columns.mean()) > _DENSE and float(drawn.mean()) < _SOLID)


def _inside(distance: Crop, ink: PixelBox) -> PixelBox | None:
    """Return what a frame or a plate encloses; None where the ink is none of these."""
    x1, y1, x2, y2 = (int(side) for side in ink)
    drawn = distance[y1:y2, x1:x2] > _INK
    sides = [
        side.mean()
        for side in (drawn[:2].any(axis=0), drawn[-2:].any(axis=0), drawn[:, :2].any(axis=1), drawn[:, -2:].any(axis=1))
    ]
    if min(sides) < _FRAME:
        return None
    by = 2 + min(x2 - x1, y2 - y1) // 12
    inner = ink.grown(-by)
    return inner if min(inner.width, inner.height) >= _LEAST_INSIDE else None


def _scaled(distance: Crop, lightness: Crop, ink: PixelBox) -> Crop:
    """Return the ink in the middle of a square of the net's size, its proportions kept."""
    import cv2  # 20 MB, which a process that never looks need not have

    x1, y1, x2, y2 = (int(side) for side in ink)
    factor = (SIDE - 2 * _ROOM) / max(x2 - x1, y2 - y1)
    width, height = max(1, round((x2 - x1) * factor)), max(1, round((y2 - y1) * factor))
    left, top = (SIDE - width) // 2, (SIDE - height) // 2
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    crop: Crop = np.zeros((2, SIDE, SIDE), np.float32)
    sign = -1.0 if float(lightness[y1:y2, x1:x2].sum()) < 0 else 1.0
    for channel, values in enumerate((distance, lightness * sign)):
        scaled = cv2.resize(np.ascontiguousarray(values[y1:y2, x1:x2]), (width, height), interpolation=way)
        crop[channel, top : top + height, left : left + width] = scaled
    return crop
