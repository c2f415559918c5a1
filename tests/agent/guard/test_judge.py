"""What effects are judged by on a look at the screen: windows by a fake window system, words by a fake OCR."""

from threading import Event

import pytest
from PIL import ImageDraw

from actions.effects import DragTo, Drop, Effect, Keys, Launch, Pause, Point, Press, Text, Turn
from actions.geometry import Rect
from actions.policy.policy import Policy, Verdict
from actions.schema import Box
from agent.errors import Stopped
from agent.step import Observation
from model.base import COVER, GenerationStopped
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox
from tests.agent.guard.judging import (
    ASKED,
    BUTTON,
    EDITOR,
    ENTER,
    FREE,
    MAIL,
    MENU,
    VIEW,
    XTERM,
    Judging,
    Windows,
    Words,
    look_at,
    press,
    screen,
)


@pytest.mark.parametrize("effect", [press(100, 100), Point(Box.at(100, 100)), Turn("up", 1, Box.at(100, 100))])
def test_what_aims_reaches_the_window_under_its_target(effect: Effect) -> None:
    assert Judging(windows=Windows(EDITOR)).judge.judge(effect, look_at(screen())).window == "Letter"


@pytest.mark.parametrize("effect", [ENTER, Text("x")])
def test_keys_reach_the_window_with_the_focus(effect: Effect) -> None:
    assert Judging(windows=Windows(XTERM))(effect) == (Verdict.ASK, "terminal")


def test_the_wheel_turns_where_the_pointer_is() -> None:
    judging = Judging(windows=Windows(MAIL))
    assert judging.judge.judge(Turn("up", 1), judging.look).window == "Save As"


def test_a_drag_is_judged_by_both_its_ends() -> None:
    drag = DragTo(Box.at(900, 100), Box.at(100, 500))
    assert Judging(windows=Windows(right=XTERM))(drag) == (Verdict.ASK, "terminal")


def test_a_drag_is_judged_by_what_it_takes_and_by_where_it_ends() -> None:
    there, elsewhere = Box.at(200, 120), Box.at(800, 800)
    for effect in (Drop(there), DragTo(there, elsewhere), DragTo(elsewhere, there)):
        assert Judging(Words(Slide_to_pay=(150, 110, 250, 130)))(effect) == ASKED
    assert Judging(Words(Slide_to_pay=(150, 110, 250, 130)))(DragTo(elsewhere, elsewhere)) == FREE


def test_the_bound_window_is_known_by_its_id_or_its_dialogs_owner() -> None:
    policy = Policy(stay_in_window=True)
    assert Judging(policy=policy)(press(900, 100))[0] is Verdict.ALLOW
    assert Judging(policy=policy)(press(100, 100)) == (Verdict.REFUSE, "stay_in_window")


@pytest.mark.parametrize("effect", [Pause(1), Launch("mousepad")])
def test_what_has_no_place_needs_no_look(effect: Effect) -> None:
    judging = Judging()
    judging(effect)
    assert judging.words.looked_at == []  # type: ignore[attr-defined]


def test_all_that_stands_inside_a_controls_edges_counts_however_far_the_place() -> None:
    assert Judging(Words(Delete=(300, 110, 350, 130)))(press(110, 120)) == ASKED


def test_what_stands_outside_of_a_controls_edges_does_not_count() -> None:
    assert Judging(Words(Delete=(300, 145, 350, 165), Save=(200, 110, 250, 130)))(press(300, 138)) == FREE


def test_a_word_that_was_read_over_the_edge_of_two_controls_is_cut_there() -> None:
    judging = Judging(Words(Cancel=(110, 110, 170, 130), Delete=(405, 110, 470, 130)))
    assert judging(press(200, 120)) == FREE


def test_the_lines_of_one_control_make_one_label() -> None:
    judging = Judging(Words(Do_not=(220, 102, 280, 118), delete=(220, 122, 280, 138)))
    assert judging.labels(press(250, 120)) == ("Do not delete",)


def test_on_a_flat_bar_only_the_words_at_the_place_count() -> None:
    words = Words(New=(100, 500, 130, 516), Delete=(180, 500, 230, 516), Reply_to=(280, 500, 330, 516))
    assert Judging(words)(press(115, 508)) == FREE
    assert Judging(words)(press(200, 508)) == ASKED


def test_between_two_words_both_count() -> None:
    words = Words(New=(100, 500, 130, 516), Delete=(180, 500, 230, 516))
    assert Judging(words)(press(150, 508)) == ASKED


def test_an_icon_has_the_word_below_it() -> None:
    assert Judging(Words(Delete=(180, 520, 230, 536)))(press(205, 495)) == ASKED


def test_a_menus_entry_reaches_over_its_whole_row() -> None:
    words = Words(Delete=(110, 500, 160, 516), Open=(110, 530, 160, 546))
    menu = Windows(left=MENU)
    assert Judging(words, menu)(press(300, 508)) == ASKED
    assert Judging(words, menu)(press(300, 538)) == FREE


@pytest.mark.parametrize("button", ["right", "middle"])
def test_the_other_buttons_press_too(button: str) -> None:
    words, effect = Words(Delete=(110, 500, 160, 516)), Press(Box.at(130, 508), button)  # type: ignore[arg-type]
    assert Judging(words, Windows(left=MENU))(effect) == ASKED


def test_a_yes_is_judged_by_the_question_that_it_answers() -> None:
    question = Words(Yes=(150, 110, 190, 130), Delete_all_messages=(60, 40, 260, 60))
    assert Judging(question)(press(170, 120)) == ASKED
    assert Judging(Words(Yes=(150, 110, 190, 130), Show_all_messages=(60, 40, 260, 60)))(press(170, 120)) == FREE


def test_words_in_a_text_field_are_no_label() -> None:
    judging = Judging(Words(Delete_me=(110, 110, 170, 130)))
    judging.windows.i_beam = True
    assert judging(press(140, 120)) == FREE
    (spot,) = judging.hovered
    assert spot[0] > 170 - 1000  # beside the words, where a button is no I-beam


def test_words_that_are_no_text_field_stay_a_label_after_the_look_at_the_pointer() -> None:
    judging = Judging(Words(Delete_me=(110, 110, 170, 130)))
    assert judging(press(140, 120)) == ASKED
    assert judging.hovered


@pytest.mark.parametrize("effect", [ENTER, Text(" "), Keys(("space",)), Keys(("d",)), Keys(("alt", "d")), Text("d")])
def test_without_a_caret_keys_may_press_anything_in_the_window(effect: Effect) -> None:
    words = Words(Cancel=(20, 900, 70, 920), Delete=(220, 900, 270, 920))
    assert Judging(words)(effect) == ASKED


def test_what_stands_in_another_window_is_not_pressed_by_keys() -> None:
    assert Judging(Words(Delete=(700, 900, 760, 920)))(ENTER) == FREE


def test_what_stands_in_an_open_menu_of_the_application_is() -> None:
    windows = Windows()
    windows.menus = (Rect(-400, 800, 300, 200),)
    assert Judging(Words(Delete=(700, 900, 760, 920)), windows)(ENTER) == ASKED


def test_a_control_that_looks_otherwise_than_the_model_saw_it_is_stale() -> None:
    judging, seen = Judging(), screen(BUTTON)
    ImageDraw.Draw(seen).text((300, 110), "Save", fill="black")
    assert judging.judge.stale(press(110, 120), judging.look, Observation(seen, VIEW))
    assert not judging.judge.stale(press(110, 120), judging.look, Observation(screen(BUTTON), VIEW))


def test_what_changed_elsewhere_is_not() -> None:
    judging, seen = Judging(), screen(BUTTON)
    ImageDraw.Draw(seen).text((300, 310), "12:05", fill="black")
    assert not judging.judge.stale(press(110, 120), judging.look, Observation(seen, VIEW))


def test_a_caret_and_our_own_windows_are_no_change() -> None:
    judging, seen = Judging(), screen(BUTTON)
    ImageDraw.Draw(seen).line((120, 112, 120, 128), fill="black")
    ImageDraw.Draw(seen).rectangle((200, 90, 500, 400), fill=COVER)
    assert not judging.judge.stale(press(110, 120), judging.look, Observation(seen, VIEW))


def test_keys_are_stale_when_another_window_has_the_focus_by_now() -> None:
    judging = Judging(windows=Windows(MAIL))
    assert not judging.judge.stale(ENTER, judging.look, Observation(screen(), VIEW, focused=1))
    assert judging.judge.stale(ENTER, judging.look, Observation(screen(), VIEW, focused=2))


def test_a_stop_while_reading_is_a_stop() -> None:
    class Interrupted(Words):
        def boxes(self, pixels: Pixels, area: PixelBox, stop: Event, at: PixelBox | None = None) -> list[PixelBox]:
            raise GenerationStopped

    with pytest.raises(Stopped):
        Judging(Interrupted(Save=(200, 110, 250, 130)))(press(110, 120))
