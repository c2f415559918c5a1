"""What `deskhand score` shows: how far a model has come, the figures, and what benchmarks there are."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from tasks.recorded.benchmark import Benchmark
from tasks.recorded.figures import Figure, figures_for
from tasks.recorded.scores.report import Report
from tasks.recorded.verdict import Verdict
from ui.wording import printable

_SAYS_EVERY = 30.0  # seconds, where there is no terminal to show a bar
_SHOWN_SKIPPED = 10
_WIDEST_GROUP = 12  # values: a group of more is in the JSON only


class Answers:
    """How far the model has come, and what its answers are worth so far. Implements `Watcher`."""

    def __init__(self, console: Console) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[worth]}"),
            TimeRemainingColumn(),
            console=console,
            disable=console.quiet or not console.is_terminal,
            transient=True,
        )
        self._console, self._lock, self._task = console, Lock(), TaskID(0)
        self._total = self._done = self._count = 0
        self._sum, self._said = 0.0, time.monotonic()

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show it while entered."""
        with self._bar:
            yield

    def on_begun(self, total: int, answered: int) -> None:
        """See `Watcher`."""
        self._total, self._done = total, answered
        self._task = self._bar.add_task("Steps", total=total, completed=answered, worth="")

    def on_answered(self, verdict: Verdict | None) -> None:
        """See `Watcher`."""
        with self._lock:
            if verdict:
                self._count, self._sum = self._count + 1, self._sum + verdict.score
            self._done += 1
            worth = f"{self._sum / self._count:.1%}" if self._count else ""
            self._bar.update(self._task, advance=1, worth=worth)
            if not self._console.is_terminal and time.monotonic() - self._said > _SAYS_EVERY:
                self._said = time.monotonic()
                self._console.print(f"{self._done} of {self._total}, {worth} so far")


def show_report(report: Report, benchmark: Benchmark[Any], console: Console) -> None:
    """Show the figures, what does not count, and what was published of others."""
    console.print(_table(report))
    for name, value in report.averages.items():
        console.print(f"{name}: {value:.1%}", markup=False)
    if cost := _cost(report):
        console.print(cost, markup=False)
    for sentence in _counts(report):
        console.print(sentence, style="yellow", markup=False)
    for skipped in report.skipped[:_SHOWN_SKIPPED]:
        told = f"  {skipped.file}, {skipped.record}: {skipped.reason}"
        console.print(printable(told), markup=False, soft_wrap=True)
    if report.metric == "own":
        for figure in figures_for(benchmark.name):
            console.print(f"published: {figure.model} {in_words(figure)}", style="bright_black", markup=False)


def _table(report: Report) -> Table:
    table = Table(title=f"{report.benchmark}{'' if report.metric == 'own' else f' by {report.metric}'}")
    for column in ("", "right", "of", "score"):
        table.add_column(column, justify="right" if column else "left")
    table.add_row("all", str(report.correct), str(report.total), f"{report.score:.1%}", style="bold")
    for group, cells in report.breakdown.items():
        if len(cells) <= _WIDEST_GROUP:
            table.add_section()
            for value, cell in cells.items():
                named = Text(printable(f"{group}: {value}"))  # the data's own words
                table.add_row(named, str(cell["correct"]), str(cell["total"]), f"{cell['score']:.1%}")
    return table


def _cost(report: Report) -> str:
    """Return what a step cost on average, as far as it was measured."""
    seconds, tokens = report.seconds_per_step, report.tokens_per_step
    costs = (
        f"{seconds:.1f} s" if seconds is not None else "",
        f"{tokens:.0f} tokens" if tokens is not None else "",
        f"{report.calls_per_step:.2f} calls" if report.calls_per_step != 1 else "",
    )
    told = ", ".join(cost for cost in costs if cost)
    return f"a step: {told}" if told else ""


def _counts(report: Report) -> Sequence[str]:
    counted = (
        (report.unreadable, "answers could not be read, and are wrong"),
        (report.unanswered, "steps have no prediction, and do not count"),
        (report.unknown, "predictions are for no step of the data"),
        (report.repeated, "predictions were for a step that had one; the last counts"),
        (report.skipped_count, "records were skipped"),
    )
    return [f"{count} {what}." for count, what in counted if count]


def in_words(figure: Figure) -> str:
    """Return a published figure with its source."""
    measured = "" if figure.by == "makers" else ", measured by others"
    return f"{figure.percent:.1f} %{measured} ({figure.source})"
