"""Asks a model about recorded steps, several at once where it can, and writes down each answer as it comes.

A run that was killed goes on where it was: what is written is not asked again, and figures are made from the file.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from threading import Event
from typing import Any

from agent.grounding.grounded import grounded
from agent.grounding.way import Way
from model.base import Model
from model.scripted import ScriptedModel
from tasks.recorded.asking.choosing import Choice, choose
from tasks.recorded.asking.crew import Crew, Intake, Unit, Watcher
from tasks.recorded.asking.interview import Interview
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.file import PredictionWriter, read_predictions
from tasks.recorded.predictions.prediction import Header
from tasks.recorded.predictions.store import DiskMap, Store
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped

PREDICTIONS = "predictions.jsonl"


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
                model.go_on_after(answered.calls)
        assert asked.header.dialect, "a run has one"
        interview = Interview(models[0].family, asked.header.dialect)
        way = Way.parse(asked.header.grounding)
        models = [opened.enter_context(grounded(model, way, interview.dialect_on)) for model in models]
        crew = Crew(models, interview, Intake(asked.benchmark, asked.header, writer, watcher), stop)
        crew.work_through(_units(asked, choice, answered))
    return path


def _units(asked: Asked, choice: Choice, answered: Store) -> Iterator[Unit]:
    """Yield the chosen steps that wait for an answer, each by itself or whole tasks. Raises `ScoreError`."""
    with DiskMap() as seen:
        chosen = (
            step
            for step in asked.benchmark.steps(asked.data)
            if isinstance(step, RecordedStep) and step in choice and seen.add(step.id)
        )
        steps = islice(chosen, choice.total)  # what follows need not be read
        try:
            for _, together in groupby(steps, key=lambda step: (step.task if asked.own_history else "") or step.id):
                unit = [(step, answered.take(step.id)) for step in together]
                if any(prediction is None for _, prediction in unit):
                    yield unit
        except BadRecordError as error:
            raise ScoreError(f"The answers of this run cannot be read: {error}") from error


def _ignored(_skipped: Skipped) -> None:
    """Lines that are no predictions are told of when the figures are made."""
