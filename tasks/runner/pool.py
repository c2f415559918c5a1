"""Makes the attempts of many tasks, some at once, each in its own process; yields results as they come."""

import re
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Protocol

from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Result, Status
from tasks.task import Task

_NO_NAME = re.compile(r"[^\w.#-]+")
_GLANCE = 0.05  # seconds between two looks at the workers
_AROUND = 60.0  # seconds that set-up, checks and tear-down may take beside a task's own limit


class Watcher(Protocol):
    """Is told what goes on."""

    def on_begun(self, job: Job, attempt: int) -> None:
        """A worker begins the n-th attempt, counted from 1."""

    def on_doing(self, task: Task, doing: str) -> None:
        """A worker says what it is doing."""


@dataclass
class _Running:
    job: Job
    process: AttemptProcess
    earlier: list[Attempt] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)


class Pool:
    """Carries out jobs, `workers` at once; `out` is the folder of results."""

    def __init__(self, out: Path, workers: int, watcher: Watcher, *, retries: int | None = None) -> None:
        self._out, self._workers, self._watcher = out, workers, watcher
        self._retries = retries
        self._running: list[_Running] = []

    def results(self, jobs: Sequence[Job], stop: Event, deadline: float | None = None) -> Iterator[Result]:
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
            for running in self._running:
                running.process.end()

    def _begin(self, job: Job, earlier: Sequence[Attempt] = (), folders: Sequence[Path] = ()) -> _Running:
        number = len(earlier) + 1
        folder = attempt_folder(job.task, number)
        process = AttemptProcess(job, self._out / folder, job.task.limits.seconds + _AROUND)
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
    return Result(
        id=task.run_id,
        name=task.name,
        file=task.file,
        tags=task.tags,
        status=status,
        reason=reason,
        attempts=tuple(attempts),
        folders=tuple(folders),
    )


def skipped(task: Task) -> Result:
    """Return the result of a task that says itself that it is not to be run."""
    reason = task.skip or ""
    return Result(id=task.run_id, name=task.name, file=task.file, tags=task.tags, status=Status.SKIPPED, reason=reason)


def attempt_folder(task: Task, number: int) -> Path:
    """Return where the n-th attempt at a task lies in the folder of results, counted from 1."""
    return Path(folder_name(task)) / f"attempt-{number}"


def folder_name(task: Task) -> str:
    """Return what a task's folder of results is called: its id, as far as names of files can say it."""
    return _NO_NAME.sub("-", task.run_id).strip("-")
