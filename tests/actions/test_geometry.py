import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.geometry import Rect, View
from actions.schema import Point

SCREEN = Rect(0, 0, 1920, 1080)
LEFT = Rect(-1280, 200, 1280, 1024)
POINTS = st.builds(Point, st.floats(0, 1000), st.floats(0, 1000))
RECTS = st.builds(Rect, st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(4, 4000), st.integers(4, 4000))


def whole(screen: Rect) -> View:
    return View(screen, (screen,))


def test_the_middle_of_the_screenshot_is_the_middle_of_the_screen() -> None:
    assert whole(SCREEN).pointer_at(Point(500, 500)) == (960, 540)


def test_a_second_monitor_with_a_negative_origin() -> None:
    assert View(LEFT, (SCREEN, LEFT)).pointer_at(Point(500, 500)) == (-640, 712)


def test_a_window_is_seen_where_it_stands() -> None:
    assert View(Rect(100, 50, 400, 200), (SCREEN,)).pointer_at(Point(250, 500)) == (200, 150)


@pytest.mark.parametrize(
    ("point", "at"),
    [
        (Point(0, 0), (1, 1)),
        (Point(1000, 0), (1918, 1)),
        (Point(0, 1000), (1, 1078)),
        (Point(1000, 1000), (1918, 1078)),
    ],
)
def test_corners_are_never_touched(point: Point, at: tuple[int, int]) -> None:
    assert whole(SCREEN).pointer_at(point) == at


def test_a_corner_of_an_inner_monitor_is_not_touched_either() -> None:
    desktop = Rect(-1280, 0, 3200, 1224)
    x, y = View(desktop, (SCREEN, LEFT)).pointer_at(desktop_point(desktop, -1280, 200))
    assert (x, y) == (-1279, 201)


def test_a_place_that_no_monitor_covers_becomes_the_nearest_that_one_does() -> None:
    desktop = Rect(-1280, 0, 3200, 1224)
    at = View(desktop, (SCREEN, LEFT)).pointer_at(desktop_point(desktop, -600, 50))
    assert at == (-600, 201)


def test_a_window_that_hangs_over_the_edge_is_hit_where_it_is_visible() -> None:
    view = View(Rect(1800, 500, 400, 100), (SCREEN,))
    assert view.pointer_at(Point(1000, 500)) == (1918, 550)


@given(POINTS, RECTS)
def test_every_point_lands_one_unit_inside(point: Point, screen: Rect) -> None:
    x, y = whole(screen).pointer_at(point)
    assert screen.x < x < screen.right - 1
    assert screen.y < y < screen.bottom - 1


@given(POINTS, RECTS, st.lists(RECTS, min_size=1, max_size=3))
def test_every_point_lands_on_a_monitor_that_the_view_shows(point: Point, rect: Rect, monitors: list[Rect]) -> None:
    shown = [both for monitor in monitors if (both := monitor.intersection(rect))] or [rect]
    x, y = View(rect, tuple(monitors)).pointer_at(point)
    assert any(area.x <= x < area.right and area.y <= y < area.bottom for area in shown)


@given(POINTS)
def test_thousandths_and_pointer_positions_are_inverse(point: Point) -> None:
    view = View(Rect(-100, 40, 1280, 800), (Rect(-2000, -2000, 9000, 9000),))
    back = view.thousandths_at(*view.pointer_at(point))
    assert back.x == pytest.approx(point.x, abs=2.5)
    assert back.y == pytest.approx(point.y, abs=2.5)


def test_a_rectangle_too_small_for_an_inside_still_gives_a_place() -> None:
    assert whole(Rect(5, 5, 2, 2)).pointer_at(Point(1000, 1000)) == (6, 6)


def test_rectangles_that_do_not_meet_have_no_intersection() -> None:
    assert Rect(0, 0, 10, 10).intersection(Rect(10, 0, 10, 10)) is None
    assert Rect(0, 0, 10, 10).intersection(Rect(4, 6, 10, 10)) == Rect(4, 6, 6, 4)


def desktop_point(desktop: Rect, x: int, y: int) -> Point:
    return Point((x - desktop.x) / desktop.width * 1000, (y - desktop.y) / desktop.height * 1000)
