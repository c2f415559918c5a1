"""Pieces of a text: words, and what is none."""

from model.reader.finding.named.pieces import piece_of
from model.reader.plan import Relation, Target
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.finding.scenes import scene
from tests.model.sight.screens import line

AREA = Element(Kind.FIELD, PixelBox(0, 0, 400, 200))
LAST = Target(part="word", ordinal=-1, relations=(Relation("inside", Target(kind=Kind.FIELD)),))


def test_a_mark_in_the_corner_of_a_text_area_is_not_its_last_word() -> None:
    prose = [line("convallis morbi", 10, 40), line("sem.", 10, 70)]
    assert piece_of(LAST, scene(AREA, lines=[*prose, line("4", 370, 170)])).text == "sem."


def test_a_letter_at_the_end_of_a_text_is_a_word() -> None:
    prose = [line("convallis morbi", 10, 40), line("a", 10, 70)]
    assert piece_of(LAST, scene(AREA, lines=prose)).text == "a"
