"""Finds the input field that belongs to a label: the frame around it, to its right or below it. Looks at pixels only.

A field is a closed frame around plain colour. A label that stands in a low one is a placeholder: that frame it is.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.reader.engine import Pixels
from model.reader.text_line import PixelBox

_VISIBLE = 6  # levels of a channel: less is no edge
_PADDING = 8  # pixels by which a label's box may reach over a frame close by
_INSETS = (2, 4)  # pixels from a frame's outer edge to its inside: a thin line, or a thick or soft one

_ROUND = 3  # pixels by which a round corner may hide where a side is

# In heights of the label:
_REACH_RIGHT = 16.0
_REACH_DOWN = 1.5
_TALLEST_AROUND = 3.0  # a higher frame around the label is a pane
_TALLEST_NEAR = 12.0
_LEAST_HEIGHT = 0.6
_LEAST_WIDTH = 2.0


def find_field(pixels: Pixels, label: PixelBox) -> PixelBox | None:
    """Return the inside of the field that the label names, or None where no frame is near."""
    guesses = ((True, _around(pixels, label)), (False, _to_the_right(pixels, label)), (False, _below(pixels, label)))
    for around, points in guesses:
        for x, y in points:
            frame = _frame_around(pixels, x, y, int(_TALLEST_NEAR * label.height))
            if frame and _has_field_shape(frame, label) and frame.has(label.centre) == around:
                return frame
    return None


def _has_field_shape(frame: PixelBox, label: PixelBox) -> bool:
    tallest = _TALLEST_AROUND if frame.has(label.centre) else _TALLEST_NEAR
    return (
        frame.width >= _LEAST_WIDTH * label.height
        and _LEAST_HEIGHT * label.height <= frame.height <= tallest * label.height
    )


def _around(pixels: Pixels, label: PixelBox) -> Iterator[tuple[int, int]]:
    """Yield points of plain colour at the label's left end: its box may begin outside of the field's frame."""
    plain = ~_unlike(_middle_rows(pixels, label, label.x1, label.x2), _background(pixels, label)).any(axis=0)
    for column in np.flatnonzero(plain & ~np.roll(plain, 1))[:2]:
        yield int(label.x1) + int(column), int(label.centre[1])


def _to_the_right(pixels: Pixels, label: PixelBox) -> Iterator[tuple[int, int]]:
    """Yield points just behind upright edges."""
    start = int(label.x2) - _PADDING
    strip = _middle_rows(pixels, label, start, label.x2 + _REACH_RIGHT * label.height)
    for edge in _edges(strip.swapaxes(0, 1), _background(pixels, label)):
        yield from ((start + edge + inset, int(label.centre[1])) for inset in _INSETS)


def _below(pixels: Pixels, label: PixelBox) -> Iterator[tuple[int, int]]:
    """Yield points just under level edges; some may hit the letters of what the field holds."""
    start, left = int(label.y2) - _PADDING, int(label.x1) + _PADDING
    strip = pixels[start : int(label.y2 + _REACH_DOWN * label.height), left : int(label.x2) - _PADDING]
    for edge in _edges(strip, _background(pixels, label)):
        yield from ((left + aside, start + edge + inset) for inset in _INSETS for aside in (0, 3, 6, 9))


def _middle_rows(pixels: Pixels, label: PixelBox, x1: float, x2: float) -> Pixels:
    quarter = int(label.height / 4)
    return pixels[int(label.y1) + quarter : int(label.y2) - quarter, max(int(x1), 0) : int(x2)]


def _background(pixels: Pixels, label: PixelBox) -> NDArray[np.uint8]:
    """Return the commonest colour of the label's box."""
    x1, y1, x2, y2 = map(int, label)
    colours, counts = np.unique(pixels[y1:y2, x1:x2].reshape(-1, 3), axis=0, return_counts=True)
    return np.asarray(colours[counts.argmax()])


def _edges(strip: Pixels, background: NDArray[np.uint8]) -> list[int]:
    """Return where, along the first axis, straight edges across the second begin, up to the first other thing."""
    differs = _unlike(strip, background)
    across, touched = differs.all(axis=1), differs.any(axis=1)
    begins = np.flatnonzero(across & ~np.roll(across, 1))
    other = np.flatnonzero(touched & ~across)
    last = next((int(place) for place in other if place > _PADDING), len(strip))
    return [int(place) for place in begins if place <= last]


def _frame_around(pixels: Pixels, x: int, y: int, tallest: int) -> PixelBox | None:
    """Return the inside of the closed frame around a point of plain colour, or None where it is open or too tall."""
    height, width = pixels.shape[:2]
    if not (0 <= x < width and 0 <= y < height):
        return None
    colour = pixels[y, x]
    up = _run(pixels[max(y - tallest, 0) : y + 1, x][::-1], colour)
    down = _run(pixels[y : y + tallest, x], colour)
    if not up or not down or up + down > tallest:
        return None
    row = y - up + 2
    left, right = _run(pixels[row, : x + 1][::-1], colour), _run(pixels[row, x:], colour)
    if not left or not right:
        return None
    frame = PixelBox(x - left + 1, y - up + 1, x + right, y + down)
    return frame if _is_closed(pixels, frame, colour) else None


def _is_closed(pixels: Pixels, frame: PixelBox, colour: NDArray[np.uint8]) -> bool:
    """Say whether all four sides are lines, but for their ends: corners may be round."""
    x1, y1, x2, y2 = map(int, frame)
    across = slice(x1 + (x2 - x1) // 4, x2 - (x2 - x1) // 4)
    along = slice(y1 + (y2 - y1) // 4, y2 - (y2 - y1) // 4)
    sides = (
        pixels[max(y1 - _ROUND, 0) : y1, across],
        pixels[y2 : y2 + _ROUND, across],
        pixels[along, max(x1 - _ROUND, 0) : x1].swapaxes(0, 1),
        pixels[along, x2 : x2 + _ROUND].swapaxes(0, 1),
    )
    return all(bool(_unlike(side, colour).any(axis=0).all()) for side in sides)


def _run(pixels: NDArray[np.uint8], colour: NDArray[np.uint8]) -> int:
    """Return how many pixels from the first have the colour; 0 where all have it."""
    places = np.flatnonzero(_unlike(pixels, colour))
    return int(places[0]) if places.size else 0


def _unlike(pixels: NDArray[np.uint8], colour: NDArray[np.uint8]) -> NDArray[np.bool_]:
    differences = np.abs(pixels.astype(np.int16) - colour.astype(np.int16))
    return np.asarray((differences > _VISIBLE).any(axis=-1))
