"""A cell of a spreadsheet: xlsx, xls and ods, as it was last calculated."""

import datetime
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, StringConstraints

from actions.processes.environment import child_environment
from tasks.checks.base import Unseen
from tasks.checks.fields import Path, Whole
from tasks.checks.files import paths
from tasks.checks.machine import Machine
from tasks.checks.process import run
from tasks.checks.values import ValueCheck

_SECONDS = 20.0
_READER = FilePath(__file__).with_name("cell_reader.py")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})", re.IGNORECASE)
_TIMES: dict[str, Callable[[str], Any]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "time": datetime.time.fromisoformat,
}


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
        with paths.opened(path):
            pass  # it is there, and a regular file
        answer = _ask(path, self.sheet, *_row_and_column(self.at))
        if "sheets" in answer:
            raise Unseen(f"the sheets {', '.join(answer['sheets'])}")
        if "value" not in answer:
            raise Unseen(f"{path.name} is {answer.get('unread', 'no whole spreadsheet')}", certain=False)
        value, kind = answer["value"], answer.get("kind", "")
        return _TIMES[kind](value) if kind in _TIMES else value


def _row_and_column(cell: str) -> tuple[int, int]:
    """Return a cell's row and column, from 0."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(cell.removeprefix(letters)) - 1, column - 1


def _ask(path: FilePath, sheet: int | str, row: int, column: int) -> dict[str, Any]:
    """Return what the reader says, in a process of its own: a damaged file can take it down."""
    which = json.dumps(sheet if isinstance(sheet, str) else sheet - 1)
    command = [sys.executable, "-P", str(_READER), str(path), which, str(row), str(column)]
    ended = run(command, path.parent, child_environment(), _SECONDS)
    try:
        answer: dict[str, Any] = json.loads(ended.output)
    except ValueError:
        return {}
    return answer
