"""What parts two things above each other, on drawn cards."""

import numpy as np
import pytest
from PIL import ImageDraw

from model.reader.finding.find import NotFoundError, find_one
from model.reader.finding.looks.rules import is_parted
from model.reader.plan import Relation, Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import blank, line

UPPER, LOWER = PixelBox(50, 50, 200, 70), PixelBox(150, 150, 300, 170)


def parted_by(box: tuple[int, int, int, int], colour: str) -> bool:
    image = blank()
    ImageDraw.Draw(image).rectangle(box, colour)
    return is_parted(np.asarray(image), UPPER, LOWER)


def test_a_line_from_end_to_end_parts() -> None:
    assert parted_by((40, 100, 320, 102), "#dddddd")


def test_what_is_drawn_between_and_a_line_beside_part_nothing() -> None:
    assert not parted_by((100, 90, 220, 120), "black")
    assert not parted_by((320, 100, 600, 102), "black")


def cards(*, parted: bool) -> Scene:
    """Return two cards, of which only the lower one shows its bell."""
    image = blank()
    if parted:
        ImageDraw.Draw(image).rectangle((0, 100, 999, 102), "#cccccc")
    bell = at(Kind.ICON, 20, 160, name="notifications")
    return scene(bell, lines=[line("Ada", 20, 20), line("Bob", 20, 120)], image=image)


def test_an_icon_below_a_line_is_not_in_the_row_above_it() -> None:
    def bell_of(name: str) -> Target:
        return Target("notifications", kind=Kind.ICON, relations=(Relation("in the row of", Target(name)),))

    assert find_one(bell_of("Bob"), cards(parted=True)).place.box.y1 == 160
    assert find_one(bell_of("Ada"), cards(parted=False)).place.box.y1 == 160
    with pytest.raises(NotFoundError):
        find_one(bell_of("Ada"), cards(parted=True))
