"""Runs a selection of tasks from their files to their results, and knows when to stop early."""

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from threading import Event
from typing import Literal

from actions.policy.policy import Policy, Verdict
from agent.grounding.way import PLAIN
from model.base import ModelError
from model.engine.keeping import kept_engine
from model.glm.settings import GlmSettings
from model.open import engine_wanted, located
from tasks.runner.pool import Pool, Start, Watcher, result_of, skipped, unreadable
from tasks.runner.process import AttemptProcess
from tasks.runner.records import Attempt, Job, Result, Status
from tasks.runner.results import Results
from tasks.task import ReadFile, Task, reasons_for_trust

_NO_COMMANDS = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW, remove=Verdict.ALLOW, open_app=Verdict.ALLOW)
"""What is typed into a terminal is a command, which only a trusted task may run."""

IN_SCRATCH = _NO_COMMANDS.model_copy(update={"terminal": Verdict.ALLOW})
"""What a person allows on a scratch display and in a scratch home; a task's own policy stands beside it."""

BAD = (Status.FAILED, Status.ERROR)


def most_workers(model: str, glm: GlmSettings | None = None) -> int | None:
    """Return how many tasks a model serves at once; None where it sets no limit.

    A local GLM fills the card: it serves many where an engine holds it for all. Raises `ModelError` for its settings.
    """
    return 1 if model.partition(":")[0] == "glm" and not engine_wanted(model, glm) else None


@dataclass(frozen=True)
class SuiteOptions:
    """How a suite is run. `retries` and `timeout` (seconds) go before what a task says; 0 failures stop nothing.

    `start` starts the workers: here, or on a cluster. What `glm` does not set, the environment does.
    `grounding` is the way of asking, as `agent.grounding` reads it.
    """

    model: str = "reader"
    glm: GlmSettings | None = None
    grounding: str = PLAIN
    policy: Policy = field(default_factory=Policy)
    workers: int = 1
    retries: int | None = None
    timeout: float | None = None
    global_timeout: float | None = None
    max_failures: int = 0
    play_solutions: bool = False
    display: Literal["virtual", "here"] = "virtual"
    debug: bool = False
    start: Start = AttemptProcess


class Suite:
    """Some tasks that are to be run; `trusted` are the ids of those that may do what needs trust.

    Of the files that are `broken` it can only be told what is wrong with them: they are errors.
    """

    def __init__(
        self,
        tasks: Sequence[Task],
        options: SuiteOptions,
        results: Results,
        trusted: frozenset[str] = frozenset(),
        broken: Sequence[ReadFile] = (),
    ) -> None:
        self._options, self._results, self._trusted = options, results, trusted
        self.tasks, self.broken = tasks, broken

    def run(self, watcher: Watcher, stop: Event) -> Iterator[Result]:
        """Yield each result as it comes, written down already; those that are there before are not made again.

        Those that the machine was at fault for are: they say nothing of the task.
        """
        options, bad = self._options, 0
        with closing(self._made(watcher, stop)) as results:
            for result in results:
                self._results.add(result)
                yield result
                bad += result.status in BAD
                if options.max_failures and bad >= options.max_failures:
                    return

    def _made(self, watcher: Watcher, stop: Event) -> Generator[Result, None, None]:
        began = time.monotonic()
        done = {result.id for result in self._results if not _is_to_be_tried_again(result)}
        waiting = [task for task in self.tasks if task.run_id not in done]
        yield from map(unreadable, self.broken)  # it may have been mended
        for result in self._known_at_once(waiting):
            done.add(result.id)
            yield result
        jobs = [self._job(task) for task in waiting if task.run_id not in done]
        options = self._options
        pool = Pool(self._results.folder, options.workers, watcher, retries=options.retries, start=options.start)
        with self._model_kept(stop) if jobs else nullcontext():
            yield from pool.results(jobs, stop, options.global_timeout and began + options.global_timeout)

    @contextmanager
    def _model_kept(self, stop: Event) -> Iterator[None]:
        """Keep the engine that the workers share, where the model has one: theirs would end with a worker."""
        with ExitStack() as kept:
            with suppress(ModelError):  # which every worker then says of its own task
                if wanted := engine_wanted(self._options.model, self._options.glm):
                    kept.enter_context(kept_engine(wanted, stop))
            yield

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
            model=located(options.model),  # a worker works in a folder of its own
            glm=options.glm,
            grounding=options.grounding,
            policy=options.policy if trusted else options.policy.tightened_by(_NO_COMMANDS),
            trusted=trusted,
            display=options.display,
            debug=options.debug,
            play_solution=options.play_solutions,
        )


def _is_to_be_tried_again(result: Result) -> bool:
    return result.status is Status.ERROR and result.attempts[-1].cause in ("machine", "worker")
