"""Runs a selection of tasks from their files to their results, and knows when to stop early."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event

from actions.policy import Policy, Verdict
from model.glm.settings import GlmSettings
from tasks.runner.pool import Pool, Watcher, result_of, skipped
from tasks.runner.records import Attempt, Job, Result, Status
from tasks.runner.results import Results
from tasks.task import Task, reasons_for_trust

_NO_COMMANDS = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, remove=Verdict.ALLOW, open_app=Verdict.ALLOW)
"""What is typed into a terminal is a command, which only a trusted task may run."""

IN_SCRATCH = _NO_COMMANDS.model_copy(update={"terminal": Verdict.ALLOW})
"""What a person allows on a scratch display and in a scratch home; a task's own policy stands beside it."""

BAD = (Status.FAILED, Status.ERROR)


def most_workers(model: str) -> int | None:
    """Return how many tasks a model serves at once; None where it sets no limit. A local GLM fills the card."""
    return 1 if model.partition(":")[0] == "glm" else None


@dataclass(frozen=True)
class SuiteOptions:
    """How a suite is run. `retries` and `timeout` (seconds) go before what a task says; 0 failures stop nothing.

    Without `glm`, a local GLM is set by the environment.
    """

    model: str = "reader"
    glm: GlmSettings | None = None
    policy: Policy = field(default_factory=Policy)
    workers: int = 1
    retries: int | None = None
    timeout: float | None = None
    global_timeout: float | None = None
    max_failures: int = 0
    play_solutions: bool = False


class Suite:
    """Some tasks that are to be run; `trusted` are the ids of those that may do what needs trust."""

    def __init__(
        self,
        tasks: Sequence[Task],
        options: SuiteOptions,
        results: Results,
        trusted: frozenset[str] = frozenset(),
    ) -> None:
        self._options, self._results, self._trusted = options, results, trusted
        self.tasks = tasks

    def run(self, watcher: Watcher, stop: Event) -> Iterator[Result]:
        """Yield each result as it comes, written down already; those that are there before are not made again."""
        done = {result.id for result in self._results}
        waiting = [task for task in self.tasks if task.run_id not in done]
        for result in self._known_at_once(waiting):
            self._results.add(result)
            yield result
            done.add(result.id)
        jobs = [self._job(task) for task in waiting if task.run_id not in done]
        yield from self._run(jobs, watcher, stop)

    def _run(self, jobs: Sequence[Job], watcher: Watcher, stop: Event) -> Iterator[Result]:
        options, began, bad = self._options, time.monotonic(), 0
        pool = Pool(self._results.folder, options.workers, watcher, retries=options.retries)
        for result in pool.results(jobs, stop, options.global_timeout and began + options.global_timeout):
            self._results.add(result)
            yield result
            bad += result.status in BAD
            if options.max_failures and bad >= options.max_failures:
                return

    def _known_at_once(self, tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield the results of tasks that are not to be run, or may not."""
        for task in tasks:
            if task.skip:
                yield skipped(task)
            elif (reasons := reasons_for_trust(task)) and task.run_id not in self._trusted:
                reason = f"It needs your trust (--trust): {reasons[0]}"
                yield result_of(task, [Attempt(status=Status.ERROR, cause="set-up", reason=reason)], [])

    def _job(self, task: Task) -> Job:
        options, trusted = self._options, task.run_id in self._trusted
        if options.timeout is not None:
            limits = task.limits.model_copy(update={"seconds": options.timeout})
            task = task.model_copy(update={"limits": limits})
        return Job(
            task=task,
            model=options.model,
            glm=options.glm,
            policy=options.policy if trusted else options.policy.tightened_by(_NO_COMMANDS),
            trusted=trusted,
            play_solution=options.play_solutions,
        )
