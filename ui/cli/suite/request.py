"""From the options of `deskhand run` to a suite."""

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from actions.policy.file import load_policy
from actions.policy.policy import Policy
from agent.control.run_control import RunControl
from agent.grounding.way import way_for_family
from model.families import family_for
from tasks.live.named import MINIWOB, read_named
from tasks.runner.records import Status
from tasks.runner.results import Results, newest_folder, results_folder
from tasks.runner.selection import Selection, SelectionError, read_seeds, read_shard
from tasks.runner.suite import BAD, IN_SCRATCH, Suite, SuiteOptions, most_workers
from tasks.runner.trusted import TrustedTasks, needing_trust, trusted_file
from tasks.task import ReadFile, Task, unrepeated
from ui.cli.commands.run import RunArguments
from ui.cli.signals import STOPPED
from ui.cli.suite.run import RunRequest, ask_for_trust, list_tasks, run_suite
from ui.cli.suite.workers import may_use_this_desktop, workers_at
from ui.cli.terminal.listener import can_ask


def run_tasks(given: RunArguments) -> int:
    """Run what is asked for; return the exit code. Raises an error with a sentence for what cannot be."""
    console, control = Console(quiet=given.as_json, highlight=False), RunControl()
    _refuse_contradictions(given)
    read = read_named(given.paths, read_seeds(given.seeds or "0"), timed=given.timed)
    tasks, broken = selected(read, selection_of(given))
    if given.list_only:
        list_tasks(tasks, broken, console)
        return int(bool(broken))
    options = options_of(given, console)
    if given.display == "here" and not may_use_this_desktop(len(tasks), console):
        return STOPPED
    results = Results(given.resume or results_folder(given.root))
    with workers_at(given.display, given.ray, console, control, debug=given.debug) as start:
        results.make()
        suite = Suite(tasks, replace(options, start=start), results, trusted(tasks, given.trust, console), broken)
        is_alone = given.display == "virtual" and not given.debug
        request = RunRequest(results, given.as_json, given.fail_on_flaky, table=is_alone)
        return run_suite(suite, request, control)


def options_of(given: RunArguments, console: Console) -> SuiteOptions:
    """Return how the suite is run. Raises `GroundingError`, `PolicyError` or `SelectionError` for what cannot be."""
    return SuiteOptions(
        model=given.model,
        grounding=str(way_for_family(family_for(given.model), given.grounding)),
        policy=_policy(given),
        workers=_workers(given, console),
        retries=0 if given.debug else given.retries,
        timeout=given.timeout,
        global_timeout=given.global_timeout,
        max_failures=1 if given.debug or given.exit_first else given.max_failures,
        play_solutions=given.solution,
        display=given.display,
        debug=given.debug,
    )


def selected(read: Sequence[ReadFile], selection: Selection) -> tuple[list[Task], list[ReadFile]]:
    """Return the tasks to run, and the files that are broken: whether these would be selected, nobody knows.

    Raises `SelectionError` where there are neither.
    """
    tasks = [task for file in read for task in file.tasks]
    broken = [file for file in read if file.mistakes]
    return (selection.of(tasks) if tasks or not broken else []), broken


def selection_of(given: RunArguments) -> Selection:
    """Return which tasks are asked for. Raises `SelectionError`."""
    return Selection(
        grep=given.grep,
        tags=tuple(given.tags or ()),
        only=_failed_last(given.root) if given.last_failed else None,
        repeat_each=given.repeat_each,
        shuffle=given.shuffle,
        seed=given.seed,
        shard=read_shard(given.shard),
    )


def read_workers(text: str) -> int:
    """Read `4` or `50%`. Raises `SelectionError`."""
    found = re.fullmatch(r"(\d{1,3})(%?)", text.strip())
    if not found or not int(found[1]):
        raise SelectionError(f"{text!r} is no number of workers: write 4, or a share of the cores such as 50%.")
    number = int(found[1])
    return max(1, (os.cpu_count() or 1) * number // 100) if found[2] else number


def trusted(tasks: list[Task], all_of_them: bool, console: Console) -> frozenset[str]:
    """Return the ids of the tasks that may run code: all with --trust, else those approved now or earlier."""
    wanting = needing_trust(tasks)
    if not all_of_them:
        approved = TrustedTasks(trusted_file())
        new = approved.unapproved(wanting)
        if new and ask_for_trust(new, console):
            approved.add(new)
        wanting = [task for task in wanting if task in approved]
    return frozenset(task.run_id for task in wanting)


def _refuse_contradictions(given: RunArguments) -> None:
    if given.ray and given.display == "here":
        raise SelectionError("--ray spreads tasks over other machines, and --display here is this one: choose one.")
    if given.debug and given.ray:
        raise SelectionError("--debug asks about a display, which must be one of this machine: leave out --ray.")
    if given.debug and not can_ask(Console(quiet=given.as_json)):
        raise SelectionError("--debug asks in the terminal, and nobody can be asked here.")
    is_miniwob = any(str(path).startswith(MINIWOB) for path in given.paths)
    if (given.seeds is not None or given.timed) and not is_miniwob:
        raise SelectionError("--seeds and --timed are for miniwob:NAME: a task file says its own `seeds` and limits.")
    if given.ray and given.model.partition(":")[0] == "glm":
        raise SelectionError("A cluster needs a model that is served to all: --model server:URL.")


def _failed_last(root: Path) -> set[str]:
    folder = newest_folder(root)
    if folder is None:
        raise SelectionError(f"There are no results in {root} yet: run without --last-failed first.")
    return {unrepeated(result.id) for result in Results(folder) if result.status in (*BAD, Status.FLAKY)}


def _policy(given: RunArguments) -> Policy:
    if given.policy:
        return load_policy(given.policy)
    return Policy() if given.display == "here" else IN_SCRATCH


def _workers(given: RunArguments, console: Console) -> int:
    workers, most = read_workers(given.workers), most_workers(given.model)
    if most is not None and workers > most:
        console.print("A local GLM that is not shared fills the card, so one worker does all (DESKHAND_GLM_SHARED).")
        return most
    if workers > 1 and (given.display == "here" or given.debug):
        console.print("There is one person here, so one worker does all.")
        return 1
    return workers
