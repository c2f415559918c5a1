"""The row that a query finds in an SQLite database, which nothing here changes, also while an application holds it."""

import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from tasks.checks.base import Unseen
from tasks.checks.fields import Path
from tasks.checks.files import paths
from tasks.checks.machine import Machine
from tasks.checks.values import ValueCheck

_QUERY_SECONDS = 2.0
_LOCK_SECONDS = 1.0
_STEPS_BETWEEN_LOOKS = 10_000  # of SQLite's machine
_PRIMARY = 0xFF  # of an extended error code
# Some applications lock all others out for as long as they run.
_LOCKED_OUT = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)


def _only_reads(query: str) -> str:
    """Refuse what SQLite cannot read, and what does more than to select. Tables are not known yet."""
    if not re.match(r"\s*(select|with|values)\b", query, re.IGNORECASE):
        raise ValueError("a query starts with `select`")
    with closing(sqlite3.connect(":memory:")) as nowhere:
        try:
            _restrict(nowhere)
            nowhere.execute(f"EXPLAIN {query}")
        except (sqlite3.Error, sqlite3.Warning) as error:
            if not str(error).startswith("no such"):
                raise ValueError(f"the query cannot be asked: {error}") from error
    return query


class SqliteCheck(ValueCheck):
    """The first row that a query selects holds a value, or a list of them where it selects several columns."""

    kind: ClassVar[str] = "sqlite"

    sqlite: Path
    query: Annotated[str, AfterValidator(_only_reads)]

    @property
    def place(self) -> str:
        """Where the value stands."""
        return f"{self.sqlite} by {self.query}"

    def value(self, machine: Machine) -> Any:
        """Return the row's only value, or its values as a list."""
        path = paths.in_home(machine, self.sqlite)
        with paths.opened(path):
            pass  # it is there, and a regular file
        try:
            row = _first_row(path, self.query)
        except (sqlite3.Error, sqlite3.Warning, OSError, ValueError) as error:
            raise Unseen(f"{path.name} gives no answer: {error}", certain=False) from error
        if row is None:
            raise Unseen("no row")
        return row[0] if len(row) == 1 else list(row)


def _first_row(path: FilePath, query: str) -> tuple[Any, ...] | None:
    try:
        return _ask(path, query)
    except sqlite3.OperationalError as error:
        code: int = getattr(error, "sqlite_errorcode", 0)  # Python's own errors have none
        if code & _PRIMARY not in _LOCKED_OUT:
            raise
        with _copied(path) as copy:
            return _ask(copy, query)


def _ask(path: FilePath, query: str) -> tuple[Any, ...] | None:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=_LOCK_SECONDS)) as database:
        _restrict(database)
        database.text_factory = lambda text: text.decode(errors="replace")
        row: tuple[Any, ...] | None = database.execute(query).fetchone()
        return row


def _restrict(database: sqlite3.Connection) -> None:
    """Let a connection do nothing but select, and not for ever."""
    deadline = time.monotonic() + _QUERY_SECONDS
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    database.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)


@contextmanager
def _copied(path: FilePath) -> Iterator[FilePath]:
    """Yield a copy of a database with what was not yet written into it."""
    with TemporaryDirectory() as folder:
        for suffix in ("", "-wal", "-journal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{suffix}", f"{folder}/copy{suffix}")
        yield FilePath(folder, "copy")
