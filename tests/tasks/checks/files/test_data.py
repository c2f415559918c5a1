import json
from typing import Any

import pytest
from pydantic import ValidationError

from tasks.checks import Machine
from tests.tasks.checks.judging import holds, judge, read, sees

_SETTINGS = {
    "editor": {"tabs": [4, "4", 4.0], "dark mode": True, "a.b": "dotted", "none": None},
    "sum": 0.1 + 0.2,
    "版本": "２",
}


@pytest.fixture
def settings(machine: Machine) -> Machine:
    (machine.home / "conf.json").write_text(json.dumps(_SETTINGS))
    return machine


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("editor.tabs[0]", 4),
        ("$.editor.tabs[-1]", 4),
        ("editor.tabs[1]", "4"),
        ('editor["dark mode"]', True),
        ("editor['a.b']", "dotted"),
        ("editor.dark mode", True),
        ("editor.none", None),
        ("sum", 0.3),
        ("版本", "２"),
        ("editor.tabs", [4, "4", 4]),
        ("", _SETTINGS),
    ],
)
def test_a_value_is_found_by_its_path(settings: Machine, at: str, value: Any) -> None:
    assert holds(settings, json="conf.json", at=at, equals=value)


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("editor.tabs[0]", "4"),
        ("editor.tabs[1]", 4),
        ('editor["dark mode"]', 1),
        ('editor["dark mode"]', "true"),
        ("editor.none", False),
        ("editor.none", ""),
        ("editor.tabs", [4, 4, 4]),
        ("editor.tabs", [4, "4"]),
        ("sum", 0.31),
    ],
)
def test_in_json_texts_numbers_and_truths_differ(settings: Machine, at: str, value: Any) -> None:
    assert not holds(settings, json="conf.json", at=at, equals=value)


@pytest.mark.parametrize(
    ("at", "saw"),
    [
        ("editor.tabs[3]", "no 3 in 'tabs', which is [4, \"4\", 4.0]"),
        ("sum.x", "no 'x' in 'sum', which is 0.30000000000000004"),
        ("editor.tabs.x", "no 'x' in 'tabs', which is [4, \"4\", 4.0]"),
    ],
)
def test_a_path_that_leads_nowhere_says_where_it_ended(settings: Machine, at: str, saw: str) -> None:
    assert sees(settings, json="conf.json", at=at, equals=1) == saw
    assert holds(settings, **{"not": {"json": "conf.json", "at": at}})


def test_without_a_value_any_will_do_but_none(settings: Machine) -> None:
    assert holds(settings, json="conf.json", at="sum")
    assert not holds(settings, json="conf.json", at="editor.none")


def test_a_tolerance_is_for_numbers(settings: Machine) -> None:
    assert holds(settings, json="conf.json", at="sum", equals=0.35, tolerance=0.05)
    assert not holds(settings, json="conf.json", at="sum", equals=0.36, tolerance=0.05)
    assert not holds(settings, json="conf.json", at="editor.tabs[1]", equals=4, tolerance=1)


def test_a_regular_expression_fits_a_text(settings: Machine) -> None:
    assert holds(settings, json="conf.json", at='editor["a.b"]', regex="^dot")
    assert not holds(settings, json="conf.json", at='editor["a.b"]', regex="^ted")


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe{", b"1" * 5000, b"{'a': 1}"])
def test_what_is_no_json_proves_nothing(machine: Machine, content: bytes) -> None:
    (machine.home / "conf.json").write_bytes(content)
    finding = judge(machine, json="conf.json", at="a", equals=1)
    assert not finding.held
    assert not finding.certain
    assert not holds(machine, **{"not": {"json": "conf.json", "at": "a", "equals": 1}})


@pytest.mark.parametrize("content", ["1e999", "NaN", "1" + "0" * 400, "-Infinity"])
def test_a_number_beyond_all_numbers_is_not_the_one_wanted(machine: Machine, content: str) -> None:
    (machine.home / "conf.json").write_text(content)
    assert not holds(machine, json="conf.json", equals=3)
    assert not holds(machine, json="conf.json", equals=3, tolerance=1)


@pytest.mark.parametrize("at", ["a..b", "a[", "a[x]", "[]", "a[0", ".", "a['b"])
def test_a_path_that_cannot_be_read_is_refused(at: str) -> None:
    with pytest.raises(ValidationError, match="no path into JSON"):
        read({"json": "a", "at": at})


@pytest.fixture
def table(machine: Machine) -> Machine:
    text = '\ufeffName, Total ,Note\r\nMilk,"1,234.50","two\nlines"\r\nBread,007,\r\n\r\nTea,12 %,x\r\n'
    (machine.home / "t.csv").write_text(text, newline="")
    return machine


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (1, "Total", 1234.5),
        (1, "Total", "1,234.50"),
        (1, "Note", "two\nlines"),
        (2, "Total", 7),
        (2, "Total", "007"),
        (-1, "Total", 0.12),
        (-1, 1, "Tea"),
        (3, 2, 12),
    ],
)
def test_a_cell_is_found_by_row_and_column(table: Machine, row: int, column: Any, value: Any) -> None:
    assert holds(table, csv="t.csv", row=row, column=column, equals=value)


def test_a_cell_that_differs_says_what_it_holds(table: Machine) -> None:
    assert sees(table, csv="t.csv", row=2, column="Total", equals=8) == '"007"'
    assert sees(table, csv="t.csv", row=2, column="Total", equals="7") == '"007"'
    assert sees(table, csv="t.csv", row=2, column="Note") == "nothing"


@pytest.mark.parametrize(
    ("row", "column", "saw"),
    [(4, "Name", "3 rows"), (1, "Sum", "no columns Sum"), (1, 4, "3 columns in the row"), (-4, 1, "3 rows")],
)
def test_a_cell_that_is_not_there_says_what_is(table: Machine, row: int, column: Any, saw: str) -> None:
    assert sees(table, csv="t.csv", row=row, column=column, equals=1).startswith(saw)


def test_a_table_without_a_header_has_rows_only(machine: Machine) -> None:
    (machine.home / "t.csv").write_text("a;1\nb;2\n")
    assert holds(machine, csv="t.csv", row=2, column=2, header=False, delimiter=";", equals=2)


@pytest.mark.parametrize(
    "content", [b"", b'a,b\n"open', b"a\x00b\n1,2\n", b"\xff\n", b'a,b\n"' + b"x" * 200_000 + b'",1']
)
def test_a_table_that_cannot_be_read_is_no_fault(machine: Machine, content: bytes) -> None:
    (machine.home / "t.csv").write_bytes(content)
    assert not holds(machine, csv="t.csv", row=1, column="a", equals=1)


def test_two_columns_of_one_name_are_not_told_apart(machine: Machine) -> None:
    (machine.home / "t.csv").write_text("a,a\n1,1\n")
    assert sees(machine, csv="t.csv", row=1, column="a", equals=1).startswith("several columns")
