"""Reads one cell of a spreadsheet and writes it as JSON. Run as a program of its own, which knows no package.

`python -P cell_reader.py FILE SHEET ROW COLUMN`, counted from 0; SHEET is JSON, a name or a number. calamine lays out a
sheet as wide and long as its farthest cell, so a damaged file may ask for all memory there is: it gets this much.
"""

import json
import resource
import sys
from typing import Any

import python_calamine as calamine

_MOST_MEMORY = 4 << 30  # bytes


def main() -> None:
    """Read the cell that the command line names."""
    path, sheet, row, column = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    try:
        answer = _read(path, json.loads(sheet), int(row), int(column))
    except calamine.PasswordError:
        answer = {"unread": "locked by a password"}
    except (calamine.CalamineError, OSError, ValueError, MemoryError) as error:
        answer = {"unread": f"no whole spreadsheet: {error}"}
    print(json.dumps(answer))  # noqa: T201 - this is what it is for


def _read(path: str, sheet: int | str, row: int, column: int) -> dict[str, Any]:
    with calamine.CalamineWorkbook.from_path(path) as book:
        names = book.sheet_names
        name = sheet if isinstance(sheet, str) else next(iter(names[sheet : sheet + 1]), None)
        if name not in names:
            return {"sheets": names}
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        cells = rows[row] if row < len(rows) else []
        value = cells[column] if column < len(cells) else ""
        kind = type(value).__name__
        return {"value": value} if isinstance(value, str | float | int) else {"value": str(value), "kind": kind}


if __name__ == "__main__":
    main()
