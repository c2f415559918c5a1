"""The tasks that a command line names: our own files, and other people's by `osworld:PATH`."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tasks.live.osworld import read_osworld
from tasks.task import Task, TaskFileError, read_tasks
from tasks.task.reading.files import same_names

_SOURCES: dict[str, Callable[[Path], list[Task]]] = {"osworld": read_osworld}


def read_named(paths: Iterable[Path]) -> list[Task]:
    """Return the tasks that paths name: our own, `osworld:PATH`, and a `*.json` file alone, which is OSWorld's.

    Raises `TaskFileError`.
    """
    own: list[Path] = []
    tasks: list[Task] = []
    for path in paths:
        source, _, rest = str(path).partition(":")
        if source in _SOURCES and rest:
            tasks += _SOURCES[source](Path(rest).expanduser())
        elif path.suffix == ".json":
            tasks += read_osworld(path)
        else:
            own.append(path)
    tasks = (read_tasks(own) if own else []) + tasks
    if mistakes := list(same_names(tasks)):
        raise TaskFileError(mistakes)
    return tasks
