"""The rows of a task's table: one run each. In the task file itself, in CSV or in JSON."""

import csv
import io
import json
from collections.abc import Mapping as Named
from pathlib import Path
from typing import Any

from tasks.task.reading.errors import one_mistake, read_text
from tasks.task.reading.tree import Items, Leaf, Mapping, Place, Tree, unquoted

Row = Named[str, Tree]


def rows_here(tree: Tree) -> list[Row]:
    """Return the rows that stand in the task file; what is no row is left out, since it is a mistake there."""
    items = tree.items if isinstance(tree, Items) else ()
    return [row.entries for row in items if isinstance(row, Mapping)]


def rows_in_file(path: Path, folder: Path, place: Place) -> list[Row]:
    """Return the rows of a CSV or JSON file; a cell of CSV is read as in YAML. `place` is where the task names it.

    Raises `TaskFileError`, also for a file outside the folder, which nobody who reads a task file has agreed to.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        raise one_mistake(path, "A table stands in the folder of its task file or below.")
    readers = {".csv": _csv_rows, ".json": _json_rows}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise one_mistake(path, f"A table is a file that ends in {' or '.join(readers)}.")
    rows = reader(path, place)
    if not rows:
        raise one_mistake(path, "The table has no rows.")
    return rows


def _csv_rows(path: Path, place: Place) -> list[Row]:
    lines = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        names, *rows = ((lines.line_num, cells) for cells in lines if cells)
    except ValueError:
        return []
    except csv.Error as error:
        raise one_mistake(path, f"This is no CSV: {error}.", Place(lines.line_num, 1)) from error
    header = [name.strip() for name in names[1]]
    if twice := [name for number, name in enumerate(header) if name in header[:number]]:
        raise one_mistake(path, f"The column `{twice[0]}` stands there twice.", Place(names[0], 1))
    return [_csv_row(path, header, number, cells, place) for number, cells in rows]


def _csv_row(path: Path, header: list[str], line: int, cells: list[str], place: Place) -> Row:
    if len(cells) != len(header):
        raise one_mistake(path, f"There are {len(header)} columns, but {len(cells)} cells here.", Place(line, 1))
    return {
        name: unquoted(cell, place) if cell else Leaf("", "", place) for name, cell in zip(header, cells, strict=True)
    }


class _Number(str):
    """A number as it was written."""


def _json_rows(path: Path, place: Place) -> list[Row]:
    try:
        rows = json.loads(
            read_text(path),
            parse_int=_Number,
            parse_float=_Number,
            parse_constant=_refuse,
            object_pairs_hook=_each_key_once,
        )
    except json.JSONDecodeError as error:
        raise one_mistake(path, f"This is no JSON: {error.msg}.", Place(error.lineno, error.colno)) from error
    except (ValueError, RecursionError) as error:
        raise one_mistake(path, f"This is no JSON: {error}.") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise one_mistake(path, "A table in JSON is a list of objects, one a row.")
    return [{name: _planted(value, place) for name, value in row.items()} for row in rows]


def _refuse(word: str) -> None:
    raise ValueError(f"{word} stands for no value")


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"`{next(key for key in keys if keys.count(key) > 1)}` stands there twice in one object")
    return row


def _planted(value: Any, place: Place) -> Tree:
    """Return what JSON says as a tree, all of it at one place."""
    match value:
        case dict():
            return Mapping({key: _planted(item, place) for key, item in value.items()}, place)
        case list():
            return Items(tuple(_planted(item, place) for item in value), place)
        case _Number():
            return unquoted(str(value), place)
        case str():
            return Leaf(value, value, place)
        case _:
            return Leaf(value, json.dumps(value), place)
