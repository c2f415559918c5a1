"""Reads task files: finds them, puts the values in, and makes a task of each run. Every mistake is told at once."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tasks.task.reading.errors import FileMistake, TaskFileError, one_mistake, read_text
from tasks.task.reading.runs import tasks_of
from tasks.task.reading.tree import START, Mapping, Mistake
from tasks.task.reading.yaml_tree import read_yaml
from tasks.task.task import Task

_IS_A_TASK = re.compile(r"^(?:---\s*)?[\"']?(?:goal|steps)[\"']?[ \t]*:", re.MULTILINE)


def read_tasks(paths: Path | Iterable[Path]) -> list[Task]:
    """Return every run of the task files, and of those in the folders, in the order of their names.

    Raises `TaskFileError` with all mistakes of all files.
    """
    tasks: list[Task] = []
    mistakes: list[FileMistake] = []
    for path in find_task_files([paths] if isinstance(paths, Path) else paths):
        try:
            tasks += read_task_file(path)
        except TaskFileError as error:
            mistakes += error.mistakes
    mistakes += same_names(tasks)
    if mistakes:
        raise TaskFileError(mistakes)
    return tasks


def find_task_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files, and those in the folders that are tasks, each once. Raises `TaskFileError` where there is none.

    In a folder, hidden folders left out, tasks are `*.task.yaml` and each other `*.yaml` that has a goal or steps.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        files = sorted(_in_folder(path)) if path.is_dir() else [path]
        if not files:
            raise one_mistake(
                path, "There is no task in this folder: no *.task.yaml and no *.yaml with a goal or steps."
            )
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*.y*ml"):
        inside = path.relative_to(folder).parts
        if path.suffix not in (".yaml", ".yml") or any(part.startswith(".") for part in inside) or not path.is_file():
            continue
        if Path(path.stem).suffix == ".task" or _has_goal_or_steps(path):
            yield path


def _has_goal_or_steps(path: Path) -> bool:
    try:
        return bool(_IS_A_TASK.search(path.read_text(encoding="utf-8", errors="replace")))
    except OSError:  # it may be one, and reading it says what is wrong
        return True


def read_task_file(path: Path) -> list[Task]:
    """Return every run of a task file: one for each row of its table and each of its seeds. Raises `TaskFileError`."""
    tree, mistakes = read_yaml(read_text(path))
    if not isinstance(tree, Mapping):
        mistakes = mistakes or [Mistake(tree.place if tree else START, "A task is keys like `goal: …`, one a line.")]
        raise TaskFileError(FileMistake.at(path, mistake) for mistake in mistakes)
    tasks, wrong = tasks_of(path, tree)
    unread = {mistake.place for mistake in mistakes}
    wrong = [one for one in wrong if one.file != path or (one.line, one.column) not in unread]
    wrong += [FileMistake.at(path, mistake) for mistake in mistakes]
    if wrong:
        raise TaskFileError(wrong)
    return tasks


def same_names(tasks: list[Task]) -> Iterator[FileMistake]:
    """Yield a mistake for each task that is called as one of another file is: their results would be one."""
    files: dict[str, str] = {}
    for task in tasks:
        first = files.setdefault(task.run_id, task.file)
        if first != task.file:
            yield FileMistake(
                Path(task.file), 1, 1, f"{first} is called {task.id} too: give one of them another `name`."
            )
