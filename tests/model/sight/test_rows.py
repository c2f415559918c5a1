"""The order in which lines of text are told."""

import pytest

from model.sight.rows import in_reading_order
from model.sight.text_line import PixelBox, TextLine


def line(text: str, x: float, y: float, height: float = 14) -> TextLine:
    return TextLine(text, PixelBox(x, y, x + 8 * len(text), y + height), 1.0, ())


def order(*lines: TextLine) -> list[str]:
    return [line.text for line in in_reading_order(lines)]


@pytest.mark.parametrize("top", [y / 2 for y in range(40)])
def test_two_buttons_half_a_pixel_apart_keep_their_places_wherever_they_are(top: float) -> None:
    assert order(line("Cancel", 200, top), line("OK", 20, top + 0.5)) == ["OK", "Cancel"]
    assert order(line("Cancel", 200, top + 0.5), line("OK", 20, top)) == ["OK", "Cancel"]


def test_lines_below_one_another_are_rows() -> None:
    assert order(line("c", 10, 40), line("b", 300, 20), line("a", 10, 0)) == ["a", "b", "c"]


def test_a_large_heading_beside_a_small_button_is_one_row() -> None:
    assert order(line("Close", 400, 12, 12), line("Settings", 10, 0, 36)) == ["Settings", "Close"]


def test_close_rows_of_a_list_stay_apart() -> None:
    assert order(line("two", 10, 15), line("one", 90, 0)) == ["one", "two"]


def test_nothing_is_in_order() -> None:
    assert order() == []
