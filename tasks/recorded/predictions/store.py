"""Predictions by the ids of their steps, in a scratch database on disk: memory does not grow with their number."""

import json
import sqlite3
from contextlib import closing
from typing import Any, Self

from pydantic import ValidationError

from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.steps import BadRecordError


class DiskMap:
    """A mapping from text to bytes, in a file that is nobody else's and goes with the process."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute("create table entries (key text primary key, value blob) without rowid")
        self._database.execute("begin")  # one transaction: nothing here outlives the process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def __len__(self) -> int:
        count: int = self._one("select count(*) from entries")
        return count

    def __setitem__(self, key: str, value: bytes) -> None:
        self._database.execute("insert or replace into entries values (?, ?)", (key, value))

    def __contains__(self, key: str) -> bool:
        return bool(self._one("select exists (select 1 from entries where key = ?)", key))

    def get(self, key: str) -> bytes | None:
        """Return what is kept under the key."""
        value: bytes | None = self._one("select (select value from entries where key = ?)", key)
        return value

    def add(self, key: str, value: bytes = b"") -> bool:
        """Keep a value under a new key; say whether it is new."""
        return self._database.execute("insert or ignore into entries values (?, ?)", (key, value)).rowcount == 1

    def sum(self, member: str, *, where: str, default: int) -> int:
        """Return the sum of a member (`a.b`) over the values, JSON objects, that have the other; `default` for none."""
        value = "cast(value as text)"
        question = (
            f"select coalesce(sum(coalesce(json_extract({value}, ?), {int(default)})), 0) from entries "  # noqa: S608
            f"where json_extract({value}, ?) is not null"
        )
        total: int = self._one(question, f"$.{member}", f"$.{where}")
        return total

    def _one(self, question: str, *values: str) -> Any:
        with closing(self._database.execute(question, values)) as rows:
            return rows.fetchone()[0]


class Store:
    """Predictions; of several for one step the last counts."""

    def __init__(self) -> None:
        self._lines = DiskMap()
        self.repeated = self.taken = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.__exit__()

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, step: str) -> bool:
        return step in self._lines

    @property
    def calls(self) -> int:
        """How often a model answered for them."""
        return self._lines.sum("grounding.calls", where="reply", default=1)

    def add(self, step: str, line: bytes) -> None:
        """Keep the line of one prediction."""
        if not self._lines.add(step, line):
            self._lines[step] = line
            self.repeated += 1

    def take(self, step: str) -> Prediction | None:
        """Return the prediction for a step, if there is one, and count it. Raises `BadRecordError` for a bad line."""
        line = self._lines.get(step)
        if line is None:
            return None
        self.taken += 1
        try:
            return Prediction.model_validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"])) or "the line"
            raise BadRecordError(f"the prediction is none: {where}: {first['msg']}.") from None


def id_of(line: bytes) -> str:
    """Return the id of a prediction's line, or raise `BadRecordError`."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadRecordError(f"the line is no JSON: {error}.") from None
    if not isinstance(value, dict) or not isinstance(value.get("id"), str):
        raise BadRecordError("the line has no `id` that is a text.")
    return str(value["id"])
