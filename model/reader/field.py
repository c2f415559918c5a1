"""Finds the input field that belongs to a label: the frame around it, to its right or below it. Looks at pixels only.

A frame to the right or below is followed along its outline, whatever it holds. A label inside a low frame is a
placeholder: there the plain colour around it is followed to the frame's sides.
"""

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_VISIBLE = 6  # levels of a channel: less is no edge
_PADDING = 8  # pixels by which a label's box may reach over a frame close by
_CORNER = 6  # pixels that a round corner takes
_SAME_EDGE = 2  # pixels

# In heights of the label:
_REACH_RIGHT = 16.0
_REACH_DOWN = 1.5
_TALLEST_AROUND = 3.0  # a higher frame around the label is a pane
_TALLEST_NEAR = 12.0
_LEAST_HEIGHT = 0.6
_LEAST_WIDTH = 2.0

_Colour = NDArray[np.uint8]


def find_field(pixels: Pixels, label: PixelBox) -> PixelBox | None:
    """Return the field that the label names, or None where no frame is near."""
    background = _background(pixels, label)
    around, beside = _field_around(pixels, label, background), _field_beside(pixels, label, background)
    if around and beside and around.contains(beside):  # a row of the window that holds both
        return beside
    if around and (below := _field_below(pixels, label, background)) and _is_heading(around, below):
        return below
    return around or beside or _field_below(pixels, label, background)


def _is_heading(around: PixelBox, below: PixelBox) -> bool:
    """Say whether what is around a label ends where a narrower field begins: the room of a window above that."""
    return abs(around.y2 - below.y1) <= _SAME_EDGE and around.x1 < below.x1 and below.x2 < around.x2


def _field_around(pixels: Pixels, label: PixelBox, background: _Colour) -> PixelBox | None:
    """Start between the label and the field's left side; the label's box may begin outside of the frame."""
    plain = ~_unlike(_middle_rows(pixels, label, label.x1, label.x2), background).any(axis=0)
    for column in np.flatnonzero(plain & ~np.roll(plain, 1))[:2]:
        frame = _frame_around(pixels, int(label.x1) + int(column), int(label.centre[1]), background)
        if frame and frame.has(label.centre) and _has_field_shape(frame, label, _TALLEST_AROUND):
            return frame
    return None


def _field_beside(pixels: Pixels, label: PixelBox, background: _Colour) -> PixelBox | None:
    start = int(label.x2) - _PADDING
    strip = _middle_rows(pixels, label, start, label.x2 + _REACH_RIGHT * label.height)
    for edge in _edges(_unlike(strip.swapaxes(0, 1), background)):
        field = _follow_outline(pixels, start + edge, int(label.centre[1]), background)
        if field and _has_field_shape(field, label, _TALLEST_NEAR):
            return field
    return None


def _field_below(pixels: Pixels, label: PixelBox, background: _Colour) -> PixelBox | None:
    top, x = int(label.y2) - _PADDING, int(label.x1) + _PADDING
    strip = pixels[top : int(label.y2 + _REACH_DOWN * label.height), x : int(label.x2) - _PADDING]
    for edge in _edges(_unlike(strip, background)):
        row = min(top + edge + _CORNER, len(pixels) - 1)
        left = max(x - _leading(_unlike(pixels[top + edge, x::-1], background)) - _CORNER, 0)
        side = left + _leading(~_unlike(pixels[row, left:x], background))
        field = _follow_outline(pixels, side, row, background)
        if field and _has_field_shape(field, label, _TALLEST_NEAR):
            return field
    return None


def _follow_outline(pixels: Pixels, x: int, y: int, background: _Colour) -> PixelBox | None:
    """Go up and down a frame's left side, then along its top and bottom; None where these do not match."""
    side = _unlike(pixels[:, x], background)
    upper, lower = y - _leading(side[y::-1]) + 1, y + _leading(side[y:]) - 1
    inner = min(x + _CORNER, pixels.shape[1] - 1)  # past round corners
    top = upper - _line_end(_unlike(pixels[upper::-1, inner], background))
    bottom = lower + _line_end(_unlike(pixels[lower:, inner], background))
    if not 0 <= top < bottom < len(pixels):
        return None
    along_top, along_bottom = (_leading(_unlike(pixels[row, inner:], background)) for row in (top, bottom))
    if abs(along_top - along_bottom) > _CORNER:
        return None
    return PixelBox(x, top, inner + max(along_top, along_bottom), bottom + 1)


def _has_field_shape(frame: PixelBox, label: PixelBox, tallest: float) -> bool:
    return (
        frame.width >= _LEAST_WIDTH * label.height
        and _LEAST_HEIGHT * label.height <= frame.height <= tallest * label.height
    )


def _frame_around(pixels: Pixels, x: int, y: int, colour: _Colour) -> PixelBox | None:
    """Go from a point of plain colour to the four sides; None where one is no line. Corners may be round."""
    column = ~_unlike(pixels[:, x], colour)
    y1, y2 = y - _leading(column[y::-1]) + 1, y + _leading(column[y:])
    row = ~_unlike(pixels[min(y1 + 2, y), :], colour)
    x1, x2 = x - _leading(row[x::-1]) + 1, x + _leading(row[x:])
    across = slice(x1 + (x2 - x1) // 4, x2 - (x2 - x1) // 4)
    along = slice(y1 + (y2 - y1) // 4, y2 - (y2 - y1) // 4)
    sides = (
        pixels[max(y1 - _CORNER // 2, 0) : y1, across],
        pixels[y2 : y2 + _CORNER // 2, across],
        pixels[along, max(x1 - _CORNER // 2, 0) : x1].swapaxes(0, 1),
        pixels[along, x2 : x2 + _CORNER // 2].swapaxes(0, 1),
    )
    closed = all(bool(_unlike(side, colour).any(axis=0).all()) for side in sides)
    return PixelBox(x1, y1, x2, y2) if closed else None


def _edges(differs: NDArray[np.bool_]) -> list[int]:
    """Return where, along the first axis, straight edges across the second begin, up to the first other thing."""
    across, touched = differs.all(axis=1), differs.any(axis=1)
    begins = np.flatnonzero(across & ~np.roll(across, 1))
    other = np.flatnonzero(touched & ~across)
    last = next((int(place) for place in other if place > _PADDING), len(differs))
    return [int(place) for place in begins if place <= last]


def _middle_rows(pixels: Pixels, label: PixelBox, x1: float, x2: float) -> Pixels:
    quarter = int(label.height / 4)
    return pixels[int(label.y1) + quarter : int(label.y2) - quarter, max(int(x1), 0) : int(x2)]


def _background(pixels: Pixels, label: PixelBox) -> _Colour:
    """Return the commonest colour of the label's box."""
    x1, y1, x2, y2 = map(int, label)
    colours, counts = np.unique(pixels[y1:y2, x1:x2].reshape(-1, 3), axis=0, return_counts=True)
    return np.asarray(colours[counts.argmax()])


def _leading(mask: NDArray[np.bool_]) -> int:
    """Return how many are true before the first that is not."""
    return int(np.append(mask, False).argmin())


def _line_end(mask: NDArray[np.bool_]) -> int:
    """Return where the first run of true ends that begins within a corner's size."""
    begin = _leading(~mask[: _CORNER + 1])
    return begin + _leading(mask[begin:]) - 1


def _unlike(pixels: NDArray[np.uint8], colour: _Colour) -> NDArray[np.bool_]:
    differences = np.abs(pixels.astype(np.int16) - colour.astype(np.int16))
    return np.asarray((differences > _VISIBLE).any(axis=-1))
