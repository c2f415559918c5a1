"""Reads task files: finds them, puts the values in, and makes a task of each run. Every mistake is told at once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tasks.task.reading.errors import FileMistake, TaskFileError, one_mistake, read_text
from tasks.task.reading.runs import tasks_of
from tasks.task.reading.tree import START, Mapping, Mistake
from tasks.task.reading.yaml_tree import read_yaml
from tasks.task.task import Task

_IS_A_TASK = re.compile(r"^(?:---\s*)?[\"']?(?:goal|steps)[\"']?[ \t]*:", re.MULTILINE)


@dataclass(frozen=True)
class ReadFile:
    """What a task file came to: its runs, or all that is wrong with it."""

    path: Path
    tasks: tuple[Task, ...] = ()
    mistakes: tuple[FileMistake, ...] = ()


def read_tasks(paths: Path | Iterable[Path]) -> list[Task]:
    """Return every run of the task files, and of those in the folders, in the order of their names.

    Raises `TaskFileError` with all mistakes of all files.
    """
    return whole(read_each(paths))


def read_each(paths: Path | Iterable[Path]) -> list[ReadFile]:
    """Return what each of the task files, and of those in the folders, came to. One that is wrong hides no other.

    Raises `TaskFileError` where there is none.
    """
    files = find_task_files([paths] if isinstance(paths, Path) else paths)
    return list(with_names_of_their_own(map(_read, files)))


def _read(path: Path) -> ReadFile:
    try:
        return ReadFile(path, tasks=tuple(read_task_file(path)))
    except TaskFileError as error:
        return ReadFile(path, mistakes=error.mistakes)


def find_task_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files, and those in the folders that are tasks, each once. Raises `TaskFileError` where there is none.

    In a folder, hidden folders left out, tasks are `*.task.yaml` and each other `*.yaml` that has a goal or steps.
    """
    found: dict[Path, Path] = {}
    mistakes: list[FileMistake] = []
    for path in paths:
        try:
            for file in _files_of(path):
                found.setdefault(file.resolve(), file)
        except TaskFileError as error:
            mistakes += error.mistakes
    if mistakes:
        raise TaskFileError(mistakes)
    return list(found.values())


def _files_of(path: Path) -> list[Path]:
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
    except OSError as error:
        raise one_mistake(path, f"This cannot be looked at: {error.strerror}.") from error
    if not is_folder and not is_file:
        raise one_mistake(path, "There is no such file or folder.")
    files = sorted(_in_folder(path)) if is_folder else [path]
    if not files:
        raise one_mistake(path, "There is no task in this folder: no *.task.yaml and no *.yaml with a goal or steps.")
    return files


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


def whole(read: Iterable[ReadFile]) -> list[Task]:
    """Return all tasks of some files. Raises `TaskFileError` with all mistakes of all files."""
    read = list(read)
    if mistakes := [mistake for file in read for mistake in file.mistakes]:
        raise TaskFileError(mistakes)
    return [task for file in read for task in file.tasks]


def with_names_of_their_own(read: Iterable[ReadFile]) -> Iterator[ReadFile]:
    """Yield the files; one that has a run of the same name as an earlier one is wrong: their results would be one."""
    first: dict[str, str] = {}
    for file in read:
        mistakes = [
            FileMistake(
                Path(task.file), 1, 1, f"{first[task.run_id]} is called {task.id} too: give one of them another `name`."
            )
            for task in file.tasks
            if task.run_id in first
        ]
        first |= {task.run_id: task.file for task in file.tasks if task.run_id not in first}
        yield replace(file, tasks=(), mistakes=tuple(mistakes)) if mistakes else file
