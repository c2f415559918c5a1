"""Rows of dots, as fields draw them for a password, and what is none."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.reader.dots import has_dots
from tests.model.sight.screens import blank, write


def field(places: list[int], size: int = 6, ink: str = "black", paper: str = "white") -> Image.Image:
    """Return a field with dots from these x on."""
    image = blank((400, 100))
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 30, 380, 64), fill=paper, outline="#777777")
    for x in places:
        draw.ellipse((x, 45, x + size, 45 + size), fill=ink)
    return image


EVEN = list(range(30, 100, 10))


@pytest.mark.parametrize(("ink", "paper"), [("black", "white"), ("#eeeeee", "#222222")])
def test_dots_in_a_row_hide_as_many_letters(ink: str, paper: str) -> None:
    assert has_dots(np.asarray(field(EVEN, ink=ink, paper=paper)), 7)


def test_a_narrow_field_shows_not_all_dots() -> None:
    assert has_dots(np.asarray(field(EVEN)), 40)


@pytest.mark.parametrize("places", [[], EVEN[:4], [30, 40, 60, 65, 100, 130, 140]])
def test_too_few_and_uneven_dots_hide_nothing(places: list[int]) -> None:
    assert not has_dots(np.asarray(field(places)), 7)


def test_letters_and_small_full_stops_are_no_dots() -> None:
    image = field([])
    write(image, "ooooooooo ........", 30, 34)
    assert not has_dots(np.asarray(image), 7)
