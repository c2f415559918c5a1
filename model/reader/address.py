"""The address of cells in a sheet, as people and spreadsheets write it: B7, or B7:C9 from the first to the last.

Knows text only.
"""

import re
from dataclasses import dataclass

CELL = r"\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}"
"""A pattern of one cell's address; a sheet writes its letters as capitals."""

_CELLS = re.compile(rf"(?P<first>{CELL})(?:\s*(?::|：|\bto\b|-|–|~|～|到|至)\s*(?P<last>{CELL}))?", re.IGNORECASE)
_PARTS = re.compile(r"(?P<letters>[A-Z]+)(?P<digits>[0-9]+)")


@dataclass(frozen=True)
class Cells:
    """Columns and rows from the first to the last, counted from 1; a single cell is its own first and last."""

    columns: tuple[int, int]
    rows: tuple[int, int]

    @property
    def is_range(self) -> bool:
        """Whether it is more than one cell."""
        return self.columns[0] != self.columns[1] or self.rows[0] != self.rows[1]

    @property
    def ends(self) -> "tuple[Cells, Cells]":
        """The first and the last cell."""
        (left, right), (top, bottom) = self.columns, self.rows
        return Cells((left, left), (top, top)), Cells((right, right), (bottom, bottom))

    def __str__(self) -> str:
        first, last = (f"{letters_of(cell.columns[0])}{cell.rows[0]}" for cell in self.ends)
        return f"{first}:{last}" if self.is_range else first


def read_cells(text: str) -> Cells | None:
    """Return the cells that a text is the address of, in capitals or small letters; None for any other text."""
    match = _CELLS.fullmatch(text.strip())
    if not match:
        return None
    places = [_place(match[end] or match["first"]) for end in ("first", "last")]
    columns, rows = (sorted(place[axis] for place in places) for axis in (0, 1))
    return Cells((columns[0], columns[1]), (rows[0], rows[1]))


def number_of(letters: str) -> int:
    """Return which column letters name: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def letters_of(number: int) -> str:
    """Return the letters that name a column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _place(address: str) -> tuple[int, int]:
    match = _PARTS.fullmatch(address.upper().replace("$", ""))
    return (number_of(match["letters"]), int(match["digits"])) if match else (0, 0)
