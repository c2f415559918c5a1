"""What the page of tasks lists: the runs of the tasks in a folder, and the files that cannot be read. Knows no Qt."""

import os
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from tasks.runner.records import Result
from tasks.runner.results import RESULTS, Results, ResultsError
from tasks.runner.trusted import TrustedTasks
from tasks.task import FileMistake, ReadFile, Task, TaskFileError, read_each, reasons_for_trust

_MOST_FOLDERS = 100
"""So many runs back is looked for a task's last result."""

_Key: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class PastResult:
    """How a task ended, and the folder of results in which that stands."""

    result: Result
    folder: Path

    @property
    def attempt_folder(self) -> Path | None:
        """Where its last attempt lies; None where none was made."""
        return self.folder / self.result.folders[-1] if self.result.folders else None


@dataclass(frozen=True)
class Entry:
    """A run of a task, or a file with mistakes. `reasons` are why it needs a trust that it has not."""

    path: Path
    task: Task | None = None
    mistakes: tuple[FileMistake, ...] = ()
    reasons: tuple[str, ...] = ()
    last: PastResult | None = None

    @property
    def key(self) -> str:
        """What tells it from all others of its folder."""
        return self.task.run_id if self.task else str(self.path)


def read_entries(folder: Path, results: Path, approvals: Path) -> list[Entry]:
    """Return what a folder holds, each task with its last result in the folders of `results`.

    Raises `OSError` where the folder cannot be looked into.
    """
    os.scandir(folder).close()
    try:
        files = read_each(folder)
    except TaskFileError:  # there is none
        return []
    last, approved = last_results(results), TrustedTasks(approvals)
    return list(chain.from_iterable(_entries(file, last, approved) for file in files))


def _entries(file: ReadFile, last: dict[_Key, PastResult], approved: TrustedTasks) -> list[Entry]:
    if file.mistakes:
        return [Entry(file.path, mistakes=file.mistakes)]
    return [
        Entry(
            file.path,
            task,
            reasons=() if not (reasons := reasons_for_trust(task)) or task in approved else tuple(reasons),
            last=last.get((task.run_id, task.file)),
        )
        for task in file.tasks
    ]


def last_results(root: Path) -> dict[_Key, PastResult]:
    """Return the newest result of each task by its id and file; what cannot be read is left out."""
    found: dict[_Key, PastResult] = {}
    for folder in sorted((path.parent for path in root.glob(f"*/{RESULTS}")), reverse=True)[:_MOST_FOLDERS]:
        with suppress(ResultsError):
            for result in Results(folder):
                found.setdefault((result.id, result.file), PastResult(result, folder))
    return found


def newest_screenshot(attempt: Path) -> Path | None:
    """Return the last screenshot that an attempt's recordings hold by now."""
    with suppress(OSError):  # it was tidied away meanwhile
        return max(attempt.glob("run-*/step-*.png"), key=lambda path: path.stat().st_mtime_ns, default=None)
    return None


def telling_picture(past: PastResult) -> Path | None:
    """Return the picture of the check that failed, or else the last thing that was seen."""
    if past.attempt_folder is None:
        return None
    findings = past.result.attempts[-1].findings if past.result.attempts else ()
    pictures = [finding.picture for finding in findings if finding.picture and not finding.held]
    return past.attempt_folder / pictures[0] if pictures else newest_screenshot(past.attempt_folder)
