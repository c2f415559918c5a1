"""Sides of boxes move to lines that are drawn, and to nothing else."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.sight.controls.snap import Snapper
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox
from tests.model.sight.screens import write
from tests.training.controls.pictures import picture

DRAWN = PixelBox(40, 30, 160, 58)


def screen(draw_box: bool = True, border: int = 1, round_by: int = 0, words: str = "") -> Pixels:
    image = Image.new("RGB", (220, 100), "white")
    if draw_box:
        x1, y1, x2, y2 = DRAWN
        corners = (x1, y1, x2 - 1, y2 - 1)
        ImageDraw.Draw(image).rounded_rectangle(corners, round_by, outline="black", width=border)
    write(image, words, 60, 34)
    return np.asarray(image).copy()


@pytest.mark.parametrize("off", [-5, -2, 0, 3, 6])
@pytest.mark.parametrize("border", [1, 2])
def test_a_box_that_is_off_is_put_right(off: int, border: int) -> None:
    guess = PixelBox(DRAWN.x1 + off, DRAWN.y1 + off / 2, DRAWN.x2 - off, DRAWN.y2 + off / 2)
    assert Snapper(screen(border=border)).snap(guess) == DRAWN


def test_round_corners_do_not_matter() -> None:
    assert Snapper(screen(round_by=5)).snap(DRAWN.grown(3)) == DRAWN


def test_words_move_nothing() -> None:
    guess = PixelBox(42, 32, 158, 56)
    assert Snapper(screen(draw_box=False, words="illlilli HHH")).snap(guess) == guess


def test_words_inside_do_not_draw_a_side_in() -> None:
    assert Snapper(screen(words="HIll lllH")).snap(DRAWN.grown(2)) == DRAWN


@pytest.mark.parametrize("seed", [6, 12, 18])
def test_a_photograph_moves_nothing(seed: int) -> None:
    guess = PixelBox(42, 32, 158, 56)
    assert Snapper(np.asarray(picture(seed, 220, 100)).copy()).snap(guess) == guess


def test_a_box_at_the_pictures_end_stays_inside() -> None:
    assert Snapper(screen(draw_box=False)).snap(PixelBox(-1, 0, 219, 99)) == PixelBox(0, 0, 220, 100)
