"""What is looked at again after a change, and what is kept."""

import numpy as np
import pytest

from model.base import GenerationStopped
from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.patchwork import Patchwork
from model.sight.text_line import PixelBox

WIDTH, HEIGHT = 900, 800


class DarkSpots:
    """Finds one control around all dark pixels of a picture, and notes where it looked."""

    def __init__(self) -> None:
        self.areas: list[PixelBox] = []

    def __call__(self, pixels: Pixels, area: PixelBox) -> list[Element]:
        self.areas.append(area)
        rows, columns = np.nonzero(pixels[:, :, 0] == 0)
        if not rows.size:
            return []
        box = PixelBox(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
        return [Element(Kind.BUTTON, box)]


def screen(*spots: PixelBox) -> Pixels:
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    for x1, y1, x2, y2 in spots:
        pixels[int(y1) : int(y2), int(x1) : int(x2)] = 0
    return pixels


FIRST, SECOND = PixelBox(20, 20, 60, 40), PixelBox(700, 700, 760, 730)


def test_the_same_screen_is_not_looked_at_again() -> None:
    known, find = Patchwork(), DarkSpots()
    assert known.turn_to(screen(FIRST), find) == known.turn_to(screen(FIRST), find)
    assert len(find.areas) == 1


def test_of_a_changed_screen_only_the_change_is_looked_at_and_the_rest_is_kept() -> None:
    known, find = Patchwork(), DarkSpots()
    known.turn_to(screen(FIRST), find)
    assert [element.box for element in known.turn_to(screen(FIRST, SECOND), find)] == [FIRST, SECOND]
    assert find.areas[-1].width < WIDTH / 4


def test_what_is_gone_is_forgotten() -> None:
    known, find = Patchwork(), DarkSpots()
    known.turn_to(screen(FIRST), find)
    assert known.turn_to(screen(), find) == []


def test_a_control_that_changed_in_part_is_looked_at_as_a_whole() -> None:
    known, find = Patchwork(), DarkSpots()
    wide = PixelBox(20, 20, 600, 40)
    known.turn_to(screen(wide), find)
    pixels = screen(wide)
    pixels[25:30, 30:40] = 90
    assert [element.box for element in known.turn_to(pixels, find)] == [wide]
    assert find.areas[-1].contains(wide)


def test_a_control_that_was_found_to_reach_beyond_the_screen_is_looked_at_within_it() -> None:
    known = Patchwork()
    areas: list[PixelBox] = []

    def find(pixels: Pixels, area: PixelBox) -> list[Element]:
        areas.append(area)
        assert pixels.size
        return [Element(Kind.BUTTON, PixelBox(-2, 0, 80, 60))]

    known.turn_to(screen(), find)
    known.turn_to(screen(FIRST), find)
    assert areas[-1].x1 == 0


def test_a_screen_of_another_size_is_looked_at_as_a_whole() -> None:
    known, find = Patchwork(), DarkSpots()
    known.turn_to(screen(FIRST), find)
    known.turn_to(screen(FIRST)[:600], find)
    assert find.areas[-1] == PixelBox(0, 0, WIDTH, 600)


def test_a_look_that_was_stopped_is_done_anew() -> None:
    known, find = Patchwork(), DarkSpots()

    def stopped(_pixels: Pixels, _area: PixelBox) -> list[Element]:
        raise GenerationStopped

    with pytest.raises(GenerationStopped):
        known.turn_to(screen(FIRST), stopped)
    assert [element.box for element in known.turn_to(screen(FIRST), find)] == [FIRST]


def test_parts_may_be_whole_rows() -> None:
    known, find = Patchwork(rows=True), DarkSpots()
    known.turn_to(screen(FIRST), find)
    known.turn_to(screen(FIRST, SECOND), find)
    assert (find.areas[-1].x1, find.areas[-1].x2) == (0, WIDTH)
    assert find.areas[-1].height < HEIGHT / 2


def test_what_was_found_beside_a_change_is_looked_at_with_its_surroundings() -> None:
    known, find = Patchwork(), DarkSpots()
    near = SECOND._replace(y1=640, y2=690)
    known.turn_to(screen(near), find)
    known.turn_to(screen(near, SECOND), find)
    assert find.areas[-1].y1 < near.y1
    assert find.areas[-1].contains(near.grown(4))
