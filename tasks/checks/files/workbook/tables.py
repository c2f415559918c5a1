"""The table of a sheet: its first row names the columns, all else are their values. Compared as pandas compares it.

That is what OSWorld's golds were made for: a text that is a number is one, texts like `N/A` are nothing, numbers are
rounded, and a column of whole numbers is another than one with a gap.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from openpyxl.cell.cell import TYPE_ERROR, Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_NOTHINGS = frozenset(
    (
        *("", "#N/A N/A", "#N/A", "N/A", "n/a", "NA", "<NA>", "#NA", "NULL", "null", "None"),
        *("NaN", "-NaN", "nan", "-nan", "-1.#IND", "1.#QNAN", "1.#IND", "-1.#QNAN"),
    )
)
_TRUTHS = {"True": True, "TRUE": True, "true": True, "False": False, "FALSE": False, "false": False}

Row = list[Any]


def difference(seen: Worksheet, wanted: Worksheet, precision: int) -> str:
    """Say where one sheet's table is another than the other's, as a part of a sentence; nothing where it is not."""
    mine, other = _rows(seen), _rows(wanted)
    if _size(mine) != _size(other):
        return f"{_size(mine)} instead of {_size(other)} rows and columns"
    for column in range(_size(mine)[1]):
        told = (_told([row[column] for row in rows], precision) for rows in (mine, other))
        for row, (value, wanted_value) in enumerate(zip(*told, strict=True), 1):
            if not _same(value, wanted_value):
                return f"{value!r} instead of {wanted_value!r} at {get_column_letter(column + 1)}{row}"
    return ""


def _told(cells: Row, precision: int) -> Row:
    name, *values = cells
    return [name, *_column(values, precision)]


def _rows(sheet: Worksheet) -> list[Row]:
    """Return the rows from A1 to the last cell that holds something, all of the same length."""
    rows = [list(_without_end(_value(cell) for cell in row)) for row in sheet.iter_rows(min_row=1, min_col=1)]
    while rows and not rows[-1]:
        rows.pop()
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _without_end(values: Iterable[Any]) -> Iterator[Any]:
    waiting = 0
    for value in values:
        if value == "":
            waiting += 1
            continue
        yield from [""] * waiting
        waiting = 0
        yield value


def _value(cell: Cell) -> Any:
    if cell.data_type == TYPE_ERROR:
        return math.nan
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return "" if value is None else value


def _size(rows: list[Row]) -> tuple[int, int]:
    return len(rows), len(rows[0]) if rows else 0


def _column(values: Row, precision: int) -> Row:
    """Return a column's values as what the column is of: truths, whole numbers, numbers, or anything."""
    held = [None if _is_nothing(value) else value for value in values]
    truths = [_truth(value) for value in held]
    if held and None not in truths:
        return truths
    numbers = [_number(value) for value in held]
    if any(number is None for number, value in zip(numbers, held, strict=True) if value is not None):
        return held
    if all(isinstance(number, int) for number in numbers):
        return list(numbers)
    return [_rounded(number, precision) for number in numbers]


def _truth(value: object) -> bool | None:
    return _TRUTHS.get(value) if isinstance(value, str) else value if isinstance(value, bool) else None


def _is_nothing(value: object) -> bool:
    return value in _NOTHINGS if isinstance(value, str) else isinstance(value, float) and math.isnan(value)


def _number(value: object) -> int | float | None:
    if isinstance(value, str):
        try:
            number = float(value)
        except ValueError:
            return None
        return int(number) if value.strip().lstrip("+-").isdigit() else number
    return value if isinstance(value, int | float) else None


def _rounded(number: float | None, precision: int) -> float:
    return math.nan if number is None else float(np.round(number, precision))


def _same(seen: object, wanted: object) -> bool:
    if isinstance(seen, float) and isinstance(wanted, float) and math.isnan(seen) and math.isnan(wanted):
        return True
    return type(seen) is type(wanted) and seen == wanted
