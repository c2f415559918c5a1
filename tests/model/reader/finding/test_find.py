"""Which of several places a target means, by words alone."""

from collections.abc import Sequence
from threading import Event

import pytest

from model.reader.finding.find import Found, NotFoundError, find_one
from model.reader.plan import Target
from model.reader.scene import Point, Scene
from model.reader.statement import Said
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import FakeSight, blank, line


def choose(
    target: Target, lines: Sequence[TextLine], near: Point | None, said: Said | None = None, tried: int = 0
) -> Found | None:
    scene = Scene(blank(), FakeSight(lines), Event(), lambda _: None, said or Said())
    scene.near = near
    try:
        return find_one(target, scene, tried)
    except NotFoundError:
        return None


TWO = [line("OK", 0, 0), line("OK", 500, 500)]


def test_an_exact_line_is_better_than_words_in_a_longer_one() -> None:
    choice = choose(Target("Save"), [line("Save As..."), line("Save", 0, 100)], None)
    assert choice
    assert choice.place.box.y1 == 100


def test_among_equals_the_first_is_taken_and_the_reason_said() -> None:
    choice = choose(Target("OK"), TWO, None)
    assert choice
    assert (choice.place.box.y1, choice.why) == (0, "2 places fit; I take the first.")


def test_among_equals_the_one_nearest_to_the_last_action_is_taken() -> None:
    choice = choose(Target("OK"), TWO, (600, 600))
    assert choice
    assert choice.place.box.y1 == 500


def test_among_equals_the_one_in_a_dialog_lies_in_front() -> None:
    dialog = Element(Kind.DIALOG, PixelBox(400, 300, 800, 600))
    shown = scene(at(Kind.BUTTON, 10, 10, "OK"), dialog, at(Kind.BUTTON, 600, 500, "OK"))
    shown.near = (0.0, 0.0)
    assert find_one(Target("OK"), shown).place.area.y1 == 500


def test_ordinals_count_in_reading_order() -> None:
    second, last, third = (choose(Target("OK", ordinal), TWO, None) for ordinal in (2, -1, 3))
    assert second
    assert last
    assert (second.place.box.y1, last.place.box.y1, third) == (500, 500, None)


def test_a_menu_is_looked_for_in_the_menu_bar() -> None:
    lines = [line("File", 300, 0), line("File Edit View Help", 0, 30), line("File", 0, 60)]
    choice = choose(Target("File", where="menu bar"), lines, None)
    assert choice
    assert choice.place.box.y1 == 30


def test_a_menu_in_boxes_of_its_own_is_found_in_its_row() -> None:
    lines = [line("文件", 0, 0), line("文件(F)", 0, 30), line("编辑(E)", 100, 32)]
    choice = choose(Target("文件", where="menu bar"), lines, None)
    assert choice
    assert choice.place.box.y1 == 30


def test_without_a_menu_bar_a_menu_is_any_text() -> None:
    choice = choose(Target("Start", where="menu bar"), [line("Start")], None)
    assert choice


def test_an_entry_of_a_menu_is_the_one_near_the_menu() -> None:
    lines = [line("Find", 900, 900), line("Find", 30, 60)]
    choice = choose(Target("Find", where="menu"), lines, (40, 10))
    assert choice
    assert choice.place.box.y1 == 60


def test_after_a_place_without_effect_the_next_best_is_taken_once() -> None:
    choices = [choose(Target("OK"), TWO, (0, 0), tried=tried) for tried in (1, 2)]
    assert [choice.place.box.y1 for choice in choices if choice] == [500, 500]


def test_no_worse_likeness_is_tried_instead() -> None:
    choice = choose(Target("Save"), [line("Save"), line("Save As...", 0, 100)], None, tried=1)
    assert choice
    assert choice.place.text == "Save"


def test_within_sentences_the_case_counts() -> None:
    choice = choose(Target("In"), [line("in the sea"), line("Land In sight", 0, 100)], None)
    assert choice
    assert choice.place.box.y1 == 100


def test_the_goal_itself_is_not_chosen() -> None:
    assert choose(Target("OK"), [line("Click OK.")], None, Said("Click OK.")) is None


def test_what_is_not_there_is_not_chosen() -> None:
    assert choose(Target("Foo"), TWO, None) is None


def test_the_only_button_of_a_form_sends_it_off_in_its_own_word() -> None:
    form = scene(at(Kind.FIELD, 0, 0, "ada", label="Name"), at(Kind.BUTTON, 0, 100, "OK"))
    with pytest.raises(NotFoundError):
        find_one(Target("login"), form)
    form.typed_in = PixelBox(0, 0, 100, 30)
    assert find_one(Target("login"), form).place.box.y1 == 100


@pytest.mark.parametrize("others", [["Cancel"], ["OK", "Cancel"]])
def test_another_button_or_one_of_several_sends_nothing_off(others: list[str]) -> None:
    form = scene(*[at(Kind.BUTTON, 0, 50 * n, name) for n, name in enumerate(others)])
    form.typed_in = PixelBox(200, 0, 300, 30)
    with pytest.raises(NotFoundError):
        find_one(Target("login"), form)
