"""By what a task is known again: what it says, and what lies in the files that it names."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tasks.task.task import Task
from tasks.task.trust import AT_FOLDER, with_all_inside

_LONGEST_PATH = 1000


def content_hash(task: Task) -> str:
    """Return the SHA-256 of what the task says and of every file in its folder that it names, in hexadecimal.

    It is the same wherever the folder lies, and for each repeat. Python files beside one that is named count too, since
    they can be imported; what a command reads on its own account does not.
    """
    digest = hashlib.sha256(task.model_dump_json(exclude={"file", "repeat"}).encode())
    for path in sorted(brought_files(task)):
        name = os.path.relpath(path, task.folder)
        digest.update(f"\0{name}\0{_file_hash(path)}".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _file_hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # once it can be read, the task is another one
        return "unreadable"


def brought_files(task: Task) -> set[Path]:
    """Return the files in the task's folder that it names, and the Python files beside those that are such."""
    folder = task.folder
    found: set[Path] = set()
    for text in _texts(task.model_dump(mode="json", exclude={"file"})):
        for path in (text, text.rpartition(":")[0]):
            place = _place(folder, path)
            if place is not None:
                found |= {inside for inside in with_all_inside(place) if inside.is_file()}
    beside = (other for path in found if path.suffix == ".py" for other in path.parent.glob("*.py"))
    return found | {other for other in beside if other.is_file()}


def _place(folder: Path, path: str) -> Path | None:
    if not path or len(path) > _LONGEST_PATH or not path.isprintable():
        return None
    place = Path(os.path.normpath(folder / AT_FOLDER.sub("", path)))
    try:
        return place if place.exists() and place.is_relative_to(folder) else None
    except OSError:  # a name that is too long
        return None


def _texts(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case list():
            yield from _each(data)
        case dict():
            yield from _each(data.values())


def _each(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        yield from _texts(part)
