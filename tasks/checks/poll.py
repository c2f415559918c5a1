"""Checks are judged until all hold, or time is up. Knows no kind of check."""

import time
from collections.abc import Callable, Sequence

from tasks.checks.base import BaseCheck, CheckFault, Finding
from tasks.checks.machine import Machine

_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 1.0  # seconds


def hold(
    checks: Sequence[BaseCheck],
    machine: Machine,
    seconds: float,
    pause: Callable[[float], bool],
    clock: Callable[[], float] = time.monotonic,
) -> list[Finding]:
    """Return the findings of the first time that all checks hold at once, or of the last time that they were judged.

    They are judged at least once, also with no time. `pause` waits for some seconds and says whether to stop, as
    `Event.wait` does. Raises `CheckFault` for a check whose fault does not pass.
    """
    deadline, wait = clock() + seconds, _FIRST_PAUSE
    while True:
        left = deadline - clock()
        findings, fault = _judge(checks, machine)
        held = not fault and all(finding.held for finding in findings)
        if held or left <= 0 or pause(min(wait, left)):
            break
        wait = min(2 * wait, _LONGEST_PAUSE)
    if fault:
        raise fault
    return findings


def _judge(checks: Sequence[BaseCheck], machine: Machine) -> tuple[list[Finding], CheckFault | None]:
    """Return the findings, or a fault, which may pass: a function of the task's trips over a file not yet written."""
    try:
        return [check.judge(machine) for check in checks], None
    except CheckFault as fault:
        return [], fault
