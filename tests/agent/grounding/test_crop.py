"""From a crop to the whole screenshot and back: any crop, any box."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from actions.schema import Box
from agent.grounding.crop import Crop

NUMBERS = st.floats(0, 1000)
SIDES = st.floats(0.05, 1)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    (x1, x2), (y1, y2) = sorted((draw(NUMBERS), draw(NUMBERS))), sorted((draw(NUMBERS), draw(NUMBERS)))
    return Box(x1, y1, x2, y2)


@given(boxes(), SIDES)
def test_a_crop_lies_inside_and_holds_what_it_is_around(box: Box, side: float) -> None:
    crop = Crop.around([box], side)
    if crop is None:
        assert max(box.x2 - box.x1, box.y2 - box.y1) > side * 1000
        return
    assert 0 <= crop.x <= crop.x + side * 1000 <= 1000 + 1e-9
    assert 0 <= crop.y <= crop.y + side * 1000 <= 1000 + 1e-9
    assert all(-1e-6 <= n <= 1000 + 1e-6 for n in crop.to_crop(box))


@given(boxes(), boxes(), SIDES)
def test_there_and_back_is_the_same_place(around: Box, box: Box, side: float) -> None:
    crop = Crop.around([Box.at(*around.centre)], side)
    assert crop is not None
    whole = crop.to_whole(box)
    assert crop.to_crop(whole) == pytest.approx(box, abs=1e-6)
    assert whole.x1 <= whole.x2
    assert whole.y1 <= whole.y2
    assert all(0 <= n <= 1000 for n in whole)


@settings(max_examples=40)
@given(st.integers(60, 333), st.integers(40, 333), st.floats(0.02, 0.98), st.floats(0.02, 0.98), st.data())
def test_what_is_seen_in_the_crop_is_where_it_maps_to(
    width: int, height: int, x: float, y: float, data: st.DataObject
) -> None:
    """A white spot on black, found by its pixels in the crop, lies on the screenshot where the mapping says."""
    column, row = int(x * width), int(y * height)
    pixels = np.zeros((height, width), np.uint8)
    pixels[row, column] = 255
    spot = Box.at((column + 0.5) / width * 1000, (row + 0.5) / height * 1000)
    near = Box.at(*(min(max(n + data.draw(st.floats(-150, 150)), 0), 1000) for n in spot.centre))
    crop = Crop.around([near], 0.5)
    assert crop is not None
    inside = crop.to_crop(spot)
    if not all(20 <= n <= 980 for n in inside):  # a spot that the crop's edge cuts has its middle elsewhere
        return
    shown = np.asarray(crop.shown(Image.fromarray(pixels)), float)
    assert shown.shape == (height, width)
    rows, columns = np.indices(shown.shape)
    found = Box.at(
        float(((columns + 0.5) * shown).sum() / shown.sum() / width * 1000),
        float(((rows + 0.5) * shown).sum() / shown.sum() / height * 1000),
    )
    off = [abs(a - b) for a, b in zip(crop.to_whole(found), spot, strict=True)]
    assert max(off[0] * width, off[1] * height) / 1000 < 0.15  # pixels of the screenshot


def test_places_too_far_apart_have_no_crop() -> None:
    assert Crop.around([Box.at(100, 100), Box.at(700, 100)], 0.5) is None
