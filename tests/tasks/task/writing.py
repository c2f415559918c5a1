"""Writes a task file and reads it: the tests' way in."""

from pathlib import Path

from tasks.task import Task, TaskFileError, read_task_file


def written(folder: Path, text: str, name: str = "a.task.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str) -> list[Task]:
    return read_task_file(written(folder, text))


def only(folder: Path, text: str) -> Task:
    (task,) = read(folder, text)
    return task


def mistakes(folder: Path, text: str) -> list[str]:
    """Return what is wrong, each as `line:column: sentence`."""
    try:
        read(folder, text)
    except TaskFileError as error:
        return [f"{one.line}:{one.column}: {one.sentence}" for one in error.mistakes]
    return []
