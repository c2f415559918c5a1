"""What belongs together: menu bars, rows and their cells, dialogs."""

from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.layout.arrange import in_reading_order
from model.sight.layout.dialogs import find_dialogs
from model.sight.layout.icons import name_controls
from model.sight.layout.menus import mark_menus
from model.sight.layout.rows import join_rows
from model.sight.text_line import PixelBox
from tests.model.sight.elements import control, text

SCREEN = PixelBox(0, 0, 1280, 800)


def test_a_row_with_two_usual_names_is_a_menu_bar_with_all_its_words() -> None:
    marked = mark_menus([text("File", 0), text("Edit", 60), text("Plugins", 120), text("File", 0, 400)])
    assert [e.text for e in marked if e.kind is Kind.MENU] == ["File", "Edit", "Plugins"]


def test_words_far_along_the_row_are_no_menus() -> None:
    marked = mark_menus([text("文件", 0), text("编辑", 60), text("Ada", 900)])
    assert [e.text for e in marked if e.kind is Kind.MENU] == ["文件", "编辑"]


def test_a_sentence_about_menus_is_none() -> None:
    marked = mark_menus([text("Open the file", 0), text("or edit it", 180)])
    assert all(e.kind is Kind.TEXT for e in marked)


def test_a_row_has_the_words_of_its_cells_and_gives_them_its_selection() -> None:
    row = replace(control(Kind.ROW, 0, 0, 400), selected=True)
    joined = join_rows([row, text("Ada", 10, 4), text("1815", 200, 4), text("Alan", 10, 40)])
    assert [(e.text, e.part_of, e.selected) for e in joined] == [
        ("Ada 1815", None, True), ("Ada", row.box, True), ("1815", row.box, True), ("Alan", None, False),
    ]  # fmt: skip


def test_a_cell_is_named_by_the_header_above_it() -> None:
    price, stock = (control(Kind.HEADER, x, 0, 100, words=words) for x, words in ((0, "Price"), (100, "Stock")))
    joined = join_rows([price, stock, control(Kind.CELL, 104, 60, 90, words="7")])
    assert joined[-1].label == "Stock"


def dialog_of(*elements: Element, panels: tuple[PixelBox, ...]) -> list[Element]:
    return [e for e in find_dialogs(elements, panels, SCREEN) if e.kind is Kind.DIALOG]


def test_an_area_with_an_answer_at_its_lower_end_is_a_dialog_with_a_title() -> None:
    area = PixelBox(400, 200, 800, 420)
    seen = [text("Save changes?", 520, 176), control(Kind.BUTTON, 660, 380, words="Cancel"), text("behind", 20, 20)]
    (dialog,) = dialog_of(*seen, panels=(area,))
    assert (dialog.text, dialog.box) == ("Save changes?", area._replace(y1=176))
    parts = find_dialogs(seen, [area], SCREEN)
    assert [e.part_of for e in parts] == [dialog.box, dialog.box, None, None]


def test_a_whole_window_is_no_dialog_and_a_pane_of_one_is_none_of_its_own() -> None:
    area = PixelBox(400, 200, 800, 420)
    button = control(Kind.BUTTON, 660, 380, words="OK")
    assert not dialog_of(button, panels=(SCREEN,))
    assert len(dialog_of(button, panels=(area, PixelBox(420, 300, 790, 410)))) == 1


def test_an_area_without_answers_is_no_dialog() -> None:
    button = control(Kind.BUTTON, 660, 380, words="Search flights")
    assert not dialog_of(button, panels=(PixelBox(400, 200, 800, 420),))


def test_a_button_is_called_by_the_icon_on_it_and_other_icons_stand_alone() -> None:
    button = control(Kind.BUTTON, 0, 0, 30, 30)
    icons = [replace(control(Kind.ICON, x, 6, 18, 18), name=name) for x, name in ((6, "save"), (100, "close"))]
    named = name_controls([button], icons)
    assert [(e.kind, e.name) for e in named] == [(Kind.BUTTON, "save"), (Kind.ICON, "close")]


def test_a_large_area_is_not_called_by_an_icon_somewhere_on_it() -> None:
    card = control(Kind.BUTTON, 0, 0, 400, 200)
    named = name_controls([card], [replace(control(Kind.ICON, 6, 6, 18, 18), name="save")])
    assert [e.name for e in named] == ["", "save"]


def test_reading_goes_along_rows_also_where_boxes_differ_in_height() -> None:
    elements = [text("b", 100, 3), control(Kind.FIELD, 200, 0), text("a", 0, 0), text("c", 0, 40)]
    assert [e.text for e in in_reading_order(elements)] == ["a", "b", "", "c"]


def test_a_pane_that_a_dialog_with_a_cross_of_its_own_lies_on_is_behind_it() -> None:
    pane, area = PixelBox(100, 100, 1000, 600), PixelBox(400, 200, 800, 420)
    button = control(Kind.BUTTON, 660, 380, words="关闭(C)")
    cross = replace(control(Kind.ICON, 780, 180, 14, 14), name="close")
    assert [e.box for e in dialog_of(button, cross, panels=(pane, area))] == [area]


def test_answers_side_by_side_make_a_dialog_whatever_their_buttons_pass_for() -> None:
    area = PixelBox(300, 200, 700, 400)
    spinner, tab = control(Kind.SPINNER, 310, 360, words="Help"), control(Kind.TAB, 450, 360, words="Cancel")
    assert [e.box for e in find_dialogs([spinner, tab], [area], SCREEN) if e.kind is Kind.DIALOG] == [area]
    for words in ("File", "Help"):
        shown = [spinner, control(Kind.TAB, 450, 360, words=words)]
        assert not any(e.kind is Kind.DIALOG for e in find_dialogs(shown, [area], SCREEN))
