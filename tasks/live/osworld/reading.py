"""Reads OSWorld's task files, and Spider2-V's, which are written the same, as tasks of ours."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from actions.quotation import one_line, shortened
from tasks.live.osworld.document import Document, is_document, read_document
from tasks.live.osworld.evaluator import Evaluator, read_evaluator
from tasks.live.osworld.places import Brought, with_home
from tasks.live.osworld.stage import Stage
from tasks.live.osworld.unsupported import Unsupported
from tasks.task.reading.errors import TaskFileError, one_mistake
from tasks.task.reading.files import ReadFile, whole
from tasks.task.reading.sentences import sentence
from tasks.task.task import LONGEST_NAME, NO_NAME, Task

_SCREEN = (1920, 1080)
_LONGEST_REASON = 300  # characters: it quotes what the file says
_CHECK_SECONDS = 15.0  # in which a browser writes down its settings
_NO_TAG = re.compile(r"[\s,]+")


def read_osworld(path: Path) -> list[Task]:
    """Return the task of a file, or those of all files in a folder, in the order of their names.

    What cannot be run here is skipped, with a sentence that names it. Raises `TaskFileError` with all mistakes.
    """
    return whole(read_each_osworld(path))


def read_each_osworld(path: Path) -> list[ReadFile]:
    """Return what each file came to; one that is wrong hides no other. Raises `TaskFileError` where there is none."""
    read = [_read(file) for file in _in_folder(path) if _is_meant(file)] if path.is_dir() else [_read(path)]
    if not read:
        raise one_mistake(path, "There is no OSWorld task in this folder: no *.json with instruction and evaluator.")
    return read


def _is_meant(file: Path) -> bool:
    try:
        return is_document(file)
    except TaskFileError:  # reading it says what is wrong
        return True


def _read(file: Path) -> ReadFile:
    try:
        return ReadFile(file, (_task(file),))
    except TaskFileError as error:
        return ReadFile(file, mistakes=error.mistakes)


def _in_folder(folder: Path) -> list[Path]:
    """Return all JSON files, hidden folders left out."""
    files = (file for file in folder.rglob("*.json") if file.is_file())
    return sorted(file for file in files if not any(part.startswith(".") for part in file.relative_to(folder).parts))


def _task(file: Path) -> Task:
    document = read_document(file)
    said: dict[str, Any] = {
        "name": re.sub(NO_NAME, "-", document.id)[:LONGEST_NAME],
        "goal": with_home(document.instruction),
        "file": str(file.absolute()),
        "tags": list(_tags(document)),
        "display": "{}x{}".format(*_SCREEN),
        "check_seconds": _CHECK_SECONDS,
    }
    try:
        return Task.model_validate(said | _what_is_done(document, file.parent))
    except Unsupported as reason:
        return Task.model_validate(said | {"skip": shortened(one_line(str(reason)), _LONGEST_REASON)})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise one_mistake(file, f"It makes no task: `{where}`: {sentence(dict(first))}") from error


def _what_is_done(document: Document, folder: Path) -> dict[str, Any]:
    brought = Brought(folder, document.id)
    evaluator = read_evaluator(document.evaluator, brought)
    stage = Stage(brought, _SCREEN).add(document.config)
    return {
        "set_up": {"files": stage.files, "steps": stage.steps},
        "infeasible": evaluator.infeasible,
        "before_checks": _before_checks(evaluator, brought),
        "checks": list(evaluator.checks),
    }


def _before_checks(evaluator: Evaluator, brought: Brought) -> list[dict[str, Any]]:
    stage = Stage(brought, _SCREEN).add(evaluator.before)
    if stage.files:
        raise Unsupported("It brings files only when it judges.")
    return stage.steps


def _tags(document: Document) -> Iterator[str]:
    for word in dict.fromkeys(("osworld", *document.related_apps, *document.tags)):
        if tag := _NO_TAG.sub("-", word).strip("-"):
            yield tag
