"""The report of a task's last result."""

from pathlib import Path

from agent.errors import RecordingError
from ui.panel.tasks.listing import PastResult
from ui.report.page import write_report


def task_report(past: PastResult) -> Path:
    """Write the page of a task's last run and return where it is. Raises `RecordingError`."""
    attempts = past.result.attempts
    if past.attempt_folder is None or not attempts or not attempts[-1].recordings:
        raise RecordingError("There is no recording of it: it ended before anything was done.")
    return write_report(past.attempt_folder / attempts[-1].recordings[-1])
