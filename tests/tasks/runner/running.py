"""Tasks that are written and run: what the runner's tests share."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from tasks.runner.records import Job
from tasks.task import Task, read_tasks


class Silent:
    """Watches, and says nothing."""

    def on_begun(self, job: Job, attempt: int) -> None: ...

    def on_doing(self, task: Task, doing: str) -> None: ...


def written(folder: Path, name: str, **task: Any) -> Task:
    """Write a task file and read it."""
    file = folder / f"{name}.task.yaml"
    file.write_text(yaml.safe_dump(task, allow_unicode=True), encoding="utf-8")
    (read,) = read_tasks(file)
    return read


def pids(pattern: str) -> list[int]:
    """Return the processes whose command line matches, the oldest first."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            found += [(_begun(process), int(process.name))] if re.search(pattern, words) else []
    return [pid for _, pid in sorted(found) if pid != os.getpid()]


def _begun(process: Path) -> int:
    """Return when a process began, in ticks: numbers of processes begin anew some time."""
    return int((process / "stat").read_text().rpartition(")")[2].split()[19])
