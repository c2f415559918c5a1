"""Addresses of cells."""

import pytest

from model.reader.address import Cells, letters_of, number_of, read_cells


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A1", "A1"),
        ("b7", "B7"),
        ("$C$4", "C4"),
        ("A1:C5", "A1:C5"),
        ("C5:A1", "A1:C5"),
        ("A1 to C5", "A1:C5"),
        ("A1到C5", "A1:C5"),
        ("XFD1048576", "XFD1048576"),
        ("A1:A1", "A1"),
    ],
)
def test_an_address_is_read_and_said(text: str, said: str) -> None:
    assert str(read_cells(text)) == said


@pytest.mark.parametrize("text", ["", "A", "1", "A0", "ABCD1", "A1B", "1A", "A 1", "A1:", "5R x 3C"])
def test_any_other_text_is_none(text: str) -> None:
    assert read_cells(text) is None


@pytest.mark.parametrize(
    ("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("AB", 28), ("ZZ", 702), ("AAA", 703)]
)
def test_columns_are_counted_as_letters_go_on(letters: str, number: int) -> None:
    assert (number_of(letters), letters_of(number)) == (number, letters)


def test_a_range_has_a_first_and_a_last_cell() -> None:
    cells = Cells((2, 3), (4, 9))
    assert [str(end) for end in cells.ends] == ["B4", "C9"]
    assert cells.is_range
    assert not cells.ends[0].is_range
