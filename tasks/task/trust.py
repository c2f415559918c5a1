"""What a task may only do for someone who trusts it.

Without trust, a task starts installed applications on files of its own, and nothing of its own choice runs: no command,
no Python, no variable or settings file that makes a program load something, no path out of its folder and its home.
"""

import os
import posixpath
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from actions.quotation import one_line
from tasks.checks.command import CommandCheck, PythonCheck
from tasks.task.set_up import HARMLESS, Command, CopiedFile, OpenedApplication, StartedProgram
from tasks.task.steps import ExpectStep, WaitForStep
from tasks.task.targets import PictureTarget
from tasks.task.task import RecordedSolution, StepsSolution, Task

AT_FOLDER = re.compile(r"^\{\{\s*folder\s*\}\}(?:/|$)")
"""How a path begins that starts in the task's folder."""
_AT_HOME = re.compile(r"^(?:~|\{\{\s*home\s*\}\})(?:/|$)")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SERVER = re.compile(r"^\{\{\s*server\s*\}\}(?=/|$)")
_LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))


def reasons_for_trust(task: Task) -> list[str]:
    """Return all that the task may only do when it is trusted, a sentence each; none for a task that needs no trust."""
    found = (*_runs(task), *_launches(task), *_settings(task), *_paths(task), *_checks(task))
    return list(dict.fromkeys(map(one_line, found)))  # nothing that a task says moves a terminal's cursor


def _runs(task: Task) -> Iterator[str]:
    staged = (step for step in _staged(task) if isinstance(step, Command))
    for command in (*task.set_up.commands, *staged, *task.tear_down):
        yield f"It runs the command {shlex.join(command.run)}."
    for launch in (*task.set_up.launch, *_staged(task)):
        if isinstance(launch, StartedProgram):
            yield f"It starts the program {shlex.join(launch.start)}."


def _launches(task: Task) -> Iterator[str]:
    for launch in (*task.set_up.launch, *_staged(task)):
        if isinstance(launch, OpenedApplication):
            for argument in launch.files:
                if complaint := _not_a_file_of_its_own(argument):
                    yield f"It opens {argument} in {launch.open}, which {complaint}."


def _not_a_file_of_its_own(argument: str) -> str:
    address = _SERVER.sub("http://127.0.0.1", argument)
    if _SCHEME.match(address):
        return "" if _is_loopback(address) else "is not served on this machine"
    if argument.startswith("-"):
        return "is an option and no file"
    return "lies outside the home" if _leaves(argument, _AT_HOME) and _leaves(argument, AT_FOLDER) else ""


def _is_loopback(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.hostname in _LOOPBACK


def _settings(task: Task) -> Iterator[str]:
    for name in task.set_up.environment:
        if not HARMLESS.fullmatch(name):
            yield f"It sets {name}, a variable that can make programs run something."
    written = {path: path for path in task.set_up.files}
    for path, file in task.set_up.files.items():
        if isinstance(file, CopiedFile):
            written |= {f"{path}/{inside}": path for inside in _inside(task.folder / file.copied)}
    if task.set_up.home is not None:
        written |= {inside: inside for inside in _inside(task.folder / task.set_up.home)}
    for path in written:
        if any(_can_run(part) for part in Path(_AT_HOME.sub("", path)).parts):
            yield f"It writes {path}, which can make programs run something."


def _can_run(part: str) -> bool:
    return (part.startswith(".") and part not in (".", "..")) or part.endswith(".desktop")


def _inside(folder: Path) -> Iterator[str]:
    """Yield what lies in a folder, as paths from it."""
    for top, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield os.path.relpath(Path(top, name), folder)


def _paths(task: Task) -> Iterator[str]:
    for path in task.set_up.files:
        if _leaves(path, _AT_HOME):
            yield f"It writes {path}, which lies outside the home."
    for path in _sources(task):
        places = with_all_inside(task.folder / AT_FOLDER.sub("", path))
        if _leaves(path, AT_FOLDER) or any(_leads_out(task.folder, place) for place in places):
            yield f"It reads {path}, which leads out of the task's folder."


def _sources(task: Task) -> Iterator[str]:
    set_up = task.set_up
    yield from (folder for folder in (set_up.home, set_up.server) if folder is not None)
    yield from (file.copied for file in set_up.files.values() if isinstance(file, CopiedFile))
    if isinstance(task.solution, RecordedSolution):
        yield task.solution.script
    for step in _steps(task):
        yield from (value.picture for _, value in step if isinstance(value, PictureTarget))


def _staged(task: Task) -> Iterator[Any]:
    yield from (*task.set_up.steps, *task.before_checks)


def _steps(task: Task) -> Iterator[Any]:
    yield from _staged(task)
    yield from task.steps or ()
    if isinstance(task.solution, StepsSolution):
        yield from task.solution.steps


def _leaves(path: str, top: re.Pattern[str]) -> bool:
    """Say by its words alone whether a path leads out of where relative ones, and those with that beginning, start."""
    inside = posixpath.normpath(top.sub("", path) or ".")
    return posixpath.isabs(inside) or inside.startswith(("~", "{{")) or inside.split("/")[0] == ".."


def with_all_inside(path: Path) -> Iterator[Path]:
    """Yield a path, and what lies in it where it is a folder."""
    yield path
    yield from (path / inside for inside in _inside(path))


def _leads_out(folder: Path, path: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle, a name that is too long
        return True


def _checks(task: Task) -> Iterator[str]:
    waited = [check for step in _steps(task) if isinstance(step, WaitForStep) for check in step.wait_for]
    expected = [check for step in _steps(task) if isinstance(step, ExpectStep) for check in step.expect]
    for check in (*task.checks, *waited, *expected):
        for part in check.every():
            if isinstance(part, CommandCheck):
                yield f"Its check runs the command {shlex.join(part.command)}."
            elif isinstance(part, PythonCheck):
                yield f"Its check runs the function {part.python}."
            elif part.runs:
                yield f"Its check `{part.kind}` runs something."
