"""Which words name which control."""

from model.sight.element import Element, Kind
from model.sight.layout.labels import give_labels
from tests.model.sight.elements import control, text


def labels(*elements: Element) -> list[str]:
    return [element.label for element in give_labels(elements) if element.kind is not Kind.TEXT]


def test_the_words_to_the_left_name_a_field() -> None:
    assert labels(text("Name:", 10, 14), control(Kind.FIELD, 120, 10)) == ["Name:"]


def test_the_words_above_name_a_field_that_has_none_to_the_left() -> None:
    assert labels(text("City", 100, 10), control(Kind.FIELD, 100, 34)) == ["City"]


def test_each_of_stacked_fields_has_the_words_above_it_and_not_those_below() -> None:
    form = [
        text("Name", 100, 0), control(Kind.FIELD, 100, 22), text("City", 100, 52), control(Kind.FIELD, 100, 74),
    ]  # fmt: skip
    assert labels(*form) == ["Name", "City"]


def test_the_words_after_a_box_to_tick_name_it_and_go_on_to_the_next_box() -> None:
    row = [
        control(Kind.CHECKBOX, 0, 3, 14, 14), text("Wrap", 20), text("lines", 68),
        control(Kind.CHECKBOX, 200, 3, 14, 14), text("Numbers", 220),
    ]  # fmt: skip
    assert labels(*row) == ["Wrap lines", "Numbers"]


def test_words_of_the_next_pane_are_no_part_of_a_label() -> None:
    assert labels(control(Kind.CHECKBOX, 0, 3, 14, 14), text("Home", 20), text("draft.txt", 82)) == ["Home"]


def test_words_before_a_box_name_it_where_none_stand_after_it() -> None:
    assert labels(text("Bold", 0), control(Kind.CHECKBOX, 60, 3, 14, 14)) == ["Bold"]


def test_words_beyond_another_control_name_nothing() -> None:
    row = [text("First", 0, 4), control(Kind.FIELD, 100, 0), control(Kind.FIELD, 240, 0)]
    assert labels(*row) == ["First", ""]


def test_words_after_a_field_are_its_unit_and_name_it_where_no_others_do() -> None:
    assert labels(control(Kind.SPINNER, 0, 0), text("seconds", 122, 4)) == ["seconds"]


def test_what_opens_beside_a_menus_entry_does_not_name_it() -> None:
    assert labels(control(Kind.DROPDOWN, 0, 0, words="Recent"), text("notes.txt", 122, 4)) == [""]


def test_words_far_away_name_nothing() -> None:
    assert labels(text("Title", 0, 300), control(Kind.FIELD, 100, 0)) == [""]


def test_buttons_need_no_words_beside_them() -> None:
    assert labels(text("Note", 0, 4), control(Kind.BUTTON, 60, 0, words="OK")) == [""]
