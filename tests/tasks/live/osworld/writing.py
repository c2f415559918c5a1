"""OSWorld task files that tests write."""

import json
from pathlib import Path
from typing import Any

from tasks.live.osworld import read_osworld
from tasks.task import Task

RULE = {"type": "rule", "rules": {"expected": "yes\n"}}
SHELL = {"shell": "true"}  # as some tasks have it
COMMAND = {"type": "vm_command_line", "command": ["cat", "/home/user/a b.txt"]}
EVALUATOR = {"func": "exact_match", "result": COMMAND, "expected": RULE}


def write(folder: Path, evaluator: Any = EVALUATOR, config: Any = (), **said: Any) -> Path:
    """Write a task file with an evaluator and a set-up."""
    file = folder / "a-1.json"
    document = {"id": "a-1", "instruction": "Do it in /home/user/Desktop.", "config": list(config)}
    file.write_text(json.dumps({**document, "evaluator": evaluator, **said}, ensure_ascii=False), encoding="utf-8")
    return file


def read(folder: Path, evaluator: Any = EVALUATOR, config: Any = (), **said: Any) -> Task:
    """Return the task of such a file."""
    (task,) = read_osworld(write(folder, evaluator, config, **said))
    return task


def written(task: Task) -> dict[str, Any]:
    """Return what a task says, without what it leaves out."""
    data: dict[str, Any] = task.model_dump(mode="json", exclude_defaults=True)
    return data


def entry(kind: str, **parameters: Any) -> dict[str, Any]:
    return {"type": kind, "parameters": parameters}
