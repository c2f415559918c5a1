"""Scrollbars on drawn panes, light and dark; what merely looks like one is none."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.sight.element import Kind
from model.sight.outlines.scrollbars import scrollbars
from model.sight.text_line import PixelBox

Colours = tuple[str, str, str]
"""Of a pane, of a trough, of a handle."""

LIGHT, DARK = ("white", "#e8e8e8", "#909090"), ("#121212", "#2b2b2b", "#a0a0a0")
TROUGH = (400, 40, 414, 340)


def found(
    handle: tuple[int, int, int, int], colours: Colours = LIGHT, trough: tuple[int, ...] = TROUGH
) -> list[PixelBox]:
    """Return the scrollbars on a pane with a trough and a handle in it."""
    image = Image.new("RGB", (640, 400), colours[0])
    draw = ImageDraw.Draw(image)
    draw.rectangle(trough, fill=colours[1])
    draw.rounded_rectangle(handle, 4, fill=colours[2])
    bars = list(scrollbars(np.ascontiguousarray(np.asarray(image)[:, :, ::-1])))
    assert all(bar.kind is Kind.SCROLLBAR for bar in bars)
    return [bar.box for bar in bars]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("top", [42, 150, 250])
def test_a_handle_in_a_trough_is_a_scrollbar_wherever_it_stands(colours: Colours, top: int) -> None:
    (box,) = found((403, top, 411, top + 88), colours)
    assert (box.x1, box.x2) == (400, 415)
    assert box.contains(PixelBox(403, top, 411, top + 88))
    assert box.height > 280


@pytest.mark.parametrize(
    ("handle", "trough"),
    [
        ((403, 42, 411, 338), TROUGH),  # it fills the trough: there is nothing to scroll
        ((403, 150, 411, 240), (300, 40, 500, 340)),  # a bar on a pane
        ((402, 60, 412, 64), (400, 40, 414, 80)),  # too small
    ],
)
def test_what_is_no_scrollbar(handle: tuple[int, int, int, int], trough: tuple[int, ...]) -> None:
    assert found(handle, trough=trough) == []
