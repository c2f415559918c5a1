"""Which words stand in which control, and what is a part of another control."""

from model.sight.element import Kind
from model.sight.layout.inside import hold_words, with_selections, without_parts, without_sections
from model.sight.text_line import PixelBox
from tests.model.sight.elements import control, text


def test_the_words_in_a_button_are_its_text_and_no_element_of_their_own() -> None:
    button = control(Kind.BUTTON, 0, 0)
    assert [(e.kind, e.text) for e in hold_words([text("Save", 30, 4)], [button])] == [(Kind.BUTTON, "Save")]


def test_words_of_several_lines_stay_elements_as_parts_of_their_field() -> None:
    area = control(Kind.FIELD, 0, 0, 300, 100)
    held = hold_words([text("one", 5, 5), text("two", 5, 30)], [area])
    assert [(e.text, e.part_of) for e in held] == [("one", area.box), ("two", area.box), ("one two", None)]


def test_words_belong_to_the_innermost_control() -> None:
    outer, inner = control(Kind.FIELD, 0, 0, 400, 40), control(Kind.BUTTON, 300, 5, 90)
    held = {e.kind: e.text for e in hold_words([text("Go", 320, 9)], [outer, inner])}
    assert held == {Kind.FIELD: "", Kind.BUTTON: "Go"}


def test_words_beside_a_control_are_free() -> None:
    assert [e.text for e in hold_words([text("Name", 200, 0)], [control(Kind.FIELD, 0, 0)])] == ["Name", ""]


def test_a_link_reaches_as_far_as_its_words() -> None:
    (link,) = hold_words([text("Read more", 0, 0)], [control(Kind.LINK, 2, 2, 84, 16)])
    assert link.box == PixelBox(0, 0, 90, 20)


def test_the_arrows_of_a_spinner_are_no_buttons() -> None:
    spinner, arrow = control(Kind.SPINNER, 0, 0), control(Kind.BUTTON, 100, 2, 18, 12)
    assert without_parts([spinner, arrow]) == [spinner]


def test_a_section_of_a_menu_is_no_spinner() -> None:
    spinner, drop_down = control(Kind.SPINNER, 0, 0, 300, 100), control(Kind.DROPDOWN, 0, 200, 300, 26)
    words = [text("Open...", 5, 5), text("Open Recent", 5, 30), text("Paper", 5, 203), text("A4", 200, 204)]
    assert without_sections([spinner, drop_down], words) == [drop_down]


def test_selected_text_that_passes_for_a_cell_belongs_to_the_field_around_it() -> None:
    selected, rest = control(Kind.HEADER, 8, 1, 90, words="Members"), control(Kind.FIELD, 96, 0, 200, 30)
    (field,) = with_selections([selected, rest])
    assert (field.kind, field.text, field.box) == (Kind.FIELD, "Members", PixelBox(8, 0, 296, 30))


def test_a_cell_of_a_row_and_a_field_that_reads_otherwise_stay_themselves() -> None:
    row = [control(Kind.CELL, 0, 0, 90), control(Kind.CELL, 90, 0, 90, words="a"), control(Kind.FIELD, 180, 0)]
    other = [control(Kind.CELL, 0, 90, 90, words="a"), control(Kind.FIELD, 90, 90, words="b")]
    assert with_selections(row) == row
    assert with_selections(other) == other


def test_what_passes_for_a_button_and_holds_rows_and_controls_is_no_button() -> None:
    frame, ok, no = control(Kind.BUTTON, 0, 0, 300, 150), control(Kind.BUTTON, 10, 110), control(Kind.TAB, 150, 110)
    words = [text("Name", 10, 10), text("OK", 40, 114), text("No", 180, 114)]
    assert without_sections([frame, ok, no], words) == [ok, no]
    assert without_sections([frame, ok], words[:2]) == [frame, ok]
