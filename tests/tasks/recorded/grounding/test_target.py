"""Rectangles and polygons, and what is none."""

import random

import pytest

from tasks.recorded.grounding.target import Polygon, box_of, from_corners, from_extent, from_flat
from tasks.recorded.steps import BadRecordError
from tests.tasks.recorded.grounding.forms import in_polygon

SIZE = (400, 300)


def test_an_extent_and_corners_make_the_same_rectangle() -> None:
    assert from_extent((10, 20, 30, 40), SIZE) == from_corners((10, 20, 40, 60), SIZE)


@pytest.mark.parametrize("box", [(50, 60, 40, 70), (10, 20, 5, 90)])
def test_corners_in_the_wrong_order_are_told(box: tuple[int, int, int, int]) -> None:
    with pytest.raises(BadRecordError, match="ends before it begins: it may give corners, or a width and a height"):
        from_corners(box, SIZE)


@pytest.mark.parametrize("box", [(401, 0, 500, 50), (0, 301, 10, 400), (-50, 0, -1, 10)])
def test_a_box_outside_the_image_is_told(box: tuple[int, int, int, int]) -> None:
    with pytest.raises(BadRecordError, match="lies outside the image of 400x300"):
        from_corners(box, SIZE)


def test_a_box_that_hangs_over_an_edge_is_as_published() -> None:
    area = from_corners((-3, 290, 50, 304), SIZE)
    assert area.contains(-2, 303)
    assert box_of(area, SIZE) == (0, 290 / 300 * 1000, 125, 1000)  # what can be drawn


@pytest.mark.parametrize("flat", [(1, 2, 3, 4), (1, 2, 3, 4, 5), (10, 10, 20, 20, 30, 30)])
def test_what_encloses_nothing_is_no_polygon(flat: tuple[int, ...]) -> None:
    with pytest.raises(BadRecordError, match="polygon"):
        from_flat(flat, SIZE)


def test_a_point_inside_is_found_in_any_polygon() -> None:
    chance = random.Random(1)
    for _ in range(300):
        flat = [chance.randrange(300) for _ in range(2 * chance.randrange(3, 9))]
        point = Polygon(tuple(zip(flat[::2], flat[1::2], strict=True))).point_inside()  # type: ignore[arg-type]
        assert point is None or in_polygon(flat, *point)


def test_a_concave_polygon_has_its_middle_outside_and_a_point_inside() -> None:
    arch = from_flat((0, 0, 100, 0, 100, 100, 80, 100, 80, 20, 20, 20, 20, 100, 0, 100), SIZE)
    assert not arch.contains(50, 50)
    inside = arch.point_inside()
    assert inside
    assert arch.contains(*inside)
