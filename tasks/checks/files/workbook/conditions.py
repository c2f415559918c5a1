"""When a conditional format applies to a cell: comparisons of cells, numbers, texts and the usual functions of ranges.

That is what people write there; any other formula cannot be judged here, which is said.
"""

import operator
import statistics
from collections.abc import Callable, Sequence
from typing import Any

import regex
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from tasks.checks.files.workbook.books import Sheet, Unreadable

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}
_OPERATORS: dict[str, Callable[..., bool]] = {
    "lessThanOrEqual": operator.le,
    "lessThan": operator.lt,
    "equal": operator.eq,
    "notEqual": operator.ne,
    "greaterThanOrEqual": operator.ge,
    "greaterThan": operator.gt,
    "between": lambda value, one, two: min(one, two) <= value <= max(one, two),
    "notBetween": lambda value, one, two: not min(one, two) <= value <= max(one, two),
}
_FUNCTIONS: dict[str, Callable[[Sequence[float]], float]] = {
    "MAX": max,
    "MIN": min,
    "SUM": sum,
    "COUNT": len,
    "AVERAGE": statistics.fmean,
    "MEDIAN": statistics.median,
}
_REFERENCE = regex.compile(r"(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})")
_CALL = regex.compile(rf"({'|'.join(_FUNCTIONS)})\(([$A-Z0-9:]+)\)")
_OPERAND = r"\s*((?:\"[^\"]*\"|[^\"<>=])+?)\s*"
_COMPARISON = regex.compile(rf"{_OPERAND}(<=|>=|<>|=|<|>){_OPERAND}")


def holds(rule: Any, cell: Any, area: Any, sheet: Sheet) -> bool:
    """Say whether a format's rule holds for a cell of its area. Raises `Unreadable` for what cannot be judged here."""
    place = _Place(cell, area, sheet)
    try:
        if rule.type == "cellIs" and rule.operator in _OPERATORS:
            return bool(
                _OPERATORS[rule.operator](
                    sheet.value(cell.coordinate), *(place.value(formula) for formula in rule.formula)
                )
            )
        compared = _COMPARISON.fullmatch(rule.formula[0]) if rule.type == "expression" and rule.formula else None
        if compared:
            return bool(_COMPARISONS[compared[2]](place.value(compared[1]), place.value(compared[3])))
    except (TypeError, ValueError):  # a text beside a number, a function of nothing
        return False
    said = " ".join((rule.type, *rule.formula))
    raise Unreadable(f"whose conditional format `{said}` cannot be judged")


class _Place:
    """Where a formula is worked out: it is written for the area's first cell, and moves with the cell."""

    def __init__(self, cell: Any, area: Any, sheet: Sheet) -> None:
        self._down, self._across = cell.row - area.min_row, cell.column - area.min_col
        self._sheet = sheet

    def value(self, operand: str) -> object:
        """Return what a part of a formula amounts to."""
        text = operand.strip()
        if text.startswith('"') and text.endswith('"') and len(text) > 1:
            return text[1:-1]
        if text.upper() in ("TRUE", "FALSE"):
            return text.upper() == "TRUE"
        if reference := _REFERENCE.fullmatch(text):
            return self._sheet.value(self._moved(reference))
        if call := _CALL.fullmatch(text):
            return _FUNCTIONS[call[1]](self._numbers(call[2]))
        try:
            return float(text)
        except ValueError as error:
            raise Unreadable(f"whose conditional format has `{text}`, which cannot be judged") from error

    def _numbers(self, cells: str) -> list[float]:
        left, top, right, bottom = range_boundaries(_REFERENCE.sub(self._moved, cells))
        rows = self._sheet.values.iter_rows(top, bottom, left, right, values_only=True)
        return [
            value for row in rows for value in row if isinstance(value, int | float) and not isinstance(value, bool)
        ]

    def _moved(self, reference: "regex.Match[str]") -> str:
        column = column_index_from_string(reference[2]) + (0 if reference[1] else self._across)
        row = int(reference[4]) + (0 if reference[3] else self._down)
        return f"{get_column_letter(column)}{row}"
