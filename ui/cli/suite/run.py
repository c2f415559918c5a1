"""`deskhand run`: tasks from their files to their results, with what each worker is doing meanwhile."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import typer
from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from agent.control.run_control import RunControl
from tasks.runner.junit import write_junit
from tasks.runner.records import Job, Result, Status
from tasks.runner.results import Results, as_json, counts
from tasks.runner.suite import BAD, Suite
from tasks.task import ReadFile, Task, reasons_for_trust
from ui.cli.signals import STOPPED, interrupts
from ui.cli.suite.reporting import heard_by_people_alone, tell_of
from ui.cli.terminal.listener import can_ask
from ui.wording import printable

_A_SECOND = 8  # pictures of the table

_COLOURS = {
    Status.PASSED: "green",
    Status.FAILED: "red",
    Status.ERROR: "magenta",
    Status.FLAKY: "yellow",
    Status.SKIPPED: "bright_black",
    Status.EXPECTED_FAILURE: "cyan",
}


@dataclass(frozen=True)
class RunRequest:
    """What the command line asked for, beside the suite."""

    results: Results
    as_json: bool = False
    fail_on_flaky: bool = False
    table: bool = True


def run_suite(suite: Suite, request: RunRequest, control: RunControl) -> int:
    """Run the suite, show it, and write its results; return the exit code."""
    console = Console(quiet=request.as_json, highlight=False)
    progress = Progress(console, len(suite.tasks) + len(suite.broken), table=request.table)
    with interrupts.stopping(control), heard_by_people_alone(as_json=request.as_json), progress.shown():
        for result in suite.run(progress, control.stopped):
            progress.add(result)
    results = list(request.results)
    junit = write_junit(results, request.results.folder)
    unrun = len({task.run_id for task in suite.tasks} - {result.id for result in results})
    console.print(summary(results, unrun))
    console.print(f"Results: {request.results.folder} ({junit.name})", markup=False, soft_wrap=True)
    if request.as_json:
        print(as_json(results))  # noqa: T201
    tell_of(results, request.results.folder, console, as_json=request.as_json)
    if control.stopped.is_set():
        return STOPPED
    return exit_code(results, fail_on_flaky=request.fail_on_flaky) or int(unrun > 0)


def exit_code(results: Sequence[Result], *, fail_on_flaky: bool) -> int:
    """Return 0 where all is well, and 1 otherwise."""
    bad = (*BAD, Status.FLAKY) if fail_on_flaky else BAD
    return int(any(result.status in bad for result in results))


def list_tasks(tasks: Sequence[Task], broken: Sequence[ReadFile], console: Console) -> None:
    """Show the names and tags of tasks, why some are skipped, and what is wrong with the files that cannot be read."""
    for mistake in (mistake for file in broken for mistake in file.mistakes):
        Console(stderr=True).print(str(mistake), style="red", markup=False, highlight=False, soft_wrap=True)
    for task in tasks:
        tags = "".join(f" @{tag}" for tag in task.tags)
        console.print(f"{task.run_id}{tags}", markup=False, highlight=False, soft_wrap=True)
        if task.skip:
            console.print(f"    skipped: {task.skip}", markup=False, highlight=False, soft_wrap=True)
    if skipped := sum(task.skip is not None for task in tasks):
        console.print(f"{len(tasks)} tasks, {skipped} of them skipped.", highlight=False, soft_wrap=True)


def ask_for_trust(tasks: Sequence[Task], console: Console) -> bool:
    """Show what the tasks may only do when they are trusted, and ask; where nobody can be asked, the answer is no."""
    if not can_ask(console):
        return False
    for task in tasks:
        console.print(Text(task.id, style="bold"))
        for reason in reasons_for_trust(task):
            console.print(f"  {reason}", markup=False, highlight=False)
    return typer.confirm("Do you trust these tasks? They are remembered until they are changed.")


class Progress:
    """What goes on: a line for each result, and on a terminal a table of the workers beneath."""

    def __init__(self, console: Console, total: int, *, table: bool = True, lines: bool = True) -> None:
        self._console, self._total, self._has_lines = console, total, lines
        self._is_live = table and console.is_terminal and not console.quiet
        self._workers: dict[str, _Working] = {}
        self._results: list[Result] = []

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show it while entered."""
        if not self._is_live:
            yield
            return
        with Live(get_renderable=self._table, console=self._console, transient=True, refresh_per_second=_A_SECOND):
            yield

    def on_begun(self, job: Job, attempt: int) -> None:
        """Show that an attempt begins."""
        again = f" (attempt {attempt})" if attempt > 1 else ""
        self._workers[job.task.run_id] = _Working(f"begins{again}", time.monotonic())

    def on_doing(self, task: Task, doing: str) -> None:
        """Show what a worker is doing."""
        if doing:
            self._workers[task.run_id].doing = doing

    def add(self, result: Result) -> None:
        """Show a result."""
        self._results.append(result)
        self._workers.pop(result.id, None)
        if self._has_lines:
            self._console.print(_line(result), soft_wrap=True)

    def _table(self) -> Table:
        """Called on the thread that draws."""
        table = Table.grid(padding=(0, 2))
        now = time.monotonic()
        for task, working in list(self._workers.items()):
            seconds = Text(f"{now - working.since:.0f} s", justify="right")
            table.add_row(_cut(task), seconds, _cut(working.doing, style="bright_black"))
        table.add_row(f"{len(self._results)} of {self._total}")
        return table


@dataclass
class _Working:
    """What a worker is doing, and since when it is at its attempt."""

    doing: str
    since: float


def _line(result: Result) -> Text:
    line = Text(f"{result.status.value:>16}  ", style=_COLOURS[result.status])
    line.append(f"{printable(result.id)}  ({result.seconds:.1f} s)", style="default")
    if result.status is not Status.PASSED:
        for reason in result.reason.splitlines():
            line.append(f"\n{'':18}{printable(reason)}", style="default")
    return line


def _cut(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style, no_wrap=True, overflow="ellipsis")


def summary(results: Sequence[Result], unrun: int = 0) -> Text:
    """Return how many results there are of each kind, and how many tasks were not come to."""
    line = Text()
    for status, count in counts(list(results)).items():
        if count:
            line.append(f"{count} {status.value}  ", style=_COLOURS[status])
    if unrun:
        line.append(f"{unrun} not run  ")
    line.append(f"in {sum(result.seconds for result in results):.1f} s of work")
    return line
