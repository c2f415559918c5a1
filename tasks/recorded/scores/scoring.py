"""Scores predictions: steps come as a stream, each meets its prediction and the benchmark's rule, and sums remain.

Asks no model, and opens no screenshot whose size the annotation gives.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model.reply import Reply
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.file import read_predictions
from tasks.recorded.predictions.prediction import Header, Predicted, Prediction
from tasks.recorded.predictions.replies import read_prediction
from tasks.recorded.predictions.store import DiskMap, Store
from tasks.recorded.scores.report import MOST_SKIPPED, JudgedStep, Report, SkippedRecord
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped
from tasks.recorded.tally import Cell, Tally
from tasks.recorded.verdict import Verdict

Keep = Callable[[JudgedStep], None]


@dataclass(frozen=True)
class Judged:
    """A step, its prediction, and what that is worth."""

    step: RecordedStep[Any]
    prediction: Prediction
    predicted: Predicted
    verdict: Verdict

    def as_kept(self) -> JudgedStep:
        """Return the step as reports find it on disk."""
        step, reply = self.step, Reply.parse(self.prediction.reply or "")
        return JudgedStep(
            id=step.id,
            file=step.place.file,
            record=step.place.record,
            task=step.task,
            goal=step.goal,
            screenshot=str(step.screenshot.path.absolute()) if step.screenshot.path else "",
            is_within=step.screenshot.data is not None,
            size=step.screenshot.size_at_hand,
            groups=step.groups,
            gold=step.actions,
            boxes=step.boxes,
            thought=reply.thought,
            answer=reply.answer,
            actions=self.predicted.actions,
            pixels=self.predicted.pixels,
            calls=self.predicted.calls,
            correct=self.verdict.correct,
            score=self.verdict.score,
            parts=dict(self.verdict.parts),
            why=self.verdict.why,
            unreadable=bool(self.predicted.complaint),
            seconds=self.prediction.seconds,
            tokens=self.prediction.tokens,
        )


def score(
    benchmark: Benchmark[Any],
    data: Path,
    predictions: Path,
    *,
    metric: str = "own",
    as_published: bool = False,
    keep: Keep | None = None,
) -> Report:
    """Return the figures of a file of predictions; `keep` is given each step as it is judged.

    `metric` is what the report calls the rule. Raises `ScoreError` where the file cannot be read, or answers other
    questions.
    """
    with Store() as store:
        sums = _Sums()
        header = read_predictions(predictions, benchmark, data, store, sums.skip)
        if not header and not len(store):
            reason = f" ({sums.skipped[0].reason})" if sums.skipped else ""
            raise ScoreError(f"{predictions} holds no predictions that can be read{reason}.")
        if header and header.benchmark != benchmark.name:
            raise ScoreError(f"{predictions} holds predictions for {header.benchmark}, and not for {benchmark.name}.")
        for judged in _judge(benchmark, data, store, header, sums, as_published=as_published):
            sums.add(judged)
            if keep:
                keep(judged.as_kept())
        sums.tally.close()
        unknown = len(store) - store.taken
        if unknown and not store.taken:
            raise ScoreError(f"None of the predictions in {predictions} is for a step of {data}: their ids differ.")
        return Report(
            benchmark=benchmark.name,
            metric=metric,
            as_published=as_published,
            data=str(data),
            predictions=str(predictions),
            run=header,
            unknown=unknown,
            repeated=store.repeated,
            **sums.figures(benchmark),
        )


def _judge(
    benchmark: Benchmark[Any], data: Path, store: Store, header: Header | None, sums: "_Sums", *, as_published: bool
) -> Iterator[Judged]:
    """Yield each step that has a prediction, judged; count the others."""
    with DiskMap() as seen:
        for step in benchmark.steps(data):
            if isinstance(step, Skipped):
                sums.skip(step)
                continue
            try:
                prediction = _prediction_for(step, store, seen)
                if prediction is None:
                    sums.unanswered += 1
                    continue
                predicted = read_prediction(prediction, header, step.screenshot)
                verdict = benchmark.judge(step, predicted, as_published=as_published)
            except BadRecordError as error:
                sums.skip(Skipped(step.place, str(error)))
                continue
            yield Judged(step, prediction, predicted, verdict)


def _prediction_for(step: RecordedStep[Any], store: Store, seen: DiskMap) -> Prediction | None:
    """Return the step's prediction, if it has one. Raises `BadRecordError` where the step cannot count."""
    if not seen.add(step.id):
        raise BadRecordError(f"its id {step.id} is that of an earlier record.")
    prediction = store.take(step.id)
    if prediction and prediction.fault is not None:
        raise BadRecordError(prediction.fault)
    return prediction


@dataclass
class _Sums:
    """Everything that a report counts."""

    tally: Tally = field(default_factory=Tally)
    unreadable: int = 0
    unanswered: int = 0
    seconds: Cell = field(default_factory=Cell)
    tokens: Cell = field(default_factory=Cell)
    calls: int = 0
    skipped_count: int = 0
    skipped: list[SkippedRecord] = field(default_factory=list)

    def skip(self, skipped: Skipped) -> None:
        """Count a record that is left out."""
        self.skipped_count += 1
        if len(self.skipped) < MOST_SKIPPED:
            self.skipped.append(SkippedRecord.of(skipped))

    def add(self, judged: Judged) -> None:
        """Count a step."""
        self.tally.add(judged.step.task, judged.step.groups, judged.verdict)
        self.unreadable += bool(judged.predicted.complaint)
        self.calls += judged.prediction.grounding.calls if judged.prediction.grounding else 1
        for cell, cost in ((self.seconds, judged.prediction.seconds), (self.tokens, judged.prediction.tokens)):
            if cost is not None:
                cell.add(cost, correct=False)

    def figures(self, benchmark: Benchmark[Any]) -> dict[str, Any]:
        """Return them as the fields of a report."""
        tally = self.tally
        return {
            "correct": tally.whole.correct,
            "total": tally.whole.total,
            "score": benchmark.score(tally),
            "averages": dict(benchmark.averages(tally)),
            "parts": tally.whole.parts,
            "breakdown": {
                group: {value: cells[value].as_json() for value in sorted(cells)}
                for group, cells in tally.groups.items()
            },
            "tasks": tally.tasks.as_json() if tally.tasks.total else {},
            "unreadable": self.unreadable,
            "unanswered": self.unanswered,
            "seconds_per_step": self.seconds.mean if self.seconds.total else None,
            "tokens_per_step": self.tokens.mean if self.tokens.total else None,
            "calls_per_step": self.calls / tally.whole.total if tally.whole.total else 1.0,
            "skipped_count": self.skipped_count,
            "skipped": tuple(self.skipped),
        }
