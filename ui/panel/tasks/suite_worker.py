"""The suite's thread: runs tasks, each a process of its own, and tells of every event by signals. Knows no widget."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from tasks.runner.junit import write_junit
from tasks.runner.pool import Watcher, attempt_folder
from tasks.runner.records import Job, Result
from tasks.runner.results import Results, results_folder
from tasks.runner.suite import Suite, SuiteOptions
from tasks.runner.trusted import TrustedTasks, needing_trust
from tasks.task import Task
from ui.panel.failures import in_a_sentence
from ui.panel.tasks.listing import PastResult

_log = logging.getLogger(__name__)


class RunsTasks(Protocol):
    """What a suite does, or a test's stand-in."""

    def run(self, watcher: Watcher, stop: Event) -> Iterator[Result]:
        """Yield each result as it comes."""


MakeSuite: TypeAlias = Callable[[Sequence[Task], SuiteOptions, Results, frozenset[str]], RunsTasks]


@dataclass(frozen=True)
class SuiteJob:
    """Tasks to run; `approved` are those that the person has just come to trust."""

    tasks: tuple[Task, ...]
    approved: tuple[Task, ...]
    options: SuiteOptions
    stop: Event = field(default_factory=Event)


class SuiteWorker(QObject):
    """Runs suites on the thread that it is moved to.

    Signals:
        begun: An attempt at a task begins (the run's id, the attempt's folder).
        doing: A task's worker says what it is doing (the run's id, its words).
        result_came: A task is finished and written down (PastResult).
        ended: The suite is over, or was stopped.
        failed: It could not begin or broke (a sentence).
    """

    begun = Signal(str, object)
    doing = Signal(str, str)
    result_came = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, results: Path, approvals: Path, make_suite: MakeSuite = Suite) -> None:
        super().__init__()
        self._root, self._approvals, self._make_suite = results, approvals, make_suite
        self._folder = results
        self._said: dict[str, str] = {}

    @Slot(object)
    def do(self, job: SuiteJob) -> None:
        """Run one suite to its end; whatever goes wrong is shown, and the panel lives on."""
        try:
            self._run(job)
        except Exception as error:  # noqa: BLE001 - the boundary of the suite's thread
            _log.debug("The suite failed", exc_info=True)
            self.failed.emit(in_a_sentence(error))
        else:
            self.ended.emit()

    def on_begun(self, job: Job, attempt: int) -> None:
        """Tell it."""
        self._said.pop(job.task.run_id, None)
        self.begun.emit(job.task.run_id, self._folder / attempt_folder(job.task, attempt))

    def on_doing(self, task: Task, doing: str) -> None:
        """Tell it where it is something new; the pool says it at each of its looks."""
        if doing and self._said.get(task.run_id) != doing:
            self._said[task.run_id] = doing
            self.doing.emit(task.run_id, doing)

    def _run(self, job: SuiteJob) -> None:
        trusted = self._trusted(job)
        results = Results(results_folder(self._root))
        results.make()
        self._folder = results.folder
        self._said.clear()
        for result in self._make_suite(job.tasks, job.options, results, trusted).run(self, job.stop):
            self.result_came.emit(PastResult(result, results.folder))
        write_junit(list(results), results.folder)

    def _trusted(self, job: SuiteJob) -> frozenset[str]:
        """Remember what was approved now; return the ids of all tasks that may do what needs trust."""
        known = TrustedTasks(self._approvals)
        if job.approved:
            known.add(job.approved)
        return frozenset(task.run_id for task in needing_trust(job.tasks) if task in known)
