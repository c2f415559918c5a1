"""Reading a check as a task file holds it, and judging by it."""

from typing import Any

from pydantic import TypeAdapter

from tasks.checks import BaseCheck, Check, Finding, Machine

_CHECKS: TypeAdapter[BaseCheck] = TypeAdapter(Check)


def read(written: Any) -> BaseCheck:
    return _CHECKS.validate_python(written)


def judge(machine: Machine, **written: Any) -> Finding:
    return read(written).judge(machine)


def holds(machine: Machine, **written: Any) -> bool:
    return judge(machine, **written).held


def sees(machine: Machine, **written: Any) -> str:
    """Return what a check that does not hold saw."""
    finding = judge(machine, **written)
    assert not finding.held
    return finding.saw
