"""Makes the attempts of many tasks, some at once, each in its own process; yields results as they come."""

import hashlib
import re
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Event
from typing import Protocol, TypeAlias

from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Result, Status
from tasks.task import ReadFile, Task

_NO_NAME = re.compile(r"[^\w.#\[\] -]+")
_LONGEST_NAME = 200  # bytes; file systems take 255
_GLANCE = 0.05  # seconds between two looks at the workers
_AROUND = 60.0  # seconds that set-up, checks and tear-down may take beside a task's own limit


class Worker(Protocol):
    """Makes one attempt, on this machine or another."""

    @property
    def doing(self) -> str:
        """What it is doing."""

    def poll(self) -> Attempt | None:
        """Return how the attempt went once it is over."""

    def end(self) -> None:
        """End it, and all that it started."""


Start: TypeAlias = Callable[[Job, Path, float], Worker]
"""Starts a worker at a job in a new folder, for so many seconds at most. Raises `OSError` where that cannot be."""


class Watcher(Protocol):
    """Is told what goes on."""

    def on_begun(self, job: Job, attempt: int) -> None:
        """A worker begins the n-th attempt, counted from 1."""

    def on_doing(self, task: Task, doing: str) -> None:
        """A worker says what it is doing."""


@dataclass
class _Running:
    job: Job
    process: Worker
    earlier: list[Attempt] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)


@dataclass(frozen=True)
class _NotBegun:
    """Stands for a worker that could not be started."""

    reason: str
    doing: str = ""

    def poll(self) -> Attempt:
        return Attempt(status=Status.ERROR, cause="machine", reason=self.reason)

    def end(self) -> None:
        """Nothing runs."""


class Pool:
    """Carries out jobs, `workers` at once; `out` is the folder of results."""

    def __init__(
        self,
        out: Path,
        workers: int,
        watcher: Watcher,
        *,
        retries: int | None = None,
        start: Start = AttemptProcess,
    ) -> None:
        self._out, self._workers, self._watcher = out, workers, watcher
        self._retries, self._start = retries, start
        self._running: list[_Running] = []

    def results(self, jobs: Sequence[Job], stop: Event, deadline: float | None = None) -> Generator[Result, None, None]:
        """Yield each task's result as soon as it is there, until all are, `stop` is set, or the deadline has passed.

        The deadline is in seconds of `time.monotonic`.
        """
        waiting = deque(jobs)
        try:
            while (waiting or self._running) and not stop.is_set():
                if deadline is not None and time.monotonic() > deadline:
                    return
                while waiting and len(self._running) < self._workers:
                    self._running.append(self._begin(waiting.popleft()))
                yield from self._finished()
                stop.wait(_GLANCE)
        finally:
            with ThreadPoolExecutor(max(1, len(self._running))) as ending:  # none waits for another's end
                list(ending.map(lambda running: running.process.end(), self._running))

    def _begin(self, job: Job, earlier: Sequence[Attempt] = (), folders: Sequence[Path] = ()) -> _Running:
        number = len(earlier) + 1
        folder = attempt_folder(job.task, number)
        process: Worker
        try:
            _put_aside(self._out / folder)
            process = self._start(job, self._out / folder, job.task.limits.seconds + _AROUND)
        except OSError as error:
            process = _NotBegun(f"No worker could begin in {self._out / folder}: {error.strerror or error}.")
        self._watcher.on_begun(job, number)
        return _Running(job, process, list(earlier), [*folders, folder])

    def _finished(self) -> Iterator[Result]:
        for running in list(self._running):
            attempt = running.process.poll()
            if attempt is None:
                self._watcher.on_doing(running.job.task, running.process.doing)
                continue
            self._running.remove(running)
            attempts = [*running.earlier, attempt]
            if attempt.status is Status.FAILED and len(attempts) <= self._retries_of(running.job.task):
                self._running.append(self._begin(running.job, attempts, running.folders))
            else:
                yield result_of(running.job.task, attempts, running.folders)

    def _retries_of(self, task: Task) -> int:
        if task.expected == "fail":
            return 0
        return task.retries if self._retries is None else self._retries


def result_of(task: Task, attempts: Sequence[Attempt], folders: Sequence[Path]) -> Result:
    """Return what a task's attempts amount to."""
    last = attempts[-1]
    status, reason = Status(last.status), last.reason
    if status is Status.PASSED and len(attempts) > 1:
        status, reason = Status.FLAKY, f"It passed only at attempt {len(attempts)}: {attempts[0].reason}"
    if task.expected == "fail" and status is Status.FAILED:
        status, reason = Status.EXPECTED_FAILURE, f"{task.reason} ({last.reason})"
    elif task.expected == "fail" and status is Status.PASSED:
        status, reason = Status.FAILED, f"It was expected to fail, and passed: {task.reason}"
    return _result(task, status, reason, attempts, folders)


def skipped(task: Task) -> Result:
    """Return the result of a task that says itself that it is not to be run."""
    return _result(task, Status.SKIPPED, task.skip or "")


def _result(
    task: Task, status: Status, reason: str, attempts: Sequence[Attempt] = (), folders: Sequence[Path] = ()
) -> Result:
    return Result(
        id=task.run_id,
        name=task.name,
        file=task.file,
        tags=task.tags,
        seed=task.seed,
        status=status,
        reason=reason,
        attempts=tuple(attempts),
        folders=tuple(folders),
    )


def unreadable(file: ReadFile) -> Result:
    """Return the result of a task file that cannot be read, or says what no task says."""
    reason = "\n".join(map(str, file.mistakes))
    attempt = Attempt(status=Status.ERROR, cause="task file", reason=reason)
    path = str(file.path.absolute())
    return Result(id=path, name=file.path.name, file=path, status=Status.ERROR, reason=reason, attempts=(attempt,))


def attempt_folder(task: Task, number: int) -> Path:
    """Return where the n-th attempt at a task lies in the folder of results, counted from 1."""
    return Path(folder_name(task)) / f"attempt-{number}"


def folder_name(task: Task) -> str:
    """Return what a task's folder of results is called: its id, as far as names of files can say it.

    What they cannot say is told apart by a hash.
    """
    name = _NO_NAME.sub("-", task.run_id.replace("/", "--")).strip("-")
    if name.replace("--", "/", 1) == task.run_id and len(name.encode()) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(task.run_id.encode(errors="surrogateescape")).hexdigest()[:8]
    return f"{name.encode()[:_LONGEST_NAME].decode(errors='ignore')}-{digest}"


def _put_aside(folder: Path) -> None:
    """Rename the folder of an attempt that was broken off, as by a kill: it stays as it is."""
    if folder.exists():
        names = (folder.with_name(f"{folder.name}-broken-off-{number}") for number in count(1))
        folder.rename(next(name for name in names if not name.exists()))
