"""The pivot tables of a sheet, by the ranges that they are of.

Columns at the ends of a range that nothing is chosen from are not counted: a range may have been drawn wider.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, TypeAlias

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from tasks.checks.files.workbook.rules import PivotProperty

Choice: TypeAlias = list[tuple[bool | None, int]]
"""The entries of a column: whether each is hidden, and which one it is."""


def pivots_of(sheet: Worksheet, properties: Collection[PivotProperty]) -> dict[str, dict[str, object]]:
    """Return the properties of each pivot table, by the range that it is of."""
    pivots = [_Pivot.of(table) for table in sheet._pivots]  # openpyxl offers no other way
    return {pivot.source: pivot.told(properties) for pivot in pivots}


@dataclass(frozen=True)
class _Pivot:
    table: Any
    choices: list[Choice]
    before: int  # columns at the start of the range that are not counted
    source: str

    @classmethod
    def of(cls, table: Any) -> "_Pivot":
        choices = [[(item.h, item.x) for item in field.items if item.x is not None] for field in table.pivotFields]
        used = [number for number, choice in enumerate(choices) if choice]
        first, last = (used[0], used[-1]) if used else (len(choices), len(choices) - 1)
        source = _source(table.cache.cacheSource, first, len(choices) - 1 - last)
        return cls(table, choices[first : last + 1], first, source)

    def told(self, properties: Collection[PivotProperty]) -> dict[str, object]:
        told: dict[str, object] = {name: tell(self) for name, tell in _PROPERTIES.items() if name in properties}
        if {"filter", "selection"} & set(properties):
            told["selection"] = self.choices if "ordered" in properties else [set(choice) for choice in self.choices]
        if "data_fields" in properties:
            told["data_fields"] = [
                self._data_field(field, "data_fields_name" in properties) for field in self.table.dataFields
            ]
        return told

    def indices(self, fields: Any) -> list[int]:
        return [field.x - self.before for field in fields]

    def _data_field(self, field: Any, named: bool) -> tuple[object, ...]:
        return field.fld - self.before, field.name if named else "", field.subtotal, field.showDataAs


def _source(source: Any, before: int, after: int) -> str:
    cells = source.worksheetSource
    if not cells.ref:
        return f"{source.type} {cells.name}"
    left, top, right, bottom = range_boundaries(cells.ref)
    first, last = (get_column_letter(max(1, column)) for column in (left + before, right - after))
    return f"{source.type} {cells.sheet}!{first}{top}:{last}{bottom}"


_PROPERTIES: dict[PivotProperty, Callable[[_Pivot], object]] = {
    "name": lambda pivot: pivot.table.name,
    "show_total": lambda pivot: pivot.table.visualTotals,
    "show_empty_row": lambda pivot: pivot.table.showEmptyRow,
    "show_empty_col": lambda pivot: pivot.table.showEmptyCol,
    "show_headers": lambda pivot: pivot.table.showHeaders,
    "filter": lambda pivot: {field.fld for field in pivot.table.pageFields},
    "col_fields": lambda pivot: pivot.indices(pivot.table.colFields),
    "row_fields": lambda pivot: pivot.indices(pivot.table.rowFields),
}
