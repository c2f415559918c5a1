"""From the options of `deskhand run` to a suite."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from actions.policy import Policy, Verdict
from actions.policy_file import load_policy
from tasks.live.named import read_named
from tasks.runner.records import Status
from tasks.runner.results import Results, newest_folder, results_folder
from tasks.runner.selection import Selection, SelectionError, read_shard
from tasks.runner.suite import BAD, Suite, SuiteOptions
from tasks.runner.trusted import TrustedTasks, trusted_file
from tasks.task import Task, reasons_for_trust
from ui.cli.run import RunRequest, ask_for_trust, list_tasks, run_suite

IN_SCRATCH = Policy(
    terminal=Verdict.ALLOW,
    commit=Verdict.ALLOW,
    discard=Verdict.ALLOW,
    remove=Verdict.ALLOW,
    open_app=Verdict.ALLOW,
)
"""What the person allows on a scratch display and in a scratch home; a task's own policy stands beside it."""


@dataclass(frozen=True)
class RunArguments:
    """The options, as they were given."""

    paths: tuple[Path, ...]
    model: str
    list_only: bool
    grep: str
    tags: tuple[str, ...]
    workers: str
    retries: int | None
    max_failures: int
    shuffle: bool
    seed: int
    shard: str
    timeout: float | None
    global_timeout: float | None
    last_failed: bool
    fail_on_flaky: bool
    resume: Path | None
    root: Path
    policy: Path | None
    trust: bool
    solution: bool
    as_json: bool


def run_tasks(given: RunArguments) -> int:
    """Run what is asked for; return the exit code. Raises an error with a sentence for what cannot be."""
    console = Console(quiet=given.as_json, highlight=False)
    tasks = _selection(given).of(read_named(given.paths))
    if given.list_only:
        list_tasks(tasks, console)
        return 0
    results = Results(given.resume or results_folder(given.root))
    results.make()
    options = SuiteOptions(
        model=given.model,
        policy=load_policy(given.policy) if given.policy else IN_SCRATCH,
        workers=_one_for_glm(given.model, read_workers(given.workers), console),
        retries=given.retries,
        timeout=given.timeout,
        global_timeout=given.global_timeout,
        max_failures=given.max_failures,
        play_solutions=given.solution,
    )
    suite = Suite(tasks, options, results, _trusted(tasks, given.trust, console))
    return run_suite(suite, RunRequest(results, given.as_json, given.fail_on_flaky))


def read_workers(text: str) -> int:
    """Read `4` or `50%`. Raises `SelectionError`."""
    found = re.fullmatch(r"(\d{1,3})(%?)", text.strip())
    if not found or not int(found[1]):
        raise SelectionError(f"{text!r} is no number of workers: write 4, or a share of the cores such as 50%.")
    number = int(found[1])
    return max(1, (os.cpu_count() or 1) * number // 100) if found[2] else number


def _selection(given: RunArguments) -> Selection:
    return Selection(
        grep=given.grep,
        tags=given.tags,
        only=_failed_last(given.root) if given.last_failed else None,
        shuffle=given.shuffle,
        seed=given.seed,
        shard=read_shard(given.shard),
    )


def _failed_last(root: Path) -> set[str]:
    folder = newest_folder(root)
    if folder is None:
        raise SelectionError(f"There are no results in {root} yet: run without --last-failed first.")
    return {result.id for result in Results(folder) if result.status in (*BAD, Status.FLAKY)}


def _one_for_glm(model: str, workers: int, console: Console) -> int:
    if workers > 1 and model.partition(":")[0] == "glm":
        console.print("A local GLM fills the card, so one worker does all: serve the model (server:URL) for more.")
        return 1
    return workers


def _trusted(tasks: list[Task], all_of_them: bool, console: Console) -> frozenset[str]:
    """Return the ids of the tasks that may run code: all with --trust, else those approved now or earlier."""
    trusted = [task for task in tasks if reasons_for_trust(task)]
    if not all_of_them:
        approved = TrustedTasks(trusted_file())
        new = [task for task in trusted if task not in approved]
        if new and ask_for_trust(new, console):
            approved.add(new)
        elif new:
            trusted = [task for task in trusted if task not in new]
    return frozenset(task.run_id for task in trusted)
