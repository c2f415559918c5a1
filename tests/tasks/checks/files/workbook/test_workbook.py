"""A workbook by rules: where each holds, and where it does not."""

import datetime
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Font, PatternFill
from pydantic import ValidationError

from tasks.checks import CheckFault, Machine
from tasks.checks.files.workbook import judge as reader
from tasks.checks.files.workbook.rules import Answer, Question
from tests.tasks.checks.files.workbook.books import pair, with_chart, with_pivot, write
from tests.tasks.checks.judging import holds, judge, read, sees

Change = Callable[[Workbook], Any]
PAIR = {"sheet_idx0": 0, "sheet_idx1": "EI0"}
DATA = {"type": "sheet_data", **PAIR}


def answer(machine: Machine, rule: dict[str, Any]) -> Answer:
    """Return what the reader answers, without a process of its own."""
    book, gold = machine.home / "book.xlsx", machine.folder / "gold.xlsx"
    asked = {"workbook": str(book), "like": str(gold) if gold.exists() else None, "rules": [rule]}
    return reader.judge(Question.model_validate(asked))


def wrong(machine: Machine, rule: dict[str, Any]) -> str:
    """Return what is wrong with the workbook."""
    found = answer(machine, rule)
    assert not found.unread
    assert not found.fault
    return "; ".join(found.wrong)


def question(*rules: dict[str, Any]) -> dict[str, Any]:
    return {"workbook": "book.xlsx", "like": "gold.xlsx", "rules": list(rules)}


def cell(at: str, value: object, sheet: str = "Data") -> Change:
    return lambda book: book[sheet].__setitem__(at, value)


def red(book: Workbook) -> None:
    book["Data"]["B2"].font = Font(color="FFFF0000", bold=True)


def red_where_largest(book: Workbook) -> None:
    rule = FormulaRule(formula=["$B2=MAX($B$2:$B$4)"], font=Font(color="FFFF0000"))
    book["Data"].conditional_formatting.add("B2:B4", rule)


def red_last(book: Workbook) -> None:
    book["Data"]["B4"].font = Font(color="FFFF0000")


def red_above_25(book: Workbook) -> None:
    rule = CellIsRule(operator="greaterThan", formula=["25"], font=Font(color="FFFF0000"))
    book["Data"].conditional_formatting.add("B2:XFD1048576", rule)


@pytest.mark.parametrize(
    ("rule", "changes", "seen"),
    [
        (DATA, [cell("B2", 10.5)], "10.5 instead of 10"),
        (DATA, [cell("A5", "more")], "(5, 3) instead of (4, 3) rows and columns"),
        (DATA, [cell("B1", "Sold")], "'Sold' instead of 'Sales' at B1"),
        ({"type": "sheet_data", "sheet_idx0": "RN预算", "sheet_idx1": "EI1"}, [cell("A1", 1, "预算")], "at A1 in 预算"),
        ({"type": "sheet_name"}, [lambda book: book.create_sheet("More")], "['Data', '预算', 'More']"),
        ({"type": "freeze", **PAIR}, [lambda book: setattr(book["Data"], "freeze_panes", "A2")], "'A2'"),
        ({"type": "chart", **PAIR}, [with_chart()], "'Data'!$B$2:$B$4"),
        ({"type": "style", **PAIR, "props": ["font_color", "font_bold"]}, [red], "FFFF0000"),
        ({"type": "style", **PAIR, "props": ["font_color"]}, [red_above_25], "{'B4': ('FFFF0000',)}"),
        ({"type": "pivot_table", "sheet_idx0": 1, "sheet_idx1": "EI1"}, [with_pivot()], "Data!A1:A4"),
    ],
)
def test_a_workbook_is_like_another_one_until_it_is_changed(
    machine: Machine, rule: dict[str, Any], changes: list[Change], seen: str
) -> None:
    pair(machine)
    assert not wrong(machine, rule)
    pair(machine, *changes)
    assert seen in wrong(machine, rule)


@pytest.mark.parametrize(
    ("props", "chart", "held"),
    [
        ([], with_chart("Other"), True),
        (["title"], with_chart("Other"), False),
        (["title", "type", "legend", "direction"], with_chart(), True),
        (["type"], with_chart(columns=3), False),
    ],
)
def test_charts_are_compared_in_what_is_asked_for(
    machine: Machine, props: list[str], chart: Change, held: bool
) -> None:
    pair(machine, chart, gold=with_chart())
    assert (not wrong(machine, {"type": "chart", **PAIR, "chart_props": props})) is held


@pytest.mark.parametrize(
    ("pivot", "held"), [(with_pivot(), True), (with_pivot("count"), False), (with_pivot(row=1), False)]
)
def test_pivot_tables_are_compared_in_what_is_asked_for(machine: Machine, pivot: Change, held: bool) -> None:
    pair(machine, pivot, gold=with_pivot())
    rule = {"type": "pivot_table", "sheet_idx0": "RN预算", "sheet_idx1": "EN预算"}
    props = ["col_fields", "row_fields", "filter", "data_fields"]
    assert (not wrong(machine, {**rule, "pivot_props": props})) is held


def test_numbers_are_compared_as_rounded(machine: Machine) -> None:
    pair(machine, cell("C2", 0.25004))
    assert not wrong(machine, DATA)
    assert wrong(machine, {**DATA, "precision": 5})


def test_a_column_of_texts_that_are_numbers_is_one_of_numbers(machine: Machine) -> None:
    pair(machine, *(cell(f"B{row}", f"{10 * row - 10}") for row in (2, 3, 4)))
    assert not wrong(machine, DATA)


@pytest.mark.parametrize("format_", [red_where_largest, red_above_25])
def test_a_conditional_format_is_the_look_of_the_cells_that_it_holds_for(machine: Machine, format_: Change) -> None:
    pair(machine, format_, gold=red_last)
    assert not wrong(machine, {"type": "style", **PAIR, "props": ["font_color"]})


def test_a_condition_that_nobody_can_judge_here_is_no_proof(machine: Machine) -> None:
    odd = FormulaRule(formula=["ISODD(B2)"], font=Font(color="FFFF0000"))
    pair(machine, lambda book: book["Data"].conditional_formatting.add("B2:B4", odd))
    assert "ISODD(B2)" in answer(machine, {"type": "style", **PAIR, "props": ["font_color"]}).unread


@pytest.mark.parametrize(
    ("props", "held"),
    [
        ({"value": {"method": "re", "ref": "^Mon"}, "font_bold": {"method": "eq", "ref": False}}, True),
        ({"bgcolor": {"method": "eq", "ref": "FF0000FF"}, "fill_type": {"method": "eq", "ref": "patternFill"}}, True),
        ({"value": {"method": "gt", "ref": 3}}, False),
        ({"bgcolor": {"method": "ne", "ref": "FF0000FF"}}, False),
    ],
)
def test_a_cell_looks_as_wished(machine: Machine, props: dict[str, Any], held: bool) -> None:
    write(
        machine.home / "book.xlsx", lambda book: setattr(book["Data"]["A1"], "fill", PatternFill("solid", "FF0000FF"))
    )
    rule = {"type": "check_cell", "sheet_idx": "RNData", "coordinate": "A1", "props": props}
    assert (not wrong(machine, rule)) is held


def test_a_day_in_a_cell_is_a_number(machine: Machine) -> None:
    write(machine.home / "book.xlsx", cell("B2", datetime.date(2026, 11, 28)))
    props = {"value": {"method": "eq", "ref": 46354}}
    assert not wrong(machine, {"type": "check_cell", "sheet_idx": 0, "coordinate": "B2", "props": props})


@pytest.mark.parametrize(("zoom", "held"), [(150, True), (100, False)])
def test_a_sheet_is_shown_at_a_zoom(machine: Machine, zoom: int, held: bool) -> None:
    write(machine.home / "book.xlsx", lambda book: setattr(book["Data"].sheet_view, "zoomScale", zoom))
    rule = {"type": "zoom", "sheet_idx": 0, "method": "gt", "ref": 120}
    assert (not wrong(machine, rule)) is held


def test_the_check_says_what_is_wrong(machine: Machine) -> None:
    pair(machine)
    assert holds(machine, **question(DATA, {"type": "sheet_name"}))
    pair(machine, cell("B2", 11), lambda book: book.remove(book["预算"]))
    seen = sees(machine, **question(DATA, {"type": "sheet_name"}))
    assert "11 instead of 10 at B2 in Data" in seen
    assert "['Data'] as the sheets" in seen


def test_a_sheet_that_is_missing_is_said(machine: Machine) -> None:
    pair(machine, lambda book: book.remove(book["预算"]))
    assert sees(machine, **question({**DATA, "sheet_idx0": "RN预算", "sheet_idx1": "EN预算"})) == "no sheet 预算"
    with pytest.raises(CheckFault, match=r"gold\.xlsx has no sheet"):
        judge(machine, **question({**DATA, "sheet_idx1": "EN预"}))


def test_a_bomb_is_not_unpacked(machine: Machine) -> None:
    pair(machine)
    with zipfile.ZipFile(machine.home / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b" " * (300 << 20))
    finding = judge(machine, **question(DATA))
    assert "unpacks to more than 256 MB" in finding.saw
    assert not finding.certain


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"no workbook at all", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_no_proof(machine: Machine, content: bytes) -> None:
    pair(machine)
    (machine.home / "book.xlsx").write_bytes(content)
    finding = judge(machine, **question(DATA))
    assert "no xlsx workbook" in finding.saw
    assert not finding.certain


def test_a_cut_off_workbook_is_no_proof(machine: Machine) -> None:
    pair(machine)
    with zipfile.ZipFile(machine.home / "book.xlsx", "w") as parts:
        parts.writestr("xl/workbook.xml", "<workbook")
    finding = judge(machine, **question(DATA))
    assert "no whole workbook" in finding.saw
    assert not finding.certain


def test_no_workbook_is_not_like_another(machine: Machine) -> None:
    pair(machine)
    (machine.home / "book.xlsx").unlink()
    assert sees(machine, **question(DATA)) == "no book.xlsx"


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [{"type": "sheet_fuzzy"}],
        [{**DATA, "sheet_idx0": "X1"}],
        [{**DATA, "sheet_idx0": -1}],
        [{**DATA, "precison": 2}],
        [{"type": "check_cell", "sheet_idx": 0, "coordinate": "A0", "props": {"value": {"method": "eq", "ref": 1}}}],
        [
            {
                "type": "check_cell",
                "sheet_idx": 0,
                "coordinate": "A1",
                "props": {"__class__": {"method": "eq", "ref": 1}},
            }
        ],
        [{"type": "zoom", "sheet_idx": 0, "method": "mul", "ref": 1}],
    ],
)
def test_a_rule_that_is_none_is_refused(rules: list[dict[str, Any]]) -> None:
    with pytest.raises(ValidationError):
        read(question(*rules))


def test_a_comparison_needs_another_workbook() -> None:
    with pytest.raises(ValidationError, match="`like` is missing"):
        read({"workbook": "book.xlsx", "rules": [DATA]})
