"""Finds evenly coloured areas that edges close in: the insides of fields, buttons and boxes. Looks at pixels only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_STEP = 2  # levels of a channel between neighbours: a gradient, not an edge
_LEAST_SIDE, _TALLEST, _WIDEST = 7, 330, 1400  # pixels
_LEAST_PANEL = (160, 80)  # pixels
_NEAR_TOP, _SQUARE = 0.1, 0.75  # of the height; of the width: so far up a disc is narrower, a round corner is not
_CARET = 4  # pixels, with what its edges take
_LEAST_FILLED = 0.3  # of the box: letters stand in it


@dataclass(frozen=True)
class Frame:
    """An even area: its box, the part of the box that it fills (0 to 1), and whether it reaches into the corners."""

    box: PixelBox
    filled: float
    square: bool


def frames(pixels: Pixels) -> list[Frame]:
    """Return the even areas that may be a control's inside."""
    import cv2  # 20 MB, which a process that never looks need not have

    plain = even(pixels)
    _, marks, found, _ = cv2.connectedComponentsWithStats(plain.astype(np.uint8), connectivity=4)
    sized = (
        (found[:, 2] >= _LEAST_SIDE)
        & (found[:, 2] <= _WIDEST)
        & (found[:, 3] >= _LEAST_SIDE)
        & (found[:, 3] <= _TALLEST)
        & (found[:, 4] >= _LEAST_FILLED * found[:, 2] * found[:, 3])
        & (found[:, 0] > 0)  # what reaches the picture's edge, which may be a part's, is not closed in
        & (found[:, 1] > 0)
        & (found[:, 0] + found[:, 2] < pixels.shape[1] - 1)
        & (found[:, 1] + found[:, 3] < pixels.shape[0] - 1)
    )
    sized[0] = False  # what is uneven
    return [_frame(np.asarray(marks, np.int32), int(mark), found[mark]) for mark in np.flatnonzero(sized)]


def without_carets(pixels: Pixels, areas: Sequence[Frame]) -> list[Frame]:
    """Join areas that only a text caret parts: a line that reaches neither the upper nor the lower edge."""
    joined: list[Frame] = []
    for area in sorted(areas, key=lambda area: (area.box.y1, area.box.x1)):
        left = next((one for one in joined if _is_parted_by_caret(pixels, one.box, area.box)), None)
        if left is None:
            joined.append(area)
        else:
            joined[joined.index(left)] = replace(left, box=left.box._replace(x2=area.box.x2))
    return joined


def _is_parted_by_caret(pixels: Pixels, left: PixelBox, right: PixelBox) -> bool:
    if (left.y1, left.y2) != (right.y1, right.y2) or not 0 <= right.x1 - left.x2 <= _CARET:
        return False
    line = pixels[int(left.y1) : int(left.y2), int(left.x2) - 2 : int(right.x1) + 2].astype(np.int16)
    apart = (np.abs(line - line[0, 0]) > _STEP).any(axis=(1, 2))
    return not (apart[0] or apart[-1])


def panels(pixels: Pixels) -> list[PixelBox]:
    """Return the even areas that may be a dialog's or a pane's."""
    import cv2  # 20 MB, which a process that never looks need not have

    _, _, found, _ = cv2.connectedComponentsWithStats(even(pixels).astype(np.uint8), connectivity=4)
    large = (found[:, 2] >= _LEAST_PANEL[0]) & (found[:, 3] >= _LEAST_PANEL[1])
    filled = found[:, 4] >= _LEAST_FILLED * found[:, 2] * found[:, 3]
    large[0] = False  # what is uneven
    boxes = found[large & filled][:, :4].tolist()
    return [PixelBox(x, y, x + width + 1, y + height + 1) for x, y, width, height in boxes]


def even(pixels: Pixels) -> NDArray[np.bool_]:
    """Say of each pixel whether it looks like the next one to the right and below."""
    alike = np.ones(pixels.shape[:2], np.bool_)
    alike[:, :-1] &= _alike(pixels[:, 1:], pixels[:, :-1])
    alike[:-1] &= _alike(pixels[1:], pixels[:-1])
    return alike


def _alike(pixels: Pixels, others: Pixels) -> NDArray[np.bool_]:
    import cv2  # 20 MB, which a process that never looks need not have

    if not pixels.size:
        return np.ones(pixels.shape[:2], np.bool_)
    return np.asarray(cv2.inRange(cv2.absdiff(pixels, others), (0, 0, 0), (_STEP, _STEP, _STEP))) > 0


def _frame(marks: NDArray[np.int32], mark: int, stats: NDArray[np.int32]) -> Frame:
    x, y, width, height, area = map(int, stats)
    near_top = np.flatnonzero(marks[y + round(_NEAR_TOP * height), x : x + width] == mark)
    wide = near_top.size > 0 and int(near_top[-1] - near_top[0]) + 1 >= _SQUARE * width
    # The last row and column differ from the edge after them, so they belong to the area as well.
    return Frame(PixelBox(x, y, x + width + 1, y + height + 1), area / (width * height), wide)
