"""Parting what a detector took for one line, by the ink in its box."""

import numpy as np
import pytest
from PIL import Image

from model.sight.ocr import as_pixels
from model.sight.parts import ink_size, is_blank, parts
from model.sight.text_line import PixelBox
from tests.model.sight.screens import blank, write

WHOLE = PixelBox(0, 0, 300, 120)


def screen(*words: tuple[str, int, int], points: int = 16) -> Image.Image:
    image = blank((300, 120))
    for text, x, y in words:
        write(image, text, x, y, points)
    return image


def parted(image: Image.Image, box: PixelBox = WHOLE) -> list[PixelBox]:
    return parts(as_pixels(image), box)


def test_a_wide_gap_parts_and_a_space_does_not() -> None:
    first, second = parted(screen(("Save as", 10, 10), ("Delete", 150, 10)), PixelBox(5, 8, 250, 32))
    assert first.x2 < 90
    assert second.x1 > 140


def test_a_tall_box_is_cut_to_the_ink() -> None:
    (part,) = parted(screen(("清空", 100, 40)))
    assert 18 <= part.height <= 26


@pytest.mark.parametrize("words", [("清空", "回复"), ("Copy", "Paste")])
def test_words_above_each_other_are_two(words: tuple[str, str]) -> None:
    upper, lower = parted(screen((words[0], 100, 20), (words[1], 100, 60)))
    assert upper.y2 < lower.y1


@pytest.mark.parametrize("word", ["二", "三", "Äpfel", "i", "=", "Über: öffnen"])
@pytest.mark.parametrize("points", [12, 16, 40])
def test_strokes_and_accents_are_no_words(word: str, points: int) -> None:
    assert len({part.y1 for part in parted(screen((word, 20, 20), points=points))}) == 1


def test_a_margin_stays_inside_the_box() -> None:
    image = screen(("Tight", 50, 40))
    (loose,) = parted(image)
    assert parted(image, loose) == [loose]


@pytest.mark.parametrize("thick", [1, 2, 5])
def test_a_rule_across_the_screen_is_not_made_longer_than_a_line_of_text(thick: int) -> None:
    pixels = np.full((60, 1200, 3), 255, np.uint8)
    pixels[30 : 30 + thick] = 0
    (part,) = parts(pixels, PixelBox(0, 10, 1200, 50))
    assert part.width <= 40 * part.height
    (low,) = parts(pixels, PixelBox(0, 24, 1200, 40))
    assert low == PixelBox(0, 24, 1200, 40), "it is never taller than what the detector found"


def test_nothing_written_is_the_box_itself() -> None:
    assert parted(blank((300, 120))) == [WHOLE]
    assert parted(blank((300, 120)), PixelBox(5, 5, 5, 20)) == []


def test_the_size_of_the_ink_is_that_of_the_drawing() -> None:
    pixels = np.full((50, 50, 3), 255, np.uint8)
    pixels[10:20, 5:35] = 0
    assert ink_size(pixels, PixelBox(0, 0, 50, 50)) == (30, 10)
    assert is_blank(pixels, PixelBox(40, 0, 50, 50))
