"""`deskhand run`: tasks from their files to their results, with what each worker is doing meanwhile."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import typer
from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from agent.control import RunControl
from tasks.runner.junit import write_junit
from tasks.runner.records import Job, Result, Status
from tasks.runner.results import Results, as_json, counts
from tasks.runner.suite import BAD, Suite
from tasks.task import Task, reasons_for_trust
from ui.cli.signals import STOPPED, interrupts
from ui.cli.terminal import can_ask

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


def run_suite(suite: Suite, request: RunRequest) -> int:
    """Run the suite, show it, and write its results; return the exit code."""
    console = Console(quiet=request.as_json, highlight=False)
    control = RunControl()
    progress = Progress(console, len(suite.tasks))
    with interrupts.stopping(control), progress.shown():
        for result in suite.run(progress, control.stopped):
            progress.add(result)
    results = list(request.results)
    junit = write_junit(results, request.results.folder)
    console.print(_summary(results))
    console.print(f"Results: {request.results.folder} ({junit.name})", markup=False, soft_wrap=True)
    if request.as_json:
        print(as_json(results))  # noqa: T201
    return STOPPED if control.stopped.is_set() else exit_code(results, fail_on_flaky=request.fail_on_flaky)


def exit_code(results: Sequence[Result], *, fail_on_flaky: bool) -> int:
    """Return 0 where all is well, and 1 otherwise."""
    bad = (*BAD, Status.FLAKY) if fail_on_flaky else BAD
    return int(any(result.status in bad for result in results))


def list_tasks(tasks: Sequence[Task], console: Console) -> None:
    """Show the names and tags of tasks, why some are skipped, and how many."""
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


@dataclass
class Progress:
    """What goes on, on a terminal as a table of the workers, elsewhere as a line for each result."""

    console: Console
    total: int
    _doing: dict[str, str] = field(default_factory=dict)
    _results: list[Result] = field(default_factory=list)
    _live: Live | None = None

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show it while entered."""
        if not self.console.is_terminal or self.console.quiet:
            yield
            return
        with Live(self._table(), console=self.console, transient=True, refresh_per_second=8) as self._live:
            yield
        self._live = None

    def on_begun(self, job: Job, attempt: int) -> None:
        """Show that an attempt begins."""
        again = f" (attempt {attempt})" if attempt > 1 else ""
        self._doing[job.task.run_id] = f"begins{again}"
        self._show()

    def on_doing(self, task: Task, doing: str) -> None:
        """Show what a worker is doing."""
        if doing and self._doing.get(task.run_id) != doing:
            self._doing[task.run_id] = doing
            self._show()

    def add(self, result: Result) -> None:
        """Show a result."""
        self._results.append(result)
        self._doing.pop(result.id, None)
        line = Text(f"{result.status.value:>16}  ", style=_COLOURS[result.status])
        line.append(f"{result.id}  ({result.seconds:.1f} s)", style="default")
        if result.reason and result.status is not Status.PASSED:
            line.append(f"\n{'':18}{result.reason}", style="default")
        self.console.print(line, soft_wrap=True)
        self._show()

    def _show(self) -> None:
        if self._live:
            self._live.update(self._table())

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        for task, doing in self._doing.items():
            table.add_row(Text(task), Text(doing, style="bright_black"))
        table.add_row(Text(f"{len(self._results)} of {self.total}"), "")
        return table


def _summary(results: Sequence[Result]) -> Text:
    line = Text()
    for status, count in counts(list(results)).items():
        if count:
            line.append(f"{count} {status.value}  ", style=_COLOURS[status])
    line.append(f"in {sum(result.seconds for result in results):.1f} s of work")
    return line
