"""Which element a text and a kind mean."""

from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.query import find
from model.sight.text_line import PixelBox
from tests.model.sight.elements import control, text


def first(elements: list[Element], words: str, kind: Kind | None = None) -> Element:
    return find(elements, words, kind)[0].element


def test_a_control_goes_before_a_sentence_that_mentions_it() -> None:
    sentence, button = text("Press Save to go on"), control(Kind.BUTTON, 0, 100, words="Save")
    assert first([sentence, button], "save") is button


def test_a_box_to_tick_is_meant_by_the_words_that_name_it() -> None:
    box = replace(control(Kind.CHECKBOX, 0, 0, 14, 14), label="Wrap lines")
    assert first([text("Wrap lines", 20), box], "Wrap lines") is box


def test_words_that_name_a_field_are_meant_unless_a_field_is_asked_for() -> None:
    label, field = text("Name:"), replace(control(Kind.FIELD, 100, 0), label="Name:")
    assert first([label, field], "Name") is label
    assert first([label, field], "Name", Kind.FIELD) is field


def test_what_stands_in_a_field_does_not_name_it_before_its_label() -> None:
    named = replace(control(Kind.FIELD, 0, 100), label="Name")
    holding = replace(control(Kind.FIELD, 0, 0, words="Name"), label="Title")
    assert first([holding, named], "Name", Kind.FIELD) is named


def test_who_says_field_may_mean_a_spinner_but_a_field_goes_first() -> None:
    spinner, field = (replace(control(kind, 0, 0), label="Count") for kind in (Kind.SPINNER, Kind.FIELD))
    assert [found.element.kind for found in find([spinner, field], "Count", Kind.FIELD)] == [Kind.FIELD, Kind.SPINNER]


def test_an_icon_is_meant_by_all_that_people_call_it() -> None:
    icon = replace(control(Kind.ICON, 0, 0, 20, 20), name="settings")
    assert first([icon], "gear") is icon
    assert first([icon], "设置", Kind.ICON) is icon
    assert not find([icon], "close")


def test_the_words_alone_are_where_to_click_in_a_longer_line() -> None:
    (found,) = find([text("Chair 700.60 957")], "700.60")
    assert found.box == PixelBox(60, 0, 120, 20)


def test_what_stands_in_a_dialog_goes_before_the_same_words_behind_it() -> None:
    behind, inside = control(Kind.MENU, 0, 0, words="Help"), control(Kind.BUTTON, 410, 380, words="Help")
    dialog = Element(Kind.DIALOG, PixelBox(400, 200, 800, 420), text="Help")
    assert first([behind, inside, dialog], "Help") is inside


def test_a_kind_alone_means_all_of_it() -> None:
    boxes = [control(Kind.CHECKBOX, x, 0, 14, 14) for x in (0, 50)]
    assert [found.element for found in find([text("a"), *boxes], kind=Kind.CHECKBOX)] == boxes


def icon(name: str, x: float, *may_show: tuple[str, float]) -> Element:
    return replace(control(Kind.ICON, x, 0), name=name, may_show=may_show)


def test_an_icon_is_meant_by_what_it_shows_before_what_another_may_show() -> None:
    floppy, tray = icon("save", 100, ("save", 0.5)), icon("download", 0, ("download", 0.6), ("save", 0.3))
    assert first([tray, floppy], "save", Kind.ICON) is floppy


def test_where_none_is_called_so_the_likeliest_icon_is_meant() -> None:
    less, more = icon("down", 0, ("down", 0.7), ("save", 0.2)), icon("", 100, ("print", 0.3), ("save", 0.25))
    assert [found.element for found in find([less, more], "the save icon", Kind.ICON)] == [more, less]


def test_of_several_that_show_it_the_surest_is_meant() -> None:
    title_bar, tool_bar = icon("close", 0, ("close", 0.7)), icon("close", 100, ("close", 0.9))
    assert first([title_bar, tool_bar], "close", Kind.ICON) is tool_bar


def test_an_icon_that_shows_something_else_is_not_meant() -> None:
    assert find([icon("down", 0, ("down", 0.8))], "save", Kind.ICON) == []
