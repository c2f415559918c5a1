"""One folder of results read back, whatever became of the run: finished tasks, and those that a kill broke off."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from agent.errors import RecordingError
from agent.recording import Recording, private
from tasks.runner.process import JOB, OUTCOME
from tasks.runner.records import Attempt, Job, Result
from tasks.runner.results import RESULTS, Results, ResultsError
from tasks.task import Task

_MOST_BYTES = 64 * 1024 * 1024
_ATTEMPTS = f"*/attempt-*/{JOB}"

_Read = TypeVar("_Read", bound=BaseModel)


@dataclass(frozen=True)
class Entry:
    """A task of a run. `result` is None where the run was ended before it came; `folders` are its attempts' ones."""

    id: str
    name: str
    file: str
    tags: tuple[str, ...]
    result: Result | None
    folders: tuple[Path, ...]


class SuiteRun:
    """A folder of results. Raises `ResultsError` where it holds none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        lines = _lines(folder)
        self.results = _newest(folder)
        self.unreadable = sum(not _is_result(line) for line in lines)
        """How many lines of `results.jsonl` cannot be read; one that a kill cut off is among them."""
        if lines and not self.results and not self.interrupted:
            raise ResultsError(
                f"No line of {folder / RESULTS} can be read: it is damaged, or was written by another version of "
                "Deskhand."
            )

    @cached_property
    def interrupted(self) -> tuple[Entry, ...]:
        """The tasks that were begun, and have no result."""
        finished = {result.id for result in self.results}
        known = {folder for result in self.results for folder in result.folders}
        begun: dict[str, tuple[Task, list[Path]]] = {}
        for file in sorted(self.folder.glob(_ATTEMPTS)):
            folder = file.parent.relative_to(self.folder)
            if folder not in known and (job := self.job(folder)) and job.task.run_id not in finished:
                begun.setdefault(job.task.run_id, (job.task, []))[1].append(folder)
        return tuple(
            Entry(id, task.name, task.file, task.tags, None, tuple(folders)) for id, (task, folders) in begun.items()
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All tasks that are known of."""
        finished = (Entry(r.id, r.name, r.file, r.tags, r, r.folders) for r in self.results)
        return (*finished, *self.interrupted)

    def job(self, attempt: Path) -> Job | None:
        """Return what an attempt was to do, where that can be read; `attempt` is a folder within this one."""
        return self._read(attempt, JOB, Job)

    def outcome(self, attempt: Path) -> Attempt | None:
        """Return how an attempt went, where it was over and that can be read."""
        return self._read(attempt, OUTCOME, Attempt)

    def recordings(self, attempt: Path) -> Iterator[Recording | str]:
        """Yield the recordings of an attempt in their order, or why one cannot be read; also those a kill broke off."""
        if not (folder := self.inside(attempt)):
            return
        runs = (path for path in folder.glob("run-*") if path.is_dir() and not path.is_symlink())
        for path in sorted(runs, key=lambda path: (len(path.name), path.name)):
            try:
                yield Recording(path)
            except RecordingError as error:
                yield str(error)

    def _read(self, attempt: Path, name: str, kind: type[_Read]) -> _Read | None:
        if not (folder := self.inside(attempt)):
            return None
        try:
            with private.open_inside(folder, name) as file:
                return kind.model_validate_json(file.read(_MOST_BYTES))
        except (OSError, ValidationError):
            return None

    def inside(self, attempt: Path) -> Path | None:
        """Return the whole path of a folder that lies in this one; what a result says is data and may lie."""
        whole = Path(os.path.realpath(self.folder / attempt))
        root = Path(os.path.realpath(self.folder))
        return whole if root in whole.parents and whole.is_dir() else None


def began(results: list[Result], folder: Path) -> float:
    """Return when a run began, in seconds since 1970."""
    times = [attempt.started.timestamp() for result in results for attempt in result.attempts if attempt.started]
    if times:
        return min(times)
    try:
        return (folder / RESULTS).stat().st_mtime
    except OSError:
        return 0.0


def _lines(folder: Path) -> list[bytes]:
    try:
        return [line for line in (folder / RESULTS).read_bytes().splitlines() if line.strip()]
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ResultsError(f"{folder} holds no results: name a folder that `deskhand run` made.") from error
    except OSError as error:
        raise ResultsError(f"The results in {folder} cannot be read: {error.strerror}.") from error


def _newest(folder: Path) -> list[Result]:
    return list(Results(folder))


def _is_result(line: bytes) -> bool:
    try:
        Result.model_validate_json(line)
    except ValidationError:
        return False
    return True
