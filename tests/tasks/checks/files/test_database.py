import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tasks.checks import Machine
from tests.tasks.checks.judging import holds, judge, read, sees

_HOLDER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    database.execute(statement).fetchall()
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def database(machine: Machine) -> Machine:
    with closing(sqlite3.connect(machine.home / "shop.db")) as shop, shop:
        shop.execute("CREATE TABLE orders (name TEXT, amount REAL, paid INTEGER, note BLOB)")
        shop.execute("INSERT INTO orders VALUES ('Milk', 1.5, 1, NULL), ('茶', 3, 0, x'ff00')")
    return machine


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("SELECT count(*) FROM orders", 2),
        ("SELECT name FROM orders ORDER BY amount DESC", "茶"),
        ("SELECT name, amount FROM orders WHERE paid", ["Milk", 1.5]),
        ("SELECT paid FROM orders WHERE name = 'Milk'", True),
        ("SELECT note FROM orders WHERE name = 'Milk'", None),
        ("SELECT note FROM orders WHERE name = '茶'", "ff00"),
        ("WITH t AS (SELECT 1 AS a) SELECT a FROM t", 1),
    ],
)
def test_a_row_that_equals_holds(database: Machine, query: str, value: Any) -> None:
    assert holds(database, sqlite="shop.db", query=query, equals=value)


def test_a_row_that_differs_is_shown(database: Machine) -> None:
    assert sees(database, sqlite="shop.db", query="SELECT count(*) FROM orders", equals=3) == "2"
    assert sees(database, sqlite="shop.db", query="SELECT name FROM orders WHERE amount > 9", equals=3) == "no row"


def test_a_database_that_is_missing_or_none_says_so(machine: Machine) -> None:
    assert sees(machine, sqlite="shop.db", query="SELECT 1", equals=1) == "no shop.db"
    assert not (machine.home / "shop.db").exists()
    (machine.home / "shop.db").write_bytes(b"not a database at all, but long enough to be taken for one" * 20)
    assert not judge(machine, sqlite="shop.db", query="SELECT a FROM t", equals=1).certain


def test_a_table_that_is_not_there_yet_is_no_fault(database: Machine) -> None:
    assert "no such table" in sees(database, sqlite="shop.db", query="SELECT a FROM missing", equals=1)


@pytest.mark.parametrize(
    "holding",
    [
        ["BEGIN EXCLUSIVE"],
        ["PRAGMA locking_mode=EXCLUSIVE", "BEGIN IMMEDIATE", "INSERT INTO orders VALUES ('x', 1, 1, 1)", "COMMIT"],
        ["PRAGMA journal_mode=WAL", "INSERT INTO orders VALUES ('x', 1, 1, 1)"],
        ["PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "INSERT INTO orders VALUES ('x', 1, 1, 1)"],
        ["BEGIN IMMEDIATE", "INSERT INTO orders VALUES ('x', 1, 1, 1)"],
    ],
)
def test_a_database_is_read_while_an_application_holds_it(database: Machine, holding: list[str]) -> None:
    committed = 2 if holding[0].startswith("BEGIN") else 3
    with _held(database.home / "shop.db", holding):
        assert holds(database, sqlite="shop.db", query="SELECT count(*) FROM orders", equals=committed)


class _held:  # noqa: N801 - reads as a context
    def __init__(self, path: Path, statements: list[str]) -> None:
        command = [sys.executable, "-c", _HOLDER, str(path), *statements]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


@pytest.mark.parametrize(
    "query",
    ["DELETE FROM orders", "SELECT 1; DELETE FROM orders", "PRAGMA user_version", "ATTACH 'x' AS y", "select from", ""],
)
def test_a_query_that_does_more_than_to_select_is_refused(query: str) -> None:
    with pytest.raises(ValidationError, match="query"):
        read({"sqlite": "a.db", "query": query})


def test_nothing_is_changed_by_a_query_that_hides_it(database: Machine) -> None:
    query = "WITH t AS (SELECT 1) DELETE FROM orders"
    assert not holds(database, sqlite="shop.db", query=query, equals=1)
    assert holds(database, sqlite="shop.db", query="SELECT count(*) FROM orders", equals=2)


def test_a_query_without_end_is_broken_off(database: Machine) -> None:
    endless = "WITH RECURSIVE t(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM t) SELECT count(*) FROM t"
    assert not judge(database, sqlite="shop.db", query=endless, equals=1).certain


def test_a_text_that_is_none_is_read_as_far_as_it_is(machine: Machine) -> None:
    with closing(sqlite3.connect(machine.home / "shop.db")) as shop, shop:
        shop.execute("CREATE TABLE t AS SELECT CAST(x'61ff62' AS TEXT) AS a")
    assert sees(machine, sqlite="shop.db", query="SELECT a FROM t", equals="ab") == '"a\ufffdb"'


def test_a_damaged_database_is_no_fault(database: Machine) -> None:
    whole = (database.home / "shop.db").read_bytes()
    for place in range(0, len(whole), 17):
        damaged = bytearray(whole)
        damaged[place : place + 8] = b"\xff" * len(damaged[place : place + 8])
        (database.home / "damaged.db").write_bytes(damaged)
        judge(database, sqlite="damaged.db", query="SELECT max(name) FROM orders", equals=1)
