"""How far the control at a place reaches: the even colour around the place, up to the edges that close it in.

Looks at pixels only. A flat control, drawn straight onto its bar or page, has no edges; then the bar's are found, or
none.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_REACH = (700, 160)  # pixels to either side of the place: what is larger is no control but a pane
_STEP = 2  # levels of a channel between neighbours: a gradient, not an edge
_PATCH = 12  # pixels around the place within which, if it is on a letter, the control's own colour shows
_LEAST_AREA = 250  # pixels: less is the inside of a letter
_LEAST_FILLED = 0.35  # of the box: less is no plain area

_NEIGHBOURS = 4


@dataclass(frozen=True)
class Extent:
    """The evenly coloured area around a place; not `closed` where it goes on beyond what was looked at."""

    box: PixelBox
    closed: bool


def extent_at(pixels: Pixels, place: tuple[float, float], reach: tuple[int, int] = _REACH) -> Extent | None:
    """Return the area around a place, looking so far to its sides and up and down; None where none is even."""
    height, width = pixels.shape[:2]
    x, y = min(max(int(place[0]), 0), width - 1), min(max(int(place[1]), 0), height - 1)
    left, top = max(x - reach[0], 0), max(y - reach[1], 0)
    part = np.ascontiguousarray(pixels[top : y + reach[1], left : x + reach[0]])
    found = next(filter(_is_plain, (_filled(part, seed) for seed in _seeds(part, x - left, y - top))), None)
    if found is None:
        return None
    box, area = found
    closed = box.x1 > 0 and box.y1 > 0 and box.x2 < part.shape[1] and box.y2 < part.shape[0]
    return Extent(box.moved(left, top), closed and area >= _LEAST_FILLED * box.width * box.height)


def _seeds(part: Pixels, x: int, y: int) -> list[tuple[int, int]]:
    """Return places from this one outwards: it may be on a letter."""
    offsets = sorted(
        ((dx, dy) for dx in range(-_PATCH, _PATCH + 1, 3) for dy in range(-_PATCH, _PATCH + 1, 3)),
        key=lambda offset: offset[0] ** 2 + offset[1] ** 2,
    )
    height, width = part.shape[:2]
    return [(x + dx, y + dy) for dx, dy in offsets if 0 <= x + dx < width and 0 <= y + dy < height]


def _filled(part: Pixels, seed: tuple[int, int]) -> tuple[PixelBox, int]:
    import cv2  # 20 MB, which a process that never looks need not have

    flags = _NEIGHBOURS | cv2.FLOODFILL_MASK_ONLY | (1 << 8)
    mask: NDArray[np.uint8] = np.zeros((part.shape[0] + 2, part.shape[1] + 2), np.uint8)
    tolerance = (_STEP,) * 3
    area, _, _, (x, y, width, height) = cv2.floodFill(part, mask, seed, 0, tolerance, tolerance, flags)
    return PixelBox(x, y, x + width, y + height), int(area)


def _is_plain(found: tuple[PixelBox, int]) -> bool:
    return found[1] >= _LEAST_AREA
