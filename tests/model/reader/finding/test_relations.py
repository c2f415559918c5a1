"""How far a place is in the way that a relation says: on the way before beside it, and never what the anchor is in."""

import pytest

from model.reader.finding.relations import away
from model.reader.plan import Relating
from model.sight.text_line import PixelBox

NAME = PixelBox(77, 311, 125, 336)  # words as they are read: a little larger than the row
ITS_CELL = PixelBox(80, 312, 171, 333)


def test_the_cell_on_the_line_comes_before_those_of_the_neighbouring_rows() -> None:
    rows = [PixelBox(170, y, 260, y + 21) for y in (292, 312, 332)]
    above, beside, below = (away("right of", row, NAME) for row in rows)
    assert beside is not None
    assert above is not None
    assert below is not None
    assert beside < min(above, below)


def test_the_cell_that_words_stand_in_is_not_beside_them_nor_is_the_one_over_it() -> None:
    assert away("right of", ITS_CELL, NAME) is None
    assert away("right of", PixelBox(80, 292, 171, 313), NAME) is None


@pytest.mark.parametrize(
    ("how", "box"),
    [
        ("above", PixelBox(70, 280, 400, 300)),
        ("below", PixelBox(70, 340, 400, 370)),
        ("left of", PixelBox(20, 315, 60, 335)),
        ("right of", PixelBox(130, 300, 400, 345)),
    ],
)
def test_what_is_on_the_way_is_as_far_as_the_gap_however_large_it_is(how: Relating, box: PixelBox) -> None:
    gaps = {"above": 11, "below": 4, "left of": 17, "right of": 5}
    assert away(how, box, NAME) == gaps[how]
