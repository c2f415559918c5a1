"""`deskhand score`: recorded steps from their folder to figures, with a model's answers or with saved ones."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console

from agent.control.run_control import RunControl
from agent.grounding.grounded import way_for
from agent.grounding.way import Way
from model.base import Model, ModelError
from model.open import open_model
from tasks.recorded.asking.run import PREDICTIONS, Asked, predict
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Header
from tasks.recorded.scores.folder import held_folder, kept_verdicts, write_report
from tasks.recorded.scores.metrics import measured_by
from tasks.recorded.scores.report import Report
from tasks.recorded.scores.scoring import score
from tasks.runner.results import results_folder
from ui.cli.commands.score import ScoreArguments
from ui.cli.score.view import Answers, show_report
from ui.cli.signals import STOPPED, interrupts
from ui.cli.suite.request import read_workers
from ui.report.score.page import write_score_report
from ui.report.words import language_of
from ui.wording import printable

MODEL_FAILED = 4


def run_score(given: ScoreArguments) -> int:
    """Score what is asked for; return the exit code. Raises an error with a sentence for what cannot be."""
    if not given.data:
        raise ScoreError("Say what to score: DATA is the folder of a benchmark; --list says which there are.")
    console = Console(quiet=given.as_json, highlight=False)
    benchmark, data = find_benchmark(given.data, given.name)
    if given.as_published and given.metric == "own" and not benchmark.card.defects:
        console.print(f"The published scorer of {benchmark.name} has no known defect: --as-published changes nothing.")
    measured = measured_by(given.metric, benchmark)
    if given.predictions and not given.resume:
        report = score(measured, data, given.predictions, metric=given.metric, as_published=given.as_published)
    else:
        folder = given.resume or results_folder(given.root)
        with held_folder(folder):
            if not given.predictions and (code := _answer(given, benchmark, data, folder, console)):
                return code
            report = _kept(given, measured, data, folder)
            page = write_score_report(folder, language_of(os.environ))
        console.print(f"Answers, verdicts and figures: {folder}", markup=False, soft_wrap=True)
        console.print(f"Report: {page}", markup=False, soft_wrap=True)
    show_report(report, benchmark, console)
    if given.as_json:
        print(report.model_dump_json())  # noqa: T201
    return 0


def _kept(given: ScoreArguments, measured: Benchmark[Any], data: Path, folder: Path) -> Report:
    """Return the figures of a folder's answers, and write them and the verdicts beside these."""
    answers = given.predictions or folder / PREDICTIONS
    with kept_verdicts(folder) as keep:
        report = score(measured, data, answers, metric=given.metric, as_published=given.as_published, keep=keep)
    write_report(report, folder)
    return report


def _answer(given: ScoreArguments, benchmark: Benchmark[Any], data: Path, folder: Path, console: Console) -> int:
    """Have every step answered; return 0, or the exit code of what broke it off."""
    Way.parse(given.grounding)  # before a model is opened for it
    control, progress, code = RunControl(), Answers(console), 0
    with interrupts.stopping(control), ExitStack() as opened:
        models = [opened.enter_context(_opened(given.model)) for _ in range(_workers(given, console))]
        header = _header(given, benchmark, data, models[0], way_for(models[0], given.grounding))
        try:
            with progress.shown():
                predict(Asked(benchmark, data, header), models, folder, progress, control.stopped)
        except ModelError as error:
            Console(stderr=True).print(
                printable(str(error)), style="red", markup=False, highlight=False, soft_wrap=True
            )
            code = MODEL_FAILED
    if control.stopped.is_set():
        code = STOPPED
    if code:
        console.print(f"What was answered is kept: go on with --resume {folder}", markup=False, soft_wrap=True)
    return code


def _header(given: ScoreArguments, benchmark: Benchmark[Any], data: Path, model: Model, way: Way) -> Header:
    return Header.model_validate(
        {
            "benchmark": benchmark.name,
            "model": model.name,
            "family": model.family.name,
            "dialect": given.dialect or model.family.dialect,
            "history": given.history,
            "grounding": str(way),
            "limit": given.limit,
            "seed": given.seed,
            "data": str(data.absolute()),
        }
    )


@contextmanager
def _opened(model: str) -> Iterator[Model]:
    opened = open_model(model)
    try:
        yield opened
    finally:
        opened.close()


def _workers(given: ScoreArguments, console: Console) -> int:
    """Return how many models are asked at once: one where it plays its replies in order, or fills the card.

    A local GLM is made for one reply at a time: one static cache, and a captured graph of one token's step. A server
    batches better than a second cache here would.
    """
    workers, kind = read_workers(given.workers), given.model.partition(":")[0]
    if workers > 1 and kind in ("glm", "scripted"):
        console.print(f"{kind} answers one question at a time: serve a model (server:URL) to ask it several at once.")
        return 1
    return workers
