"""A workbook as openpyxl reads it: with its formulas and looks, and with the values that were last calculated."""

import datetime
import zipfile
from functools import cached_property
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tasks.checks.files.workbook.rules import SheetRef

_MOST_UNPACKED = 256 << 20  # bytes
_MOST_PARTS = 10_000
_TIMES = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)
MOST_CELLS = 2_000_000


class Unreadable(Exception):  # noqa: N818 - a finding, not a fault
    """A workbook cannot be judged; the sentence goes on with what it is."""


class RuleFault(Exception):  # noqa: N818 - the rule's, not a program's
    """A rule asks for what the workbook that the task brings does not have."""


class Book:
    """One workbook. Raises `Unreadable` where the file is none, or would fill the memory."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        try:
            with zipfile.ZipFile(path) as parts:
                sizes = [part.file_size for part in parts.infolist()]  # so much is unpacked of each, and no more
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise Unreadable(f"which is no xlsx workbook: {error}") from error
        if len(sizes) > _MOST_PARTS or sum(sizes) > _MOST_UNPACKED:
            raise Unreadable(f"which unpacks to more than {_MOST_UNPACKED >> 20} MB")

    @cached_property
    def looks(self) -> Workbook:
        """The workbook with its formulas, looks, charts and pivot tables."""
        return openpyxl.load_workbook(self._path)

    @cached_property
    def values(self) -> Workbook:
        """The workbook with the values that were calculated when it was saved."""
        return openpyxl.load_workbook(self._path, data_only=True)

    @property
    def sheet_names(self) -> list[str]:
        """The names of its sheets, in their order."""
        return [sheet.title for sheet in self.looks.worksheets]


class Sheet:
    """One sheet of a book."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name = book, name
        for sheet in (self.looks, self.values):
            if (sheet.max_row or 0) * (sheet.max_column or 0) > MOST_CELLS:
                raise Unreadable(f"whose sheet {name} has more than {MOST_CELLS:,} cells")

    @property
    def looks(self) -> Worksheet:
        """The sheet with its formulas and looks."""
        return self.book.looks[self.name]

    @property
    def values(self) -> Worksheet:
        """The sheet with its values."""
        return self.book.values[self.name]

    def value(self, coordinate: str) -> object:
        """Return the value of a cell, as it was last calculated; a time is the number that it is kept as."""
        value = self.values[coordinate].value
        return to_excel(value, self.book.values.epoch) if isinstance(value, _TIMES) else value


def find_sheet(mine: Book, other: Book | None, which: SheetRef) -> Sheet | None:
    """Return a sheet; None where the workbook that is judged has none. Raises `RuleFault` where the other has none."""
    text = which if isinstance(which, str) else f"RI{which}"
    book = mine if text[0] == "R" else other
    if book is None:
        raise RuleFault(f"The rule names the sheet {text} of another workbook, and there is none.")
    names = book.sheet_names
    by_number = text[1] == "I"
    name = next(iter(names[int(text[2:]) :][:1]), None) if by_number else text[2:]
    if name in names:
        return Sheet(book, name)
    if book is mine:
        return None
    raise RuleFault(f"{book.name} has no sheet {text[2:]}, which a rule names.")
