"""Things in a place, and on a side of the screen."""

import pytest

from model.reader.language.things.meaning import is_region, placed_in
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Relation, Target
from model.sight.element import Kind

LEFT = Target(most="leftmost")


def test_a_thing_is_inside_a_place_that_has_a_name() -> None:
    dialog = Target("Print", kind=Kind.DIALOG)
    assert placed_in(Target("OK"), dialog) == Target("OK", relations=(Relation("inside", dialog),))


def test_a_thing_on_a_side_is_the_one_that_stands_furthest_there() -> None:
    assert placed_in(Target("Drafts"), LEFT) == Target("Drafts", most="leftmost")


def test_on_one_side_alone_nothing_is_counted() -> None:
    with pytest.raises(InstructionError, match="cannot count"):
        placed_in(Target(kind=Kind.LINK, ordinal=2), LEFT)


def test_what_is_picked_by_its_number_is_no_side() -> None:
    assert is_region(LEFT)
    assert not is_region(Target(most="highest"))
