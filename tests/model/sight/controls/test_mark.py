"""Boxes to tick are placed by their pixels, whatever stands beside them."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.sight.controls.mark import free_mark
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox
from tests.model.sight.screens import write

MARK = PixelBox(40, 40, 54, 54)


def screen(shape: str, ground: str = "white", ink: str = "gray", ticked: bool = False) -> Pixels:
    image = Image.new("RGB", (200, 100), ground)
    draw, corners = ImageDraw.Draw(image), (MARK.x1, MARK.y1, MARK.x2 - 1, MARK.y2 - 1)
    draw.ellipse(corners, outline=ink) if shape == "radio" else draw.rectangle(corners, outline=ink)
    if ticked:
        draw.ellipse((MARK.x1 + 4, MARK.y1 + 4, MARK.x2 - 5, MARK.y2 - 5), fill=ink)
    write(image, "Keep old versions", 62, 34)
    return np.asarray(image).copy()


@pytest.mark.parametrize("shape", ["checkbox", "radio"])
@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("off", [(-3, -2), (2, 3), (0, -4)])
def test_a_guess_that_is_off_is_put_right(shape: str, ticked: bool, off: tuple[int, int]) -> None:
    assert free_mark(screen(shape, ticked=ticked), MARK.moved(*off)) == MARK


@pytest.mark.parametrize("grown", [-3, 3])
def test_a_guess_of_the_wrong_size_is_put_right(grown: float) -> None:
    assert free_mark(screen("checkbox"), MARK.grown(grown)) == MARK


def test_a_pale_mark_on_a_dark_ground_is_placed() -> None:
    assert free_mark(screen("checkbox", ground="#202428", ink="#5a6068"), MARK.grown(2)) == MARK


def test_where_nothing_is_drawn_the_guess_stays() -> None:
    guess = PixelBox(120, 70, 134, 84)
    assert free_mark(screen("checkbox"), guess) == guess


def test_a_guess_at_the_pictures_corner_is_no_trouble() -> None:
    guess = PixelBox(198, 98, 200, 100)
    assert free_mark(screen("checkbox"), guess) == guess
