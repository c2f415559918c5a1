"""Tasks that are written and run: what the runner's tests share."""

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
