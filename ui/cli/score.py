"""`deskhand score`: recorded steps from their folder to figures, with a model's answers or with saved ones."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table

from actions.dialects import DialectName
from agent.control import RunControl
from model.base import Model
from model.open import open_model
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.catalogue import BENCHMARKS, ON_REQUEST, find_benchmark
from tasks.recorded.figures import Figure, figures_for, without_figures
from tasks.recorded.folder import kept_verdicts, make_folder, write_report
from tasks.recorded.metrics import measured_by
from tasks.recorded.options import History, Metric
from tasks.recorded.prediction import Header
from tasks.recorded.report import Report
from tasks.recorded.run import PREDICTIONS, Asked, predict
from tasks.recorded.scoring import score
from tasks.recorded.verdict import Verdict
from tasks.runner.results import results_folder
from ui.cli.run_request import read_workers
from ui.cli.signals import STOPPED, interrupts

_SHOWN_SKIPPED = 10
_WIDEST_GROUP = 12  # values: a group of more is in the JSON only


@dataclass(frozen=True)
class ScoreArguments:
    """What the command line says."""

    data: str
    model: str
    dialect: DialectName | None
    name: str
    limit: int | None
    seed: int | None
    workers: str
    history: History
    metric: Metric
    as_published: bool
    predictions: Path | None
    resume: Path | None
    root: Path
    as_json: bool


def run_score(given: ScoreArguments) -> int:
    """Score what is asked for; return the exit code. Raises an error with a sentence for what cannot be."""
    console = Console(quiet=given.as_json, highlight=False)
    benchmark, data = find_benchmark(given.data, given.name)
    measured = measured_by(given.metric, benchmark)
    if given.as_published and not benchmark.card.defects:
        console.print(
            f"Of the published scorer of {benchmark.name} no defect is known: --as-published changes nothing."
        )
    if given.predictions:
        report = score(measured, data, given.predictions, metric=given.metric, as_published=given.as_published)
    else:
        folder = given.resume or results_folder(given.root)
        make_folder(folder)
        if not _predict(given, benchmark, data, folder, console):
            console.print(f"Stopped. Go on with --resume {folder}", markup=False, soft_wrap=True)
            return STOPPED
        with kept_verdicts(folder) as keep:
            report = score(
                measured, data, folder / PREDICTIONS, metric=given.metric, as_published=given.as_published, keep=keep
            )
        write_report(report, folder)
        console.print(f"Answers, verdicts and figures: {folder}", markup=False, soft_wrap=True)
    _show(report, benchmark, console)
    if given.as_json:
        print(report.model_dump_json())  # noqa: T201
    return 0


def list_benchmarks(console: Console) -> None:
    """Show each benchmark: what it needs, how big it is, its licence, and what was published for it."""
    for benchmark in (*BENCHMARKS, *ON_REQUEST):
        card = benchmark.card
        table = Table.grid(padding=(0, 2))
        for label, text in (
            ("measures", card.measures),
            ("needs", card.needs),
            ("size", card.size),
            ("licence", card.licence),
            ("source", card.source),
            ("metric", card.metric),
            *(("as published", defect) for defect in card.defects),
            *((figure.model, _figure(figure)) for figure in figures_for(benchmark.name)),
            ("none found", ", ".join(without_figures(benchmark.name))),
        ):
            table.add_row(f"  {label}", text)
        console.print(f"{benchmark.name}: {card.title}", style="bold", markup=False)
        console.print(table, markup=False)


def _figure(figure: Figure) -> str:
    measured = "" if figure.by == "makers" else ", measured by others"
    return f"{figure.percent:.1f} %{measured} ({figure.source})"


def _predict(given: ScoreArguments, benchmark: Benchmark[Any], data: Path, folder: Path, console: Console) -> bool:
    """Ask the model; say whether all is answered, and it was not stopped before."""
    control, progress = RunControl(), _Answers(console)
    with interrupts.stopping(control), ExitStack() as opened:
        models = [opened.enter_context(_opened(given.model)) for _ in range(_workers(given, console))]
        header = Header.model_validate(
            {
                "benchmark": benchmark.name,
                "model": models[0].name,
                "family": models[0].family.name,
                "dialect": given.dialect or models[0].family.dialect,
                "history": given.history,
                "limit": given.limit,
                "seed": given.seed,
                "data": str(data),
            }
        )
        with progress.shown():
            predict(Asked(benchmark, data, header), models, folder, progress, control.stopped)
    return not control.stopped.is_set()


@contextmanager
def _opened(model: str) -> Iterator[Model]:
    opened = open_model(model)
    try:
        yield opened
    finally:
        opened.close()


def _workers(given: ScoreArguments, console: Console) -> int:
    """Return how many models are asked at once: one where it fills the card, or plays its replies in order."""
    workers, kind = read_workers(given.workers), given.model.partition(":")[0]
    if workers > 1 and kind in ("glm", "scripted"):
        console.print(f"{kind} answers one question at a time: serve a model (server:URL) to ask it several at once.")
        return 1
    return workers


class _Answers:
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
        self._lock, self._task = Lock(), TaskID(0)
        self._count, self._sum = 0, 0.0

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show it while entered."""
        with self._bar:
            yield

    def on_begun(self, total: int, answered: int) -> None:
        """See `Watcher`."""
        self._task = self._bar.add_task("Steps", total=total, completed=answered, worth="")

    def on_answered(self, verdict: Verdict | None) -> None:
        """See `Watcher`."""
        with self._lock:
            if verdict:
                self._count, self._sum = self._count + 1, self._sum + verdict.score
            worth = f"{self._sum / self._count:.1%}" if self._count else ""
            self._bar.update(self._task, advance=1, worth=worth)


def _show(report: Report, benchmark: Benchmark[Any], console: Console) -> None:
    console.print(_table(report))
    for name, value in report.averages.items():
        console.print(f"{name}: {value:.1%}", markup=False)
    for sentence in _counts(report):
        console.print(sentence, style="yellow", markup=False)
    for skipped in report.skipped[:_SHOWN_SKIPPED]:
        console.print(f"  {skipped.file}, {skipped.record}: {skipped.reason}", markup=False, soft_wrap=True)
    if report.metric == "own":
        for figure in figures_for(benchmark.name):
            console.print(f"published: {figure.model} {_figure(figure)}", style="bright_black", markup=False)


def _table(report: Report) -> Table:
    table = Table(title=f"{report.benchmark}{'' if report.metric == 'own' else f' by {report.metric}'}")
    for column in ("", "right", "of", "score"):
        table.add_column(column, justify="right" if column else "left")
    table.add_row("all", str(report.correct), str(report.total), f"{report.score:.1%}", style="bold")
    for group, cells in report.breakdown.items():
        if len(cells) <= _WIDEST_GROUP:
            table.add_section()
            for value, cell in cells.items():
                table.add_row(f"{group}: {value}", str(cell["correct"]), str(cell["total"]), f"{cell['score']:.1%}")
    return table


def _counts(report: Report) -> Sequence[str]:
    counted = (
        (report.unreadable, "answers could not be read, and are wrong"),
        (report.unanswered, "steps have no prediction, and do not count"),
        (report.unknown, "predictions are for no step of the data"),
        (report.repeated, "predictions were for a step that had one; the last counts"),
        (report.skipped_count, "records were skipped"),
    )
    return [f"{count} {what}." for count, what in counted if count]
