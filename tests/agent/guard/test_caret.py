"""What has the focus, and what keys do there: by the agent's own click, a blinking caret, or an application's word."""

from collections.abc import Iterator

import pytest
from PIL import ImageDraw

from actions.effects import Effect, Keys, Launch, Pause, Press, Text
from actions.geometry import Rect
from actions.policy.policy import Verdict
from actions.schema import Box
from agent.screen.look import Look
from agent.windows.accessibility import Control, TextField
from tests.agent.guard.judging import ASKED, BUTTON, ENTER, FREE, VIEW, Judging, Words, look_at, press, screen


def test_after_its_own_click_into_text_the_agent_knows_the_caret() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.windows.at = (-880, 120)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW
    assert judging(Keys(("delete",)))[0] is Verdict.ALLOW


@pytest.mark.parametrize(
    "moved", [Keys(("tab",)), Keys(("down",)), Keys(("ctrl", "l")), Text("a\t"), Press(Box.at(900, 900)), Launch("x")]
)
def test_what_may_move_the_focus_ends_that_knowledge(moved: Effect) -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.judge.note(moved, VIEW)
    judging.windows.at = (-880, 120)
    assert judging(Text("abc d")) == ASKED


def test_what_the_person_did_since_ends_it_too() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.windows.at = (-880, 120)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW
    judging.control.person_acted()  # it may have been Tab
    judging.control.hand_back()
    assert judging(Text("abc d")) == ASKED


def blinking(*outlines: tuple[int, int, int, int]) -> Iterator[Look]:
    """Show a caret that goes and comes, and a bar that grows beside it."""
    for n in range(100):
        image = screen(*outlines)
        ImageDraw.Draw(image).rectangle((10, 300, 20 + n, 310), fill="blue")
        if n % 8 < 4:
            ImageDraw.Draw(image).line((120, 112, 120, 128), fill="black")
        yield look_at(image)


def test_a_blinking_caret_is_evidence_whatever_else_moves() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)), patience=30)
    judging.shown = blinking(BUTTON)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW


def test_enter_in_a_field_presses_the_forms_button() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)), patience=30)
    judging.shown = blinking(BUTTON)
    assert judging(ENTER) == ASKED


def test_enter_in_a_text_area_begins_a_new_line() -> None:
    area = (50, 50, 450, 800)
    judging = Judging(Words(Delete=(220, 900, 270, 920), Delete_this=(100, 400, 200, 420)), patience=30)
    judging.look = look_at(screen(area, words=judging.words))
    judging.shown = blinking(area)
    assert judging(ENTER)[0] is Verdict.ALLOW
    judging.shown = blinking(area)
    assert judging(Keys(("ctrl", "enter"))) == ASKED


@pytest.mark.parametrize("effect", [ENTER, Text(" "), Keys(("space",))])
def test_the_name_of_the_control_with_the_focus_is_a_label_though_none_is_read(effect: Effect) -> None:
    judging = Judging()
    judging.accessibility.element = Control(("", "Delete"))
    assert judging(effect) == ASKED
    judging.accessibility.element = Control(("Add",))
    assert judging(effect)[0] is Verdict.ALLOW


def test_what_is_read_counts_beside_that_name() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.accessibility.element = Control(("Add",))
    assert judging(Keys(("alt", "d"))) == ASKED


def test_no_caret_is_seen_where_a_control_is_said_to_have_the_focus() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)), patience=30)
    judging.windows.i_beam = True
    judging.judge.note(press(120, 120), VIEW)
    judging.windows.at = (-880, 120)
    judging.accessibility.element = Control(("Add",))
    assert judging(Text("abc d")) == ASKED


def told_field(place: tuple[int, int, int, int], multi_line: bool = False) -> TextField:
    """Tell of a field at a place in pixels."""
    x1, y1, x2, y2 = place
    return TextField(Rect(x1 - 1000, y1, x2 - x1, y2 - y1), multi_line)


def test_a_field_that_is_said_to_have_the_focus_has_a_caret_without_looking_for_one() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.shown = iter(())
    judging.accessibility.element = told_field(BUTTON)
    assert judging(Text("abc d"))[0] is Verdict.ALLOW
    assert judging(Keys(("delete",)))[0] is Verdict.ALLOW


def test_an_open_menu_takes_the_keys_whatever_is_said() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.accessibility.element = told_field(BUTTON)
    judging.windows.menus = (Rect(-400, 800, 300, 200),)
    assert judging(Text("abc d")) == ASKED


def test_enter_in_such_a_field_presses_the_forms_button_and_not_the_fields_own_text() -> None:
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.accessibility.element = told_field(BUTTON)
    assert judging(ENTER) == ASKED
    judging = Judging(Words(Delete=(220, 110, 270, 130)))
    judging.accessibility.element = told_field(BUTTON)
    assert judging(ENTER) == FREE


def test_a_field_is_only_where_its_edges_are_seen_too() -> None:
    judging = Judging(Words(Delete=(220, 110, 270, 130)))
    judging.accessibility.element = told_field((100, 20, 400, 260))  # scrolled behind what is seen there
    assert judging(ENTER) == ASKED


def test_enter_begins_a_new_line_where_a_text_area_is_said_and_seen() -> None:
    area = (50, 50, 450, 800)
    judging = Judging(Words(Delete=(220, 900, 270, 920)))
    judging.look = look_at(screen(area, words=judging.words))
    judging.accessibility.element = told_field(area, multi_line=True)
    assert judging(ENTER)[0] is Verdict.ALLOW
    judging.accessibility.element = told_field(area)
    assert judging(ENTER) == ASKED


def test_the_application_is_asked_anew_after_what_may_move_the_focus_and_only_then() -> None:
    judging = Judging()
    for moves in (press(120, 120), Press(Box.at(900, 900), "right"), Keys(("tab",)), Keys(("ctrl", "l")), Launch("x")):
        before = judging.accessibility.moves
        judging.judge.note(moves, VIEW)
        assert judging.accessibility.moves == before + 1
    for writes in (Keys(("a",)), Keys(("ctrl", "c")), Text("abc"), Pause(1)):
        before = judging.accessibility.moves
        judging.judge.note(writes, VIEW)
        assert judging.accessibility.moves == before
