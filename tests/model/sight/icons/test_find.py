"""Where icons stand."""

import numpy as np
import pytest

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.icons.find import find_icons
from model.sight.text_line import PixelBox
from tests.model.sight.icons.conftest import OpenWindow
from tests.model.sight.icons.glyphs import GLYPHS

_PAPER, _INK = 240, 40


def page(*drawn: PixelBox, width: int = 200, height: int = 120) -> Pixels:
    """Return a light page with filled boxes on it."""
    pixels = np.full((height, width, 3), _PAPER, np.uint8)
    for box in drawn:
        fill(pixels, box, _INK)
    return pixels


def framed(frame: PixelBox, *drawn: PixelBox) -> Pixels:
    """Return a page with a thin frame and filled boxes in it."""
    pixels = page(frame)
    fill(pixels, frame.grown(-1), _PAPER)
    for box in drawn:
        fill(pixels, box, _INK)
    return pixels


def fill(pixels: Pixels, box: PixelBox, grey: int) -> None:
    x1, y1, x2, y2 = (int(side) for side in box)
    pixels[y1:y2, x1:x2] = grey


@pytest.mark.display
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1, 2])
def test_icons_of_a_tool_bar_are_found(open_window: OpenWindow, dark: bool, scale: int) -> None:
    window = open_window(dark)
    for name in GLYPHS:
        window.add_to_bar(name)
    window.resize(1000, 100)
    shown = window.shown(scale)
    found = find_icons(shown.pixels)
    missed = [name for name, place in shown.places.items() if not any(box.grown(2).has(place) for box in found)]
    assert missed == []


@pytest.mark.display
@pytest.mark.parametrize("scale", [1, 2])
def test_an_icon_on_a_button_is_found_once(open_window: OpenWindow, scale: int) -> None:
    window = open_window(False)
    for name in ("search", "close", "home", "star"):
        window.add_button(name)
    shown = window.shown(scale)
    found = find_icons(shown.pixels)
    assert [sum(box.grown(2).has(place) for box in found) for place in shown.places.values()] == [1, 1, 1, 1]


def test_the_box_is_close_around_the_ink() -> None:
    drawn = PixelBox(50, 40, 66, 58)
    assert find_icons(page(drawn)) == [drawn]


def test_what_lies_in_a_word_is_text() -> None:
    letter = PixelBox(50, 40, 60, 54)
    assert find_icons(page(letter), [PixelBox(20, 36, 90, 58)]) == []


def test_an_icon_that_was_read_as_a_letter_is_found() -> None:
    drawn = PixelBox(50, 40, 64, 54)
    assert find_icons(page(drawn), [drawn.grown(3)]) == [drawn]


def test_the_mark_of_a_spinner_is_no_icon() -> None:
    mark = PixelBox(50, 40, 60, 50)
    assert find_icons(page(mark), controls=[Element(Kind.SPINNER, mark.grown(3))]) == []
    assert find_icons(page(mark), controls=[Element(Kind.BUTTON, mark.grown(3))]) == [mark]


def test_three_dots_are_one_icon() -> None:
    dots = [PixelBox(50 + 6 * place, 40, 53 + 6 * place, 43) for place in range(3)]
    assert find_icons(page(*dots)) == [PixelBox(50, 40, 65, 43)]


def test_a_long_row_of_dots_is_none() -> None:
    assert find_icons(page(*[PixelBox(20 + 6 * place, 40, 23 + 6 * place, 43) for place in range(12)])) == []


def test_two_upright_bars_are_one_icon() -> None:
    assert find_icons(page(PixelBox(50, 40, 53, 54), PixelBox(58, 40, 61, 54))) == [PixelBox(50, 40, 61, 54)]


def test_a_bar_counts_beside_icons_or_in_a_button_only() -> None:
    bar, icon = PixelBox(50, 49, 62, 51), PixelBox(80, 44, 92, 56)
    assert find_icons(page(bar)) == []
    assert bar in find_icons(page(bar, icon))
    assert find_icons(page(bar), controls=[Element(Kind.BUTTON, PixelBox(40, 38, 72, 62))]) == [bar]


@pytest.mark.parametrize("inside", [PixelBox(52, 42, 68, 58), PixelBox(56, 46, 64, 54)])
def test_a_frame_around_one_icon_belongs_to_it(inside: PixelBox) -> None:
    frame = PixelBox(40, 30, 80, 70)
    assert find_icons(framed(frame, inside)) == [frame]


def test_a_frame_around_two_icons_is_left_out() -> None:
    both = [PixelBox(46, 44, 56, 56), PixelBox(64, 44, 74, 56)]
    assert sorted(find_icons(framed(PixelBox(40, 30, 80, 70), *both))) == both


def test_a_photograph_has_few_icons() -> None:
    noise = np.random.default_rng(3).integers(0, 255, (400, 600, 3), dtype=np.uint8)
    assert len(find_icons(noise)) <= 2


def test_faint_gradients_have_none() -> None:
    gradient = np.repeat(np.linspace(0, 255, 600, dtype=np.uint8)[None, :, None], 400, axis=0).repeat(3, axis=2)
    assert find_icons(np.ascontiguousarray(gradient)) == []


@pytest.mark.parametrize("shape", [(0, 0, 3), (1, 1, 3), (1, 300, 3), (5, 5, 3), (40, 3, 3)])
def test_a_tiny_picture_has_none(shape: tuple[int, int, int]) -> None:
    assert find_icons(np.zeros(shape, np.uint8)) == []


def test_boxes_beyond_the_picture_do_no_harm() -> None:
    drawn = PixelBox(50, 40, 66, 58)
    assert find_icons(page(drawn), [PixelBox(-50, -20, -5, -2), PixelBox(190, 110, 400, 130)]) == [drawn]
