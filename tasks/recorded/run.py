"""Asks a model about recorded steps, several at once where it can, and writes down each answer as it comes.

A run that was killed goes on where it was: what is written is not asked again, and figures are made from the file.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any, Protocol, TypeAlias

from model.base import GenerationStopped, Model
from model.scripted import ScriptedModel
from tasks.recorded.asking import Interview, Told
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.choosing import Choice, choose
from tasks.recorded.errors import ScoreError
from tasks.recorded.prediction import Header, Prediction
from tasks.recorded.prediction_file import PredictionWriter, read_predictions
from tasks.recorded.replies import read_prediction
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped
from tasks.recorded.store import DiskMap, Store
from tasks.recorded.verdict import Verdict

PREDICTIONS = "predictions.jsonl"

_GLANCE = 0.1  # seconds between two looks at whether it was stopped
_WAITING = 2  # questions for each model that lie ready

_Unit: TypeAlias = list[tuple[RecordedStep[Any], Prediction | None]]
"""Steps that are asked one after the other, each with its answer where that is known already."""


class Watcher(Protocol):
    """Is told what comes; several threads may call."""

    def on_begun(self, total: int, answered: int) -> None:
        """So many steps are to be asked about, and so many of them are answered already."""

    def on_answered(self, verdict: Verdict | None) -> None:
        """A step is answered; None where it could not be asked about."""


@dataclass(frozen=True)
class Asked:
    """What is asked: whose data, and all that the header says of how."""

    benchmark: Benchmark[Any]
    data: Path
    header: Header

    @property
    def own_history(self) -> bool:
        """Whether a model is told its own earlier answers, so that a task is asked in order."""
        return self.header.history == "own"


def predict(asked: Asked, models: Sequence[Model], folder: Path, watcher: Watcher, stop: Event) -> Path:
    """Ask about every step that is not answered yet, until all are or `stop` is set; return the file of the answers.

    Each model is asked from one thread at a time. Raises `ModelError`, `PromptError` and `ScoreError`; what was
    answered by then is written.
    """
    path = folder / PREDICTIONS
    writer = PredictionWriter(path, asked.header)
    with ExitStack() as opened:
        opened.callback(writer.close)
        answered = opened.enter_context(Store())
        read_predictions(path, asked.benchmark, asked.data, answered, _ignored)
        steps = asked.benchmark.steps(asked.data)
        choice = choose(steps, asked.header.limit, asked.header.seed, whole_tasks=asked.own_history)
        watcher.on_begun(choice.total, len(answered))
        for model in models:
            if isinstance(model, ScriptedModel):
                model.go_on_after(answered.replies)
        crew = _Crew(asked, models, writer, watcher, stop)
        crew.work_through(_units(asked, choice, answered))
    return path


def _units(asked: Asked, choice: Choice, answered: Store) -> Iterator[_Unit]:
    """Yield the chosen steps that wait for an answer, each by itself or whole tasks. Raises `ScoreError`."""
    with DiskMap() as seen:
        steps = (
            step
            for step in asked.benchmark.steps(asked.data)
            if isinstance(step, RecordedStep) and step in choice and seen.add(step.id)
        )
        try:
            for _, together in groupby(steps, key=lambda step: (step.task if asked.own_history else "") or step.id):
                unit = [(step, answered.take(step.id)) for step in together]
                if any(prediction is None for _, prediction in unit):
                    yield unit
        except BadRecordError as error:
            raise ScoreError(f"The answers of this run cannot be read: {error}") from error


class _Crew:
    """Some models, each busy with one unit at a time."""

    def __init__(
        self, asked: Asked, models: Sequence[Model], writer: PredictionWriter, watcher: Watcher, stop: Event
    ) -> None:
        self._asked, self._writer, self._watcher, self._stop = asked, writer, watcher, stop
        self._size, self._halt = len(models), Event()
        self._free: SimpleQueue[Model] = SimpleQueue()
        for model in models:
            self._free.put(model)
        assert asked.header.dialect, "a run has one"
        self._interview = Interview(models[0].family, asked.header.dialect)

    def work_through(self, units: Iterator[_Unit]) -> None:
        """Answer all units; the first error halts all."""
        waiting: set[Future[None]] = set()
        with ThreadPoolExecutor(self._size) as pool:
            try:
                for unit in units:
                    waiting.add(pool.submit(self._answer, unit))
                    waiting = self._some_done(waiting, at_most=self._size * _WAITING)
                    if self._stop.is_set():
                        return
                self._some_done(waiting, at_most=0)
            finally:
                self._halt.set()

    def _some_done(self, waiting: set[Future[None]], *, at_most: int) -> set[Future[None]]:
        """Wait until no more than so many units are waiting, or it is stopped. Raises what went wrong in one."""
        while len(waiting) > at_most and not self._stop.is_set():
            done, waiting = wait(waiting, timeout=_GLANCE, return_when=FIRST_COMPLETED)
            for unit in done:
                unit.result()
        return waiting

    def _answer(self, unit: _Unit) -> None:
        model, told = self._free.get(), list[Told]()
        try:
            for step, known in unit:
                if self._halt.is_set() or self._stop.is_set():
                    return
                prediction = known or self._ask(model, step, told)
                if self._asked.own_history and prediction.fault is None:
                    told.append(self._interview.own(step, prediction))
        except BadRecordError:  # the screenshot of an answered step went away meanwhile
            return
        except GenerationStopped:
            return
        finally:
            self._free.put(model)

    def _ask(self, model: Model, step: RecordedStep[Any], told: Sequence[Told]) -> Prediction:
        if not self._asked.own_history:
            told = [one for earlier in step.earlier for one in self._interview.gold(earlier)]
        try:
            prediction = self._interview.ask(model, step, told, self._halt)
            verdict = self._judge(step, prediction)
        except BadRecordError as error:
            prediction, verdict = Prediction(id=step.id, fault=str(error)), None
        self._writer.add(prediction)
        self._watcher.on_answered(verdict)
        return prediction

    def _judge(self, step: RecordedStep[Any], prediction: Prediction) -> Verdict:
        predicted = read_prediction(prediction, self._asked.header, step.screenshot)
        return self._asked.benchmark.judge(step, predicted)


def _ignored(_skipped: Skipped) -> None:
    """Lines that are no predictions are told of when the figures are made."""
