"""Some models at work on the questions of a run: each is busy with one unit at a time, and what comes is written.

A question that a model fails at, though it answers others before and after, is a fault of that question; a model that
fails several times in a row has failed for good, and those questions are asked again another time.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event, Lock
from typing import Any, Protocol, TypeAlias

from model.base import GenerationStopped, Model, ModelError
from tasks.recorded.asking.interview import Interview, Told
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.predictions.file import PredictionWriter
from tasks.recorded.predictions.prediction import Header, Prediction
from tasks.recorded.predictions.replies import read_prediction
from tasks.recorded.steps import BadRecordError, RecordedStep
from tasks.recorded.verdict import Verdict

Unit: TypeAlias = list[tuple[RecordedStep[Any], Prediction | None]]
"""Steps that are asked one after the other, each with its answer where that is known already."""

_GLANCE = 0.1  # seconds between two looks at whether it was stopped
_WAITING = 2  # units for each model that lie ready
_FOR_GOOD = 3  # failures in a row


class Watcher(Protocol):
    """Is told what comes; several threads may call."""

    def on_begun(self, total: int, answered: int) -> None:
        """So many steps are to be asked about, and so many of them are answered already."""

    def on_answered(self, verdict: Verdict | None) -> None:
        """A step is answered; None where it could not be asked about."""


@dataclass(frozen=True)
class Intake:
    """Where answers go: they are written, told, and judged for whoever watches."""

    benchmark: Benchmark[Any]
    header: Header
    writer: PredictionWriter
    watcher: Watcher

    def take(self, step: RecordedStep[Any], prediction: Prediction) -> None:
        """Take an answer, or the fault of a step."""
        self.writer.add(prediction)
        self.watcher.on_answered(self._verdict(step, prediction))

    def _verdict(self, step: RecordedStep[Any], prediction: Prediction) -> Verdict | None:
        if prediction.fault is not None:
            return None
        try:
            return self.benchmark.judge(step, read_prediction(prediction, self.header, step.screenshot))
        except BadRecordError:  # told when the figures are made
            return None


class Crew:
    """Answers units with some models; `stop` ends it."""

    def __init__(self, models: Sequence[Model], interview: Interview, intake: Intake, stop: Event) -> None:
        self._interview, self._intake, self._stop = interview, intake, stop
        self._own_history = intake.header.history == "own"
        self._size, self._halt, self._failures = len(models), Event(), _Failures(intake)
        self._free: SimpleQueue[Model] = SimpleQueue()
        for model in models:
            self._free.put(model)

    def work_through(self, units: Iterator[Unit]) -> None:
        """Answer all units. Raises `ModelError` where a model fails for good, and whatever else halts all."""
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
        self._failures.end()

    def _some_done(self, waiting: set[Future[None]], *, at_most: int) -> set[Future[None]]:
        """Wait until no more than so many units are waiting, or it is stopped. Raises what went wrong in one."""
        while len(waiting) > at_most and not self._stop.is_set():
            done, waiting = wait(waiting, timeout=_GLANCE, return_when=FIRST_COMPLETED)
            for unit in done:
                unit.result()
        return waiting

    def _answer(self, unit: Unit) -> None:
        model, told = self._free.get(), list[Told]()
        try:
            for step, known in unit:
                if self._halt.is_set() or self._stop.is_set():
                    return
                prediction = known or self._ask(model, step, told)
                if self._own_history and prediction.fault is None:
                    told.append(self._interview.own(step, prediction))
        except GenerationStopped:
            return
        finally:
            self._free.put(model)

    def _ask(self, model: Model, step: RecordedStep[Any], told: Sequence[Told]) -> Prediction:
        """Return the answer, or why there is none."""
        try:
            if not self._own_history:
                told = [one for earlier in step.earlier for one in self._interview.gold(earlier)]
            prediction = self._interview.ask(model, step, told, self._halt)
        except ModelError as error:
            return self._failures.add(step, error)
        except BadRecordError as error:
            prediction = Prediction(id=step.id, fault=str(error))
        else:
            self._failures.are_over()
        self._intake.take(step, prediction)
        return prediction


class _Failures:
    """What models failed at since one of them last answered."""

    def __init__(self, intake: Intake) -> None:
        self._intake, self._lock, self._answered = intake, Lock(), False
        self._failed: list[tuple[RecordedStep[Any], Prediction]] = []
        self._last = ModelError("No model was asked.")

    def add(self, step: RecordedStep[Any], error: ModelError) -> Prediction:
        """Note a failure, and return it as the fault of the step; raise it where it is one too many."""
        with self._lock:
            fault = Prediction(id=step.id, fault=f"the model failed at it: {error}")
            self._failed.append((step, fault))
            self._last = error
            if len(self._failed) >= _FOR_GOOD:
                raise error
            return fault

    def are_over(self) -> None:
        """A model answered: what was failed at before was the questions' fault."""
        with self._lock:
            self._answered = True
            failed, self._failed = self._failed, []
        for step, fault in failed:
            self._intake.take(step, fault)

    def end(self) -> None:
        """Nothing is left to ask. Raises the last failure where no model answered anything."""
        if self._failed and not self._answered:
            raise self._last
        self.are_over()
