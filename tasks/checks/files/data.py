"""A value in a file of text: in JSON by its path, in CSV by its row and column."""

import csv
import json
import re
from io import StringIO
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from tasks.checks.base import Unseen
from tasks.checks.fields import Path, Whole
from tasks.checks.files import paths
from tasks.checks.machine import Machine
from tasks.checks.values import ValueCheck, written

_STEP = re.compile(r"""\.?(?P<key>[^.\[\]"']+)|\[(?P<index>-?\d+)\]|\[(?P<quoted>"(?:[^"\\]|\\.)*"|'[^']*')\]""")


def _json_path(text: str) -> str:
    steps_of(text)
    return text


def steps_of(path: str) -> list[str | int]:
    """Return the keys and indices of a path like `a.b[0]["a key"]`; `$` before it means the whole, as nothing does."""
    rest, steps = path.strip().removeprefix("$"), list[str | int]()
    while rest:
        step = _STEP.match(rest)
        if not step:
            raise ValueError(f'{path!r} is no path into JSON: write it like a.b[0] or a["any key"]')
        steps.append(_read_step(step))
        rest = rest[step.end() :]
    return steps


def _read_step(step: re.Match[str]) -> str | int:
    if step["index"]:
        return int(step["index"])
    if quoted := step["quoted"]:
        return str(json.loads(quoted)) if quoted.startswith('"') else quoted[1:-1]
    return step["key"]


class JsonCheck(ValueCheck):
    """A JSON file holds a value at a path like `a.b[0]`; without one it is the whole. Texts and numbers differ."""

    kind: ClassVar[str] = "json"

    json_: Annotated[Path, Field(alias="json")]
    at: Annotated[str, AfterValidator(_json_path)] = ""

    @property
    def place(self) -> str:
        """Where the value stands."""
        return f"{self.json_} at {self.at}" if self.at else self.json_

    @property
    def typed(self) -> bool:
        """Whether texts and numbers are told apart."""
        return True

    def value(self, machine: Machine) -> Any:
        """Return what stands at the path."""
        path = paths.in_home(machine, self.json_)
        try:
            value = json.loads(paths.read_text(path).removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise Unseen(f"{path.name} is no JSON: {error}", certain=False) from error
        return _follow(value, steps_of(self.at))


def _follow(value: Any, steps: list[str | int]) -> Any:
    """Return what stands at a path; raise `Unseen` where it ends too early."""
    passed = "it"
    for step in steps:
        inside = _inside(value, step)
        if not inside:
            raise Unseen(f"no {step!r} in {passed}, which is {written(value)}")
        value, passed = inside[0], repr(step)
    return value


def _inside(value: Any, step: str | int) -> list[Any]:
    """Return what one step leads to as the only element; none where it leads nowhere."""
    if isinstance(step, int):
        return [value[step]] if isinstance(value, list) and -len(value) <= step < len(value) else []
    return [value[step]] if isinstance(value, dict) and step in value else []


class CsvCheck(ValueCheck):
    """A table of comma-separated values holds a value in a row and a column.

    A column is named by the header or counted from 1; rows are counted from 1 below the header, from the end with -1.
    Without a header every line is a row.
    """

    kind: ClassVar[str] = "csv"

    csv: Path
    row: Annotated[int, Field(strict=True)]
    column: Whole | Annotated[str, StringConstraints(min_length=1)]
    header: bool = True
    delimiter: Annotated[str, StringConstraints(min_length=1, max_length=1)] = ","

    @model_validator(mode="after")
    def _can_be_found(self) -> "CsvCheck":
        if self.row == 0:
            raise ValueError("rows are counted from 1, and from the end with -1")
        if isinstance(self.column, str) and not self.header:
            raise ValueError("without a header a column is a number from 1")
        return self

    @property
    def place(self) -> str:
        """Where the value stands."""
        return f"row {self.row}, column {self.column} of {self.csv}"

    def value(self, machine: Machine) -> str:
        """Return the cell's text."""
        path = paths.in_home(machine, self.csv)
        text = paths.read_text(path).removeprefix("\ufeff")
        try:
            rows = [row for row in csv.reader(StringIO(text, newline=""), delimiter=self.delimiter, strict=True) if row]
        except csv.Error as error:
            raise Unseen(f"{path.name} is no table of comma-separated values: {error}", certain=False) from error
        names = rows.pop(0) if self.header and rows else []
        place = self._place_of_column(names)
        try:
            row = rows[self.row - 1 if self.row > 0 else self.row]
        except IndexError:
            raise Unseen(f"{len(rows)} rows") from None
        if place >= len(row):
            raise Unseen(f"{len(row)} columns in the row")
        return row[place]

    def _place_of_column(self, names: list[str]) -> int:
        if isinstance(self.column, int):
            return self.column - 1
        stripped = [name.strip() for name in names]
        if stripped.count(self.column.strip()) != 1:
            several = "several" if self.column.strip() in stripped else "no"
            raise Unseen(f"{several} columns {self.column} among {written(names)}")
        return stripped.index(self.column.strip())
