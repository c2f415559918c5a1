"""What misses have in common is named, on three screen sizes; what have nothing in common is not."""

import pytest

from tests.ui.aim import shooters
from tests.ui.aim.shooters import Aim, thousandths
from ui.aim.faults import find_fault
from ui.aim.sheet import sheets
from ui.aim.shots import Shot, Spot

SIZES = ((1280, 800), (1920, 1080), (640, 800))
THOUSANDTHS = (1000, 1000)


def shots(aim: Aim, size: tuple[int, int], canvas: tuple[int, int] = THOUSANDTHS, astray: Spot = (0, 0)) -> list[Shot]:
    """Return shots as a trial makes them, pressed where the answer is read to point."""
    made: list[Shot] = []
    laid = sheets(size, 16)
    for number, sheet in enumerate(laid):
        before = laid[number - 1].wanted if number % 2 else None
        said = aim(sheet.wanted, sheet, before)
        x, y = (said[axis] / canvas[axis] * size[axis] + astray[axis] for axis in (0, 1))
        read = all(0 <= value <= most for value, most in zip(said, canvas, strict=True))
        area = before.area if before else None
        made.append(Shot(sheet.wanted, size, canvas, said, (x, y) if read else None, area, "" if read else "no box"))
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("aim", "name"),
    [
        (shooters.swapped, "swapped axes"),
        (shooters.pixels, "wrong canvas"),
        (shooters.halved_in_history, "half-size screenshot taken for the screen"),
        (shooters.the_one_before, "half-size screenshot taken for the screen"),
        (shooters.a_monitor_off, "off by one monitor"),
        (shooters.over_both_monitors, "off by one monitor"),
    ],
)
def test_a_fault_is_named(aim: Aim, name: str, size: tuple[int, int]) -> None:
    fault = find_fault(shots(aim, size), monitors=2)
    assert fault is not None
    assert fault.name == name


@pytest.mark.parametrize("size", SIZES)
def test_a_model_that_points_right_has_none(size: tuple[int, int]) -> None:
    made = shots(thousandths, size)
    assert all(shot.hit for shot in made)
    assert find_fault(made, monitors=2) is None


@pytest.mark.parametrize("size", SIZES)
def test_a_model_that_just_aims_badly_has_none(size: tuple[int, int]) -> None:
    assert find_fault(shots(shooters.anywhere, size), monitors=2) is None


def test_a_canvas_is_named_by_what_it_is() -> None:
    size, canvas = (1280, 800), (1288, 812)
    told = find_fault(shots(thousandths, size, canvas))
    assert told is not None
    assert "count to thousandths" in told.sentence
    assert "1288x812" in told.sentence
    resized = find_fault(shots(shooters.four_fifths, size))
    assert resized is not None
    assert "about 1024x640" in resized.sentence


def test_pixels_of_a_half_size_screenshot_are_no_other_canvas() -> None:
    fault = find_fault(shots(shooters.half_of_it, (1280, 800), (1280, 800)))
    assert fault is not None
    assert fault.name == "half-size screenshot taken for the screen"


def test_presses_that_go_astray_are_no_fault_of_the_model() -> None:
    fault = find_fault(shots(thousandths, (1280, 800), astray=(-1280, 0)), monitors=2)
    assert fault is not None
    assert fault.name == "presses go astray"
    assert "(-1280, 0)" in fault.sentence
