"""Boxes, values and what folds: each step's effect is looked at before the next."""

from model.reader.plan import Check, Expand, Select, SetValue, Target, Type
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene
from tests.model.sight.screens import line


def box(y: float, label: str, *, on: bool = False) -> Element:
    return Element(Kind.CHECKBOX, PixelBox(0, y, 20, y + 20), label=label, checked=on)


def test_boxes_are_ticked_one_by_one_and_those_that_are_so_already_are_left() -> None:
    plan = [Check((Target("Ham"), Target("Eggs"), Target("Tea")))]
    actions = follow(
        plan,
        scene(box(0, "Ham"), box(50, "Eggs", on=True), box(100, "Tea")),
        scene(box(0, "Ham", on=True), box(50, "Eggs", on=True), box(100, "Tea")),
        scene(box(0, "Ham", on=True), box(50, "Eggs", on=True), box(100, "Tea", on=True)),
    )
    assert kinds(actions) == ["click", "click", "done"]
    assert spots(actions)[:2] == [(0, 0), (0, 100)]


def test_a_box_that_stays_as_it_was_is_tried_again_then_by_the_keyboard_and_then_told() -> None:
    actions = follow([Check((Target("Ham"),))], *[scene(box(0, "Ham"), lines=[line("Ham", 30, 0)])] * 7)
    assert kinds(actions) == ["click", "wait", "click", "wait", "press_keys", "wait", "infeasible"]
    assert "its effect is not to be seen" in actions[-1]["reason"]


def test_all_boxes_are_unticked() -> None:
    plan = [Select(which="none")]
    actions = follow(plan, scene(box(0, "Ham", on=True), box(50, "Tea")), scene(box(0, "Ham"), box(50, "Tea")))
    assert kinds(actions) == ["click", "done"]


def test_nothing_is_clicked_where_nothing_is_selected_already() -> None:
    assert kinds(follow([Select(which="none")], scene(box(0, "Ham"), box(50, "Tea")))) == ["done"]


def test_a_value_that_nothing_there_takes_is_looked_for_again_and_then_told() -> None:
    plan = [SetValue(Target("Parcels"), "3")]
    words = scene(lines=[line("Parcels")])
    assert kinds(follow(plan, words, words, words)) == ["wait", "wait", "infeasible"]
    field = scene(Element(Kind.FIELD, PixelBox(0, 0, 200, 30), label="Parcels"))
    assert kinds(follow(plan, words, field)) == ["wait", "input_text"]


def test_a_value_is_written_into_a_spinner_and_read_there() -> None:
    plan = [SetValue(Target("Copies"), "7")]
    before, after = at(Kind.SPINNER, 0, 0, "1", label="Copies"), at(Kind.SPINNER, 0, 0, "7", label="Copies")
    actions = follow(plan, scene(before), scene(after))
    assert kinds(actions) == ["input_text", "done"]
    assert actions[0]["override"] is True


def test_a_value_that_does_not_show_is_not_done() -> None:
    before = at(Kind.SPINNER, 0, 0, "1", label="Copies")
    plan = [SetValue(Target("Copies"), "700000")]
    assert kinds(follow(plan, *[scene(before)] * 7))[-1] == "infeasible"


def test_a_section_that_is_open_already_is_left_and_a_closed_one_is_opened() -> None:
    closed = at(Kind.BUTTON, 0, 0, "Details", expanded=False)
    opened = at(Kind.BUTTON, 0, 0, "Details", expanded=True)
    assert kinds(follow([Expand(Target("Details"))], scene(opened))) == ["done"]
    assert kinds(follow([Expand(Target("Details"))], scene(closed), scene(opened))) == ["click", "done"]


def test_a_calendars_months_are_turned_to_the_date_and_the_day_is_picked() -> None:
    field = at(Kind.FIELD, 0, 0, label="Date")
    arrows = [at(Kind.ICON, 0, 100, name="back"), at(Kind.ICON, 300, 100, name="next")]

    def month(name: str) -> list[Element]:
        days = [Element(Kind.TEXT, PixelBox(40 * n, 200, 40 * n + 30, 220), text=str(n)) for n in (9, 10, 11)]
        return [field, *arrows, Element(Kind.TEXT, PixelBox(150, 100, 280, 120), text=name), *days]

    filled = at(Kind.FIELD, 0, 0, "10/11/2016", label="Date")
    screens = [
        scene(field),
        scene(*month("December 2016")),
        scene(*month("November 2016")),
        scene(*month("October 2016")),
    ]
    actions = follow([SetValue(Target("Date"), "10/11/2016")], *screens, scene(filled))
    assert kinds(actions) == ["click", "click", "click", "click", "done"]
    assert spots(actions)[1:4] == [(0, 100), (0, 100), (445, 205)]


def test_a_calendar_that_is_on_its_way_is_waited_for_and_one_that_stays_open_is_closed() -> None:
    field, typed = at(Kind.FIELD, 0, 0, label="Date"), at(Kind.FIELD, 0, 0, "10/11/2016", label="Date")
    month = line("December 2016", 150, 100)
    plan = [SetValue(Target("Date"), "10/11/2016")]
    actions = follow(plan, scene(field), scene(field), scene(field), scene(typed, lines=[month]), scene(typed))
    assert kinds(actions) == ["click", "wait", "input_text", "press_keys", "done"]
    assert actions[3]["keys"] == ["escape"]


def test_a_box_that_other_words_name_is_not_taken_for_ones_own() -> None:
    others = Element(Kind.CHECKBOX, PixelBox(150, 0, 170, 20), label="Eggs", checked=True)
    actions = follow([Check((Target("Ham"),))], scene(others, lines=[line("Ham", 30, 0), line("Eggs", 180, 0)]))
    assert spots(actions) == [(30, 0)]


def test_text_that_nothing_took_is_typed_into_the_only_field() -> None:
    screen = scene(at(Kind.FIELD, 0, 0), lines=[line("To: Ada", 0, 300)])
    actions = follow([Type("Thanks!")], *[screen] * 3, changes=[False, False])
    assert kinds(actions) == ["input_text", "wait", "input_text"]
    assert spots(actions) == [None, None, (0, 0)]


def test_the_field_of_a_colour_is_left_by_a_click_on_the_ground_above_it() -> None:
    plan = [SetValue(Target("Color"), "yellow")]
    before, after, black = (
        at(Kind.FIELD, 100, 300, words, label="Color:") for words in ("#ab2567", "#ffff00", "#000000")
    )
    actions = follow(plan, scene(before), scene(after), scene(after))
    assert kinds(actions) == ["input_text", "click", "done"]
    assert spots(actions)[1] == (148, 286)
    assert kinds(follow(plan, scene(before), scene(after), scene(black)))[-1] == "wait"


def test_a_letter_or_two_are_read_in_the_field_they_were_typed_in() -> None:
    plan = [Type("7", Target("Floor"))]
    empty = at(Kind.FIELD, 200, 0, label="Floor")
    seven, nine = (at(Kind.FIELD, 200, 0, text, label="Floor") for text in ("7", "9"))
    elsewhere = line("7", 600, 600)
    assert kinds(follow(plan, scene(empty), scene(seven))) == ["input_text", "done"]
    assert kinds(follow(plan, scene(empty), scene(nine, lines=[elsewhere]))) == ["input_text", "infeasible"]
    assert kinds(follow(plan, scene(empty), scene(empty, lines=[elsewhere]))) == ["input_text", "infeasible"]


def test_a_letter_typed_into_no_field_has_to_stand_somewhere() -> None:
    assert kinds(follow([Type("7")], scene(), scene(lines=[line("7", 50, 50)]))) == ["input_text", "done"]
    assert kinds(follow([Type("7")], scene(), scene(lines=[line("70", 50, 50)]))) == ["input_text", "infeasible"]
