"""Typing: into the field that is meant; on several lines, where Enter moves but the caret, as the next line shows."""

from model.reader.plan import TEXT_AREA, Instruction, Press, Target, Type
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.looks.test_pages import PAGE, window
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line

PLAN: list[Instruction] = [Type("first line"), Press(("enter",)), Type("second line")]
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


def test_a_label_in_a_dialog_comes_before_what_stands_in_a_field_behind_it() -> None:
    behind = Element(Kind.FIELD, PixelBox(0, 0, 300, 30), text="Name")
    dialog = Element(Kind.DIALOG, PixelBox(300, 300, 700, 500), text="Rename")
    inside = Element(Kind.FIELD, PixelBox(320, 350, 620, 380))
    screen = scene(behind, dialog, inside, lines=[line("Name", 320, 325)])
    assert spots(follow([Type("Fees", Target("name"))], screen)) == [(320, 350)]


def test_words_go_into_the_field_whose_label_says_more_where_a_button_reads_just_these() -> None:
    screen = scene(at(Kind.BUTTON, 300, 0, "Find"), at(Kind.FIELD, 100, 0, label="Find what:"))
    assert spots(follow([Type("Tuesday", Target("Find"))], screen)) == [(100, 0)]
    words = scene(at(Kind.FIELD, 100, 0, label="Notes on tea"), lines=[line("Notes", 300, 0)])
    assert spots(follow([Type("Tuesday", Target("Notes"))], words)) == [(300, 0)]


def test_a_text_area_is_a_windows_page_rather_than_its_search_field() -> None:
    search = at(Kind.FIELD, 210, 725, label="Search")
    plan: list[Instruction] = [Type("note", TEXT_AREA)]
    (action,) = follow(plan, scene(at(Kind.MENU, 210, 225, "File"), search, image=window()))
    assert PixelBox(*PAGE).has((action["box_2d"][0][0] + 5, action["box_2d"][0][1] + 5))
    assert "override" not in action


def test_the_only_field_is_a_text_area_where_no_window_has_a_page() -> None:
    field = at(Kind.FIELD, 210, 225, label="Message")
    (action,) = follow([Type("note", TEXT_AREA)], scene(field))
    assert action["box_2d"][0][:2] == [210, 225]
