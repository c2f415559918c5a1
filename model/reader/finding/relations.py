"""How far a place is from another one in the way that a relation says. Geometry only.

Distances are in pixels, with a surcharge where a place is beside the way rather than on it.
"""

import math
from collections.abc import Sequence

from model.reader.plan import Relating
from model.sight.text_line import PixelBox

_BESIDE = 3.0  # how much further it is across than along the way
_EDGE = 0.25  # of the smaller of two: boxes of neighbouring rows may overlap by so much
_OFF_LINE = 8.0  # heights of an anchor that what is not on its line counts further away
_BELOW, _WRONG_SIDE = 1000.0, 2000.0  # pixels that a value counts further away
_ROW = 0.5  # of an anchor's height that its row reaches beyond it
_BLOCK = 9.0  # heights of an anchor's line that what belongs to it may stand below it


def away(how: Relating, box: PixelBox, anchor: PixelBox, row: PixelBox | None = None) -> float | None:
    """Return how far a place is from an anchor, or None where the relation does not hold.

    `row` is the row that the anchor belongs to, where one is known.
    """
    x, y = box.centre
    match how:
        case "above":
            is_there = y < anchor.y1 and box.y2 <= anchor.centre[1]
            return _along(anchor.y1 - box.y2, _aside(box, anchor, 0)) if is_there else None
        case "below":
            is_there = y > anchor.y2 and box.y1 >= anchor.centre[1]
            return _along(box.y1 - anchor.y2, _aside(box, anchor, 0)) if is_there else None
        case "left of":
            is_there = x < anchor.x1 and box.x2 <= anchor.centre[0]
            return _along(anchor.x1 - box.x2, _aside(box, anchor, 1)) if is_there else None
        case "right of":
            is_there = x > anchor.x2 and box.x1 >= anchor.centre[0]
            return _along(box.x1 - anchor.x2, _aside(box, anchor, 1)) if is_there else None
        case "next to" | "between":
            return _beside(box, anchor)
        case "labelled":
            return _labelled(box, anchor)
        case "in the row of":
            return _in_row(box, anchor, row)
        case "in the column of":
            return abs(y - anchor.centre[1]) if _offset(box, anchor, 0) == 0 and box != anchor else None
        case "inside":
            return 0.0 if anchor.has(box.centre) and box != anchor else None
        case "before":
            return _after(anchor, box)
        case "after":
            return _after(box, anchor)


def _along(gap: float, aside: float) -> float:
    return max(gap, 0.0) + _BESIDE * aside


def _aside(box: PixelBox, anchor: PixelBox, axis: int) -> float:
    """Return how far a place is beside the way; 0 where it is on it by more than the edge of a neighbouring row."""
    least = _EDGE * min(box[axis + 2] - box[axis], anchor[axis + 2] - anchor[axis])
    return max(box[axis] - anchor[axis + 2] + least, anchor[axis] - box[axis + 2] + least, 0.0)


def _offset(box: PixelBox, anchor: PixelBox, axis: int) -> float:
    """Return how far the two are apart along an axis; 0 where they overlap there."""
    return max(box[axis] - anchor[axis + 2], anchor[axis] - box[axis + 2], 0.0)


def _beside(box: PixelBox, anchor: PixelBox) -> float | None:
    """What stands on the anchor's line comes before all that does not."""
    if box.has(anchor.centre):
        return None
    aside = _offset(box, anchor, 0)
    if abs(box.centre[1] - anchor.centre[1]) < max(box.height, anchor.height) / 2:
        return aside
    return math.hypot(aside, _BESIDE * _offset(box, anchor, 1)) + _OFF_LINE * anchor.height


def _labelled(box: PixelBox, anchor: PixelBox) -> float | None:
    """A value stands right of its label, or else below it."""
    way = _beside(box, anchor)
    is_right = box.centre[0] > anchor.x2 and abs(box.centre[1] - anchor.centre[1]) < anchor.height
    return way if way is None or is_right else way + (_BELOW if box.y1 >= anchor.centre[1] else _WRONG_SIDE)


def _in_row(box: PixelBox, anchor: PixelBox, row: PixelBox | None) -> float | None:
    """What stands on the anchor's line is nearest; then what stands below it, as on a card."""
    if box == anchor:
        return None
    if row and row.has(box.centre):
        return _offset(box, anchor, 0)
    if not row and abs(box.centre[1] - anchor.centre[1]) <= (0.5 + _ROW) * max(anchor.height, box.height / 2):
        return _offset(box, anchor, 0)
    below = box.y1 - anchor.y2
    return 10_000.0 + below if not row and 0 <= below <= _BLOCK * anchor.height else None


def _after(box: PixelBox, anchor: PixelBox) -> float | None:
    """Return how far behind the anchor a place comes in reading order."""
    if abs(box.centre[1] - anchor.centre[1]) < anchor.height / 2:
        return box.x1 - anchor.x2 if box.centre[0] > anchor.centre[0] else None
    return _BESIDE * (box.y1 - anchor.y1) if box.centre[1] > anchor.centre[1] else None


def nearest_way(how: Relating, box: PixelBox, anchors: Sequence[tuple[PixelBox, PixelBox | None]]) -> float | None:
    """Return how far a place is from the nearest anchor; each comes with its row."""
    ways = [way for anchor, row in anchors if (way := away(how, box, anchor, row)) is not None]
    return min(ways, default=None)
