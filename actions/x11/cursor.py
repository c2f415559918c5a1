"""The shape of the pointer, by which applications say what lies under it."""

import numpy as np
from numpy.typing import NDArray
from Xlib.display import Display
from Xlib.error import XError

_OPAQUE = 64  # of 255
_LEAST_HEIGHT = 8
_STEM = 4  # pixels, its outline included
_SERIF_ROWS = 4  # at each end


def is_text_cursor(display: Display) -> bool:
    """Say whether the pointer is an I-beam: a text can be written or selected where it is."""
    try:
        if not display.has_extension("XFIXES"):
            return False
        display.xfixes_query_version()
        image = display.xfixes_get_cursor_image(display.screen().root)
    except XError:
        return False
    pixels = np.array(image.cursor_image, dtype=np.uint32).reshape(image.height, image.width)
    return is_i_beam((pixels >> 24) > _OPAQUE)


def is_i_beam(opaque: NDArray[np.bool_]) -> bool:
    """Say whether a shape is one upright stem, wider at most at its very ends."""
    rows = np.flatnonzero(opaque.any(axis=1))
    if rows.size < _LEAST_HEIGHT or rows.size != rows[-1] - rows[0] + 1:
        return False
    shape = opaque[rows[0] : rows[-1] + 1]
    stem = shape[_SERIF_ROWS:-_SERIF_ROWS]
    columns = np.flatnonzero(stem.any(axis=0))
    return bool(columns.size and columns[-1] - columns[0] < _STEM)
