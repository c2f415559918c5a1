"""Whether words begin a wide band of another ground, as those of a selected row do. Looks at pixels only."""

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_BESIDE = 3  # pixels left of the words
_FURTHEST = 3.0  # heights of the words: an icon stands between
_LIKE = 12  # levels by which one ground may vary
_OTHER = 24  # levels to the next ground: stripes of a list differ by less
_BEYOND = 3  # pixels over a line that parts rows
_TALLEST, _WIDE = 3.0, 8.0  # heights of the words
_LEFT = 0.3  # of a band, in which a row's words begin; a button's stand in its middle


def begins_band(pixels: Pixels, words: PixelBox) -> bool:
    """Say whether words stand at the left of a band that is otherwise coloured than what is above or below it."""
    x, y = _beside(pixels, words), int(words.centre[1])
    if x is None:
        return False
    ground = pixels[y, x]
    top, bottom = _reach(pixels[:, x], y, ground)
    if not words.height / 2 <= bottom - top <= _TALLEST * words.height:
        return False
    left, right = _reach(pixels[top + 1], x, ground)
    begins = words.x1 - left <= _LEFT * (right - left)
    return right - left >= _WIDE * words.height and begins and _stands_out(pixels[:, x], top, bottom, ground)


def _beside(pixels: Pixels, words: PixelBox) -> int | None:
    """Return the nearest column left of the words in which nothing stands: an icon may come before it."""
    box = words.within(PixelBox(0, 0, pixels.shape[1], pixels.shape[0]))
    rows = pixels[int(box.y1) : int(box.y2)].astype(np.int16)
    last = int(words.x1) - _BESIDE
    first = max(last - int(_FURTHEST * words.height), 0)
    if last < 0 or not rows.size:
        return None
    plain = (np.abs(rows[:, first : last + 1] - rows[:1, first : last + 1]).max(axis=(0, 2)) <= _LIKE).nonzero()[0]
    return first + int(plain[-1]) if plain.size else None


def _reach(line: NDArray[np.uint8], place: int, ground: NDArray[np.uint8]) -> tuple[int, int]:
    """Return the first and the last of the pixels around a place that have its ground."""
    other = np.flatnonzero(np.abs(line.astype(np.int16) - ground).max(axis=1) > _LIKE)
    before, after = other[other < place], other[other > place]
    return int(before[-1]) + 1 if before.size else 0, int(after[0]) - 1 if after.size else len(line) - 1


def _stands_out(column: NDArray[np.uint8], top: int, bottom: int, ground: NDArray[np.uint8]) -> bool:
    beyond = [column[y] for y in (top - _BEYOND, bottom + _BEYOND) if 0 <= y < len(column)]
    return any(int(np.abs(other.astype(np.int16) - ground).max()) > _OTHER for other in beyond)
