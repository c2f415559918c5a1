"""Typing on several lines: Enter moves but the caret, so that the next line shows whether it did anything."""

from model.reader.plan import Press, Type
from tests.model.reader.acting.following import follow, kinds
from tests.model.reader.finding.scenes import scene
from tests.model.sight.screens import line

PLAN = [Type("first line"), Press(("enter",)), Type("second line")]
ONE = scene(lines=[line("first line", 5, 5)])
TWO = scene(lines=[line("first line", 5, 5), line("second line", 5, 35)])


def test_what_stands_on_a_line_of_its_own_shows_that_enter_began_one() -> None:
    actions = follow(PLAN, scene(), ONE, ONE, TWO, changes=(True, False, True))
    assert kinds(actions) == ["input_text", "press_keys", "input_text", "done"]


def test_texts_that_are_joined_show_that_it_did_not() -> None:
    joined = scene(lines=[line("first linesecond line", 5, 5)])
    assert kinds(follow(PLAN, scene(), ONE, ONE, joined, changes=(True, False, True)))[-1] == "infeasible"


def test_enter_at_the_end_of_a_plan_has_to_be_seen() -> None:
    actions = follow(PLAN[:2], scene(), ONE, ONE, ONE, changes=(True, False, False))
    assert kinds(actions) == ["input_text", "press_keys", "wait", "infeasible"]
