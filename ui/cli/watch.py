"""`deskhand watch`: the same tasks again and again, by the clock or when their files change; a line for each time."""

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

from agent.control import RunControl
from tasks.runner.junit import write_junit
from tasks.runner.results import Results, ResultsError, forget_old, results_folder
from tasks.runner.selection import SelectionError
from tasks.runner.suite import BAD, Suite, SuiteOptions
from tasks.task import Task, TaskFileError, find_task_files, read_each
from tasks.task.content import brought_files
from ui.cli.run import Progress, summary
from ui.cli.run_request import RunArguments, options_of, selected, selection_of, trusted
from ui.cli.signals import STOPPED, interrupts
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
    find_task_files(given.run.paths)
    control, console = RunControl(), Console(highlight=False)
    options, asks = options_of(given.run, console), console
    with interrupts.stopping(control):
        while not control.stopped.is_set():
            began, seen = time.monotonic(), look(given.run.paths, [])
            tasks = _run_once(given, options, console, asks, control)
            asks = Console(quiet=True)  # nobody is asked in the middle of the night
            if given.every is None:
                wait_for_change(given.run.paths, tasks, seen, control.stopped)
            else:
                control.stopped.wait(began + given.every - time.monotonic())
    return STOPPED


def read_period(text: str) -> float:
    """Return the seconds of `90s`, `10m`, `2h` or `1d`. Raises `SelectionError`."""
    found = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)([smhd])", text.strip())
    if not found or not float(found[1]):
        raise SelectionError(f"{text!r} is no time: write 90s, 10m, 2h or 1d.")
    return float(found[1]) * _UNITS[found[2]]


def look(paths: Iterable[Path], tasks: Sequence[Task]) -> Seen:
    """Return how the task files are now, and the files that these tasks bring."""
    files: set[Path] = set()
    with suppress(TaskFileError):  # there are none just now
        files.update(find_task_files(paths))
    files.update(file for task in tasks for file in brought_files(task))
    seen: Seen = {}
    for file in files:
        with suppress(OSError):  # it has just gone
            status = file.stat()
            seen[file] = status.st_mtime_ns, status.st_size
    return seen


def wait_for_change(paths: Iterable[Path], tasks: Sequence[Task], seen: Seen, stop: Event) -> None:
    """Return once files are other ones than were seen, and have been left alone for a moment; or at a stop."""
    now = look(paths, tasks)
    brought = {file: status for file, status in now.items() if file not in seen}
    seen = seen | brought
    while now == seen and not stop.wait(_GLANCE):
        now = look(paths, tasks)
    while not stop.wait(_GLANCE) and (later := look(paths, tasks)) != now:
        now = later


def _run_once(
    given: WatchArguments, options: SuiteOptions, console: Console, asks: Console, control: RunControl
) -> list[Task]:
    """Run the tasks and say how that went; return them."""
    results = Results(results_folder(given.run.root))
    tasks: list[Task] = []
    try:
        tasks, broken = selected(read_each(given.run.paths), selection_of(given.run))
        results.make()
        suite = Suite(tasks, options, results, trusted(tasks, given.run.trust, asks), broken)
        _run_through(suite, console, control)
        write_junit(list(results), results.folder)
        forget_old(given.run.root, given.keep)
    except (ResultsError, SelectionError, TaskFileError) as error:
        console.print(_told(Text(printable(str(error)), style="red")), soft_wrap=True)
    else:
        if not control.stopped.is_set():
            console.print(_told(_line(results)), soft_wrap=True)
    return tasks


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


def _told(what: Text) -> Text:
    return Text(f"{datetime.now():%Y-%m-%d %H:%M:%S}  ").append_text(what)
