"""A cell of a spreadsheet: xlsx, xls and ods, as it was last calculated. The only module that touches calamine."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, StringConstraints

from tasks.checks.base import Unseen
from tasks.checks.fields import Path, Whole
from tasks.checks.files import paths
from tasks.checks.machine import Machine
from tasks.checks.values import ValueCheck

_MOST_UNPACKED = 512 << 20  # bytes
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})", re.IGNORECASE)


def _cell(text: str) -> str:
    if not _CELL.fullmatch(text):
        raise ValueError(f"{text!r} is no cell: write it like B2")
    return text.replace("$", "").upper()


class CellCheck(ValueCheck):
    """A cell of a spreadsheet holds a value; without `sheet`, which is a name or a number from 1, of the first one."""

    kind: ClassVar[str] = "cell"

    cell: Path
    at: Annotated[str, AfterValidator(_cell)]
    sheet: Whole | Annotated[str, StringConstraints(min_length=1)] = 1

    @property
    def place(self) -> str:
        """Where the value stands."""
        return f"{self.at} of {self.cell}" if self.sheet == 1 else f"{self.at} of sheet {self.sheet} of {self.cell}"

    def value(self, machine: Machine) -> Any:
        """Return the cell's value: a number, text, truth or time; an empty text for an empty cell."""
        path = paths.in_home(machine, self.cell)
        content = paths.read(path)
        with _saying(path.name):
            return _value(content, self.sheet, *_row_and_column(self.at))


def _row_and_column(cell: str) -> tuple[int, int]:
    """Return a cell's row and column, from 0."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(cell.removeprefix(letters)) - 1, column - 1


def _value(content: bytes, sheet: int | str, row: int, column: int) -> Any:
    import python_calamine as calamine

    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                raise Unseen("a spreadsheet that is too large to look at", certain=False)
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        names = book.sheet_names
        name = sheet if isinstance(sheet, str) else next(iter(names[sheet - 1 : sheet]), None)
        if name not in names:
            raise Unseen(f"the sheets {', '.join(names)}")
        page = book.get_sheet_by_name(name)
        top, left = page.start or (0, 0)
        cells = next(islice(page.iter_rows(), row - top, None), []) if row >= top else []
        return cells[column - left] if left <= column < left + len(cells) else ""


@contextmanager
def _saying(name: str) -> Iterator[None]:
    """Say what is wrong with a file that is no whole spreadsheet."""
    import python_calamine as calamine

    try:
        yield
    except calamine.PasswordError as error:
        raise Unseen(f"{name} is locked by a password", certain=False) from error
    except (calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unseen(f"{name} is no whole spreadsheet: {error}", certain=False) from error
