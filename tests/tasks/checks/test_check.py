import json
from typing import Any

import pytest
from pydantic import BaseModel

from tasks.checks import BaseCheck, Check, CheckFault, Machine
from tasks.checks.check import KINDS
from tests.tasks.checks.judging import holds, judge, read, sees

_THERE, _MISSING = {"file": "a.txt"}, {"file": "b.txt"}
_UNKNOWN = {"window": "*"}  # without a display

_ONE_OF_EACH: list[dict[str, Any]] = [
    {"file": "a.txt", "text": "x"},
    {"json": "c.json", "at": "a.b[0]['x.y']", "equals": None},
    {"csv": "t.csv", "row": 2, "column": "Total", "equals": 3, "tolerance": 0.5},
    {"sqlite": "db", "query": "select a from t", "equals": [1, 2]},
    {"cell": "b.ods", "sheet": "S", "at": "B2", "equals": 1},
    {"workbook": "b.xlsx", "like": "g.xlsx", "rules": [{"type": "freeze", "sheet_idx0": 0, "sheet_idx1": "EI0"}]},
    {"picture": "p.png", "size": [1, 2]},
    {"command": ["true"], "exit_code": 0, "output": "x"},
    {"window": "*x*"},
    {"clipboard": {"regex": "x"}},
    {"screen_text": "S", "region": [0, 0, 500, 500]},
    {"screen_picture": "p.png"},
    {"http": "http://127.0.0.1:80/x", "status": 200, "body": "x"},
    {"answer": "42"},
    {"reward": 0.5},
    {"python": "a.py:f"},
    {"all": [{"file": "x"}]},
    {"any": [{"file": "x"}]},
    {"not": {"any": [{"file": "x"}]}},
]


class _Task(BaseModel):
    checks: tuple[Check, ...]


def test_every_kind_is_read_and_written_as_it_stood() -> None:
    task = _Task.model_validate({"checks": _ONE_OF_EACH})
    assert {check.kind for check in task.checks} == set(KINDS)
    written = json.loads(task.model_dump_json())
    assert written == {"checks": _ONE_OF_EACH}
    assert _Task.model_validate(written) == task


def test_every_kind_says_what_it_wants_and_has_a_schema() -> None:
    assert all(check.wanted for check in _Task.model_validate({"checks": _ONE_OF_EACH}).checks)
    schema = _Task.model_json_schema()
    assert len(schema["$defs"]["Check"]["oneOf"]) == len(KINDS)


def test_the_kind_may_stand_after_the_rest() -> None:
    assert read({"text": "x", "file": "a.txt"}) == read({"file": "a.txt", "text": "x"})


@pytest.mark.parametrize(
    ("written", "held", "certain"),
    [
        ({"all": [_THERE, _THERE]}, True, True),
        ({"all": [_THERE, _MISSING]}, False, True),
        ({"all": [_UNKNOWN, _MISSING]}, False, True),
        ({"all": [_UNKNOWN, _THERE]}, False, False),
        ({"any": [_MISSING, _THERE]}, True, True),
        ({"any": [_MISSING, _MISSING]}, False, True),
        ({"any": [_UNKNOWN, _THERE]}, True, True),
        ({"any": [_UNKNOWN, _MISSING]}, False, False),
        ({"not": _MISSING}, True, True),
        ({"not": _THERE}, False, True),
        ({"not": _UNKNOWN}, False, False),
        ({"not": {"not": _UNKNOWN}}, False, False),
        ({"not": {"all": [_UNKNOWN, _MISSING]}}, True, True),
    ],
)
def test_checks_are_put_together(machine: Machine, written: dict[str, Any], held: bool, certain: bool) -> None:
    (machine.home / "a.txt").touch()
    finding = judge(machine, **written)
    assert (finding.held, finding.certain) == (held, certain)


def test_all_says_everything_that_failed(machine: Machine) -> None:
    assert sees(machine, all=[_THERE, _MISSING]) == "no a.txt; no b.txt"
    assert judge(machine, all=[_THERE, _MISSING]).wanted == "a.txt and b.txt"


def test_not_says_what_is_not_wanted(machine: Machine) -> None:
    (machine.home / "a.txt").touch()
    assert judge(machine, **{"not": _THERE}).wanted == "not a.txt"
    assert sees(machine, **{"not": _THERE}) == "a file a.txt"


def test_a_fault_inside_is_the_tasks_fault(machine: Machine) -> None:
    with pytest.raises(CheckFault):
        holds(machine, **{"not": {"any": [{"command": ["true"]}]}})


def test_what_runs_code_is_found_inside_others() -> None:
    check = read({"not": {"any": [{"file": "x"}, {"all": [{"python": "a.py:f"}]}]}})
    assert [part.kind for part in check.every() if part.runs] == ["python"]


def test_every_kind_is_a_check() -> None:
    assert all(issubclass(kind, BaseCheck) for kind in KINDS.values())
