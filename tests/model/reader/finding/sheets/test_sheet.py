"""The sheet on a screen: where cells are, what they read, which one is the current one."""

import pytest

from model.reader.address import Cells, read_cells
from model.reader.finding.find import NotFoundError, find_one
from model.reader.finding.sheets.sheet import current_cell, text_of
from model.reader.plan import Target
from model.sight.element import Kind
from tests.model.reader.finding.scenes import at, scene
from tests.model.reader.finding.sheets.drawn import cell_at, sheet
from tests.model.sight.screens import line


def cells(address: str) -> Cells:
    found = read_cells(address)
    assert found is not None
    return found


def cell(address: str) -> Target:
    return Target(address, kind=Kind.CELL)


@pytest.mark.parametrize(("address", "column", "row"), [("A1", 0, 0), ("C5", 2, 4), ("F10", 5, 9)])
def test_a_cell_stands_under_its_letter_and_beside_its_number(address: str, column: int, row: int) -> None:
    box = find_one(cell(address), sheet()).place.box
    assert box.distance_to(cell_at(column, row).centre) == 0
    assert abs(box.x1 - cell_at(column, row).x1) <= 1


def test_headers_that_are_not_read_are_told_by_those_beside_them() -> None:
    screen = sheet(unread=("A", "D", "1", "5"))
    assert find_one(cell("D5"), screen).place.box.has(cell_at(3, 4).centre)
    assert find_one(cell("A1"), screen).place.box.has(cell_at(0, 0).centre)


def test_a_sheet_that_was_scrolled_is_counted_from_where_it_is() -> None:
    screen = sheet(first=(27, 100))
    assert find_one(cell("AB103"), screen).place.box.has(cell_at(1, 3).centre)


def test_what_is_not_in_view_is_told_with_what_is() -> None:
    with pytest.raises(NotFoundError) as missing:
        find_one(cell("B50"), sheet())
    assert missing.value.why == "B50 is not in view of the sheet, which shows A1 to F10"


def test_a_range_reaches_from_its_first_cell_to_its_last() -> None:
    box = find_one(cell("B2:C4"), sheet()).place.box
    assert box.has(cell_at(1, 1).centre)
    assert box.has(cell_at(2, 3).centre)
    assert not box.has(cell_at(3, 3).centre)


def test_letters_in_a_text_are_no_headers() -> None:
    prose = scene(lines=[line("A", 0, 0), line("B", 100, 0), line("Chapter 1", 0, 50), line("2", 0, 90)])
    assert prose.sheet is None


def test_a_button_that_reads_an_address_is_found_where_there_is_no_sheet() -> None:
    assert find_one(cell("A1"), scene(at(Kind.BUTTON, 40, 60, "A1"))).place.kind is Kind.BUTTON


def test_an_option_of_a_dialog_over_the_sheet_goes_first() -> None:
    screen = sheet()
    dialog, option = at(Kind.DIALOG, 400, 300), at(Kind.LIST_ITEM, 420, 300, "A4")
    screen.elements = (*screen.elements, dialog, option)
    screen.lines.append(line("A4", 425, 305))
    assert find_one(cell("A4"), screen).place.kind is Kind.LIST_ITEM


def test_a_cell_reads_what_stands_in_it() -> None:
    screen = sheet({"A1": "Item", "B2": "12.5"})
    assert screen.sheet is not None
    assert text_of(cells("B2"), screen.sheet, screen) == "12.5"
    assert text_of(cells("A1:B2"), screen.sheet, screen) == "Item 12.5"
    assert text_of(cells("C3"), screen.sheet, screen) == ""


def test_a_long_text_belongs_to_the_cell_that_it_begins_in() -> None:
    screen = sheet({"A1": "Annual-report", "B1": ""})
    assert screen.sheet is not None
    assert text_of(cells("A1"), screen.sheet, screen) == "Annual-report"


def test_the_field_beside_the_formula_bar_tells_the_current_cell() -> None:
    screen = sheet(current="C7", bar="12")
    assert screen.sheet is not None
    assert current_cell(screen.sheet, screen) == cells("C7")


def test_without_a_formula_bar_nothing_tells_it() -> None:
    screen = sheet(has_bar=False)
    assert screen.sheet is not None
    assert current_cell(screen.sheet, screen) is None
