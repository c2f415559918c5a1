"""Cuts a line of text where it runs over the edge of a control: what stands beyond is no part of it."""

import itertools
from collections.abc import Sequence

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_LEAST = 0.35  # of a line's height: less sticks out of a control by the detector's margin only
_DRAWN = frozenset({Kind.CHECKBOX, Kind.RADIO, Kind.SLIDER, Kind.SCROLLBAR})
_COVERED = 0.5  # of a line's height that a control has to reach over


def cut_at(line: PixelBox, edges: Sequence[PixelBox]) -> list[PixelBox]:
    """Return the pieces of a line between the sides of the controls that it runs through, left to right."""
    least = _LEAST * line.height
    sides = [side for box in edges if _shares_row(box, line) for side in (box.x1, box.x2)]
    inner = sorted({side for side in sides if line.x1 + least < side < line.x2 - least})
    bounds = [line.x1, *inner, line.x2]
    return [line._replace(x1=left, x2=right) for left, right in itertools.pairwise(bounds) if right > left]


def is_drawing(line: PixelBox, controls: Sequence[Element]) -> bool:
    """Say whether what passes for text is the tick of a checkbox, or another part of a control that bears none."""
    drawn = (control.box for control in controls if control.kind in _DRAWN)
    return any(box.has(line.centre) and line.width <= 2 * max(box.width, box.height) for box in drawn)


def _shares_row(box: PixelBox, line: PixelBox) -> bool:
    return min(box.y2, line.y2) - max(box.y1, line.y1) >= _COVERED * line.height and box.height < 4 * line.height
