"""Workbooks that tests write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tasks.checks import Machine

pytest.importorskip("openpyxl", reason="the extra osworld is not installed")

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.pivot.cache import CacheDefinition, CacheField, CacheSource, SharedItems, WorksheetSource
from openpyxl.pivot.record import RecordList
from openpyxl.pivot.table import DataField, FieldItem, Location, PivotField, RowColField, TableDefinition

COLUMNS = ("Month", "Sales", "Rate")
ROWS = [("Jan", 10, 0.25), ("Feb", 20, 0.5), ("Mär 三月", 30, 0.75)]


def write(path: Path, *changes: Callable[[Workbook], object]) -> Path:
    """Write a workbook with a table and a bar chart of it, changed as asked for."""
    book = Workbook()
    book.active.title = "Data"
    for row in (COLUMNS, *ROWS):
        book.active.append(row)
    book.create_sheet("预算")["A1"] = "Budget"
    for change in changes:
        change(book)
    book.save(path)
    return path


def with_chart(title: str = "Sales", columns: int = 2) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book["Data"]
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=columns, min_row=2, max_row=4))
        chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=4))
        chart.title = title
        sheet.add_chart(chart, "E2")

    return change


def pair(
    machine: Machine, *changes: Callable[[Workbook], object], gold: Callable[[Workbook], object] | None = None
) -> None:
    """Write `book.xlsx` into the home with the changes, and `gold.xlsx` beside the task with its own."""
    write(machine.home / "book.xlsx", *changes)
    write(machine.folder / "gold.xlsx", *([gold] if gold else []))


def with_pivot(subtotal: str = "sum", row: int = 0) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        source = WorksheetSource(ref="A1:C4", sheet="Data")
        fields = tuple(CacheField(name=name, sharedItems=SharedItems()) for name in COLUMNS)
        cache = CacheDefinition(cacheSource=CacheSource(type="worksheet", worksheetSource=source), cacheFields=fields)
        cache.records = RecordList()
        items = [FieldItem(x=number) for number in range(3)]
        table = TableDefinition(
            name="Pivot",
            cacheId=1,
            dataCaption="Values",
            location=Location(ref="A5:B9", firstHeaderRow=1, firstDataRow=1, firstDataCol=1),
            pivotFields=[PivotField(items=items, axis="axisRow"), PivotField(dataField=True), PivotField()],
            rowFields=[RowColField(x=row)],
            dataFields=[DataField(name="Sum", fld=1, subtotal=subtotal)],
        )
        table.cache = cache
        book["预算"].add_pivot(table)

    return change
