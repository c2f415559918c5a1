"""Finds small marks drawn beside some words, like the arrows beside a calendar's month. Looks at pixels only."""

import numpy as np

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_INK = 40  # levels
_GAP = 0.3  # of the words' height: what stands closer together is one mark
_NARROWEST, _WIDEST = 0.2, 2.0  # heights of the words


def marks_beside(pixels: Pixels, words: PixelBox, reach: float, *, right: bool) -> list[PixelBox]:
    """Return the marks on the words' line to one side, the nearest first, within so many of the words' heights."""
    height = words.height
    start, end = (words.x2 + height / 2, words.x2 + reach * height) if right else (words.x1 - reach * height, words.x1)
    x1, x2 = max(int(start), 0), min(int(end - (0 if right else height / 2)), pixels.shape[1])
    strip = pixels[int(words.y1) : int(words.y2), x1:x2].astype(np.int16)
    if strip.size == 0:
        return []
    around = pixels[int(words.y1) : int(words.y2), int(words.x1) : int(words.x2)]
    ink = np.abs(strip - np.median(around.reshape(-1, 3), axis=0)).max(axis=2) > _INK
    inked = np.flatnonzero(ink.any(axis=0))
    groups = np.split(inked, np.flatnonzero(np.diff(inked) > _GAP * height) + 1) if inked.size else []
    boxes = [PixelBox(x1 + float(group[0]), words.y1, x1 + float(group[-1]) + 1, words.y2) for group in groups]
    marks = [box for box in boxes if _NARROWEST * height <= box.width <= _WIDEST * height]
    return sorted(marks, key=lambda box: abs(box.centre[0] - words.centre[0]))
