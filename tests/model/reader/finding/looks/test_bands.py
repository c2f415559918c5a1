"""Which words begin a band of another ground, as those of a selected row do."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.reader.finding.looks.bands import begins_band
from model.sight.text_line import PixelBox

WORDS = PixelBox(120, 102, 180, 118)


def drawn(band: tuple[int, int, int, int], fill: str) -> bool:
    image = Image.new("RGB", (800, 300), "white")
    ImageDraw.Draw(image).rectangle(band, fill=fill)
    return begins_band(np.asarray(image), WORDS)


def test_the_words_of_a_selected_row_begin_a_wide_band() -> None:
    assert drawn((100, 98, 700, 122), "#308cc6")


def test_an_icon_may_come_before_the_words() -> None:
    image = Image.new("RGB", (800, 300), "white")
    ImageDraw.Draw(image).rectangle((90, 98, 700, 122), fill="#555555")
    ImageDraw.Draw(image).rectangle((104, 103, 118, 117), fill="white")
    assert begins_band(np.asarray(image), WORDS)


@pytest.mark.parametrize(
    ("band", "fill"),
    [
        ((100, 98, 700, 122), "#f8f8f8"),  # a stripe of a list
        ((110, 98, 190, 122), "#308cc6"),  # a button
        ((0, 98, 300, 122), "#308cc6"),  # words in its middle
        ((0, 0, 799, 299), "#308cc6"),  # a page
    ],
)
def test_other_words_do_not(band: tuple[int, int, int, int], fill: str) -> None:
    assert not drawn(band, fill)
