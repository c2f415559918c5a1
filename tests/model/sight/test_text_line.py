"""Boxes and the parts of a line."""

from model.sight.text_line import PixelBox, enclosing
from tests.model.sight.screens import line


def test_a_part_of_a_line_has_the_box_of_its_characters() -> None:
    assert line("File Edit", x=100).part(5, 9) == PixelBox(150, 0, 190, 20)


def test_the_whole_of_a_line_has_its_box() -> None:
    assert line("File", x=7).part(0, 4) == PixelBox(7, 0, 47, 20)


def test_distance_is_to_the_nearest_edge() -> None:
    box = PixelBox(10, 10, 20, 20)
    assert (box.distance_to((15, 15)), box.distance_to((23, 24))) == (0, 5)


def test_boxes_that_only_touch_do_not_overlap() -> None:
    assert not PixelBox(0, 0, 10, 10).overlaps(PixelBox(10, 0, 20, 10))


def test_enclosing() -> None:
    assert enclosing([PixelBox(5, 0, 6, 1), PixelBox(0, 3, 2, 9)]) == PixelBox(0, 0, 6, 9)
