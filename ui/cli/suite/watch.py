"""`deskhand watch`: the same tasks again and again, by the clock or when their files change; a line for each time."""

import os
import re
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TypeAlias

from rich.console import Console
from rich.text import Text

from agent.control.run_control import RunControl
from tasks.runner.junit import write_junit
from tasks.runner.results import Results, ResultsError, forget_old, results_folder
from tasks.runner.selection import SelectionError
from tasks.runner.suite import BAD, Suite
from tasks.task import ReadFile, Task, TaskFileError, find_task_files, read_each
from tasks.task.content import brought_files
from ui.cli.commands.run import RunArguments
from ui.cli.signals import STOPPED, interrupts
from ui.cli.suite.request import options_of, selected, selection_of, trusted
from ui.cli.suite.run import Progress, summary
from ui.report.suite.page import write_suite_report
from ui.report.words import language_of
from ui.wording import printable

_GLANCE = 1.0  # seconds between two looks at the files
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}

Seen: TypeAlias = dict[Path, tuple[int, int]]
"""When each file was changed, in nanoseconds, and its size in bytes."""


@dataclass(frozen=True)
class WatchArguments:
    """What to run; how often, in seconds, or at each change; and how many folders of results are kept."""

    run: RunArguments
    every: float | None
    keep: int


def watch_tasks(given: WatchArguments) -> int:
    """Run the tasks until it is stopped; return the exit code. Raises an error for paths where no task is."""
    paths = given.run.paths
    find_task_files(paths)
    control, console = RunControl(), Console(highlight=False)
    options, asks = options_of(given.run, console), console
    with interrupts.stopping(control):
        while not control.stopped.is_set():
            began, seen = time.monotonic(), look(task_files(paths))
            tasks, broken = _read(given.run, console)
            seen |= look(brought_by(tasks) - seen.keys())
            if tasks or broken:
                results = Results(results_folder(given.run.root))
                suite = Suite(tasks, options, results, trusted(tasks, given.run.trust, asks), broken)
                _run_once(suite, results, given, console, control)
                asks = Console(quiet=True)  # nobody is asked in the middle of the night
            if given.every is None:
                wait_for_change(paths, tasks, seen, control.stopped)
            else:
                control.stopped.wait(began + given.every - time.monotonic())
    return STOPPED


def read_period(text: str) -> float:
    """Return the seconds of `90s`, `10m`, `2h` or `1d`. Raises `SelectionError`."""
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([smhd])", text.strip())
    if not found or not float(found[1]):
        raise SelectionError(f"{text!r} is no time: write 90s, 10m, 2h or 1d.")
    return float(found[1]) * _UNITS[found[2]]


def task_files(paths: Iterable[Path]) -> set[Path]:
    """Return the task files that there are now, if any."""
    try:
        return set(find_task_files(paths))
    except TaskFileError:
        return set()


def brought_by(tasks: Iterable[Task]) -> set[Path]:
    """Return the files that tasks bring."""
    return {file for task in tasks for file in brought_files(task)}


def look(files: Iterable[Path]) -> Seen:
    """Return how the files are now."""
    seen: Seen = {}
    for file in files:
        with suppress(OSError):  # it has just gone
            status = file.stat()
            seen[file] = status.st_mtime_ns, status.st_size
    return seen


def wait_for_change(paths: Sequence[Path], tasks: Sequence[Task], seen: Seen, stop: Event) -> None:
    """Return once files are other ones than were seen, and have been left alone for a moment; or at a stop."""
    while (now := _all(paths, tasks)) == seen:
        if stop.wait(_GLANCE):
            return
    while not stop.wait(_GLANCE) and (later := _all(paths, tasks)) != now:
        now = later


def _all(paths: Sequence[Path], tasks: Sequence[Task]) -> Seen:
    return look(task_files(paths) | brought_by(tasks))


def _read(given: RunArguments, console: Console) -> tuple[list[Task], list[ReadFile]]:
    """Return the tasks and the files that are broken; where there are none, say why."""
    try:
        return selected(read_each(given.paths), selection_of(given))
    except (SelectionError, TaskFileError) as error:
        _tell(console, Text(printable(str(error)), style="red"))
        return [], []


def _run_once(suite: Suite, results: Results, given: WatchArguments, console: Console, control: RunControl) -> None:
    """Run the tasks, and say in a line how that went."""
    try:
        results.make()
        _run_through(suite, console, control)
        write_junit(list(results), results.folder)
        write_suite_report(results.folder, language_of(os.environ))
        forget_old(given.run.root, given.keep)
    except ResultsError as error:
        _tell(console, Text(printable(str(error)), style="red"))
    else:
        if not control.stopped.is_set():
            _tell(console, _line(results))


def _run_through(suite: Suite, console: Console, control: RunControl) -> None:
    progress = Progress(console, len(suite.tasks) + len(suite.broken), lines=False)
    with progress.shown():
        for result in suite.run(progress, control.stopped):
            progress.add(result)


def _line(results: Results) -> Text:
    found = list(results)
    line = summary(found)
    line.append(f"  {results.folder}", style="bright_black")
    if bad := [result.id for result in found if result.status in BAD]:
        line.append(printable(f"  {', '.join(bad)}"), style="red")
    return line


def _tell(console: Console, what: Text) -> None:
    console.print(Text(f"{datetime.now():%Y-%m-%d %H:%M:%S}  ").append_text(what), soft_wrap=True)
