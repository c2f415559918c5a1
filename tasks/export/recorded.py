"""Examples from other people's recorded tasks: what was right there, or what a model answered rightly."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from actions.schema import Action
from agent.errors import PromptError
from model.families import OTHER
from tasks.export.example import Answer, Example, LeftOut, make_example
from tasks.export.recordings import Wanted
from tasks.recorded.asking.interview import Interview
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.predictions.replies import dialect_on
from tasks.recorded.scores.kept import KeptScore
from tasks.recorded.scores.report import JudgedStep
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped
from tasks.recorded.whole_numbers import in_whole_numbers

_Choose = Callable[[RecordedStep[Any]], Answer]


def from_benchmark(data: str, wanted: Wanted) -> Iterator[Example | Skipped]:
    """Yield each step with what was right to do. Raises `ScoreError` for data that is no benchmark's."""
    benchmark, path = find_benchmark(data)
    yield from _examples(benchmark, path, wanted, lambda step: _gold(step, benchmark, wanted))


def from_score(folder: Path, wanted: Wanted) -> Iterator[Example | Skipped]:
    """Yield the steps that a model answered rightly, or was given `min_score` for, with its own words.

    Raises `ScoreError` where the folder cannot be read, or the data is not where it was.
    """
    kept = KeptScore(folder)
    report = kept.report
    whole = report.run.data if report.run else ""
    benchmark, path = find_benchmark(whole or report.data, report.benchmark)
    answered = {
        step.id: _own(step, wanted)
        for step in kept.steps()
        if step.actions and (wanted.everything or step.score >= wanted.min_score)
    }

    def choose(step: RecordedStep[Any]) -> Answer:
        if step.id not in answered:
            raise LeftOut("it was not answered, or not rightly.")
        return answered[step.id]

    yield from _examples(benchmark, path, wanted, choose)


def _examples(benchmark: Benchmark[Any], data: Path, wanted: Wanted, choose: _Choose) -> Iterator[Example | Skipped]:
    interview = Interview(OTHER, wanted.dialect or "json")
    for step in benchmark.steps(data):
        if isinstance(step, Skipped):
            yield step
            continue
        try:
            answer = choose(step)
            earlier = [told for before in step.earlier for told in interview.gold(before)]
            request = interview.request(step, earlier)
            dialect = dialect_on(step.screenshot, wanted.dialect or "json", OTHER)
            yield make_example(step.id, request, answer, dialect)
        except (BadRecordError, LeftOut, PromptError) as error:
            yield Skipped(step.place, str(error))


def _gold(step: RecordedStep[Any], benchmark: Benchmark[Any], wanted: Wanted) -> Answer:
    """Return what was right to do. Raises `LeftOut` where one action, in whole numbers, does not say it."""
    if len(step.actions) != 1:
        raise LeftOut(f"it is {len(step.actions)} actions for one screenshot, and a reply holds one.")
    action: Action = in_whole_numbers(step.actions[0], as_points=(wanted.dialect or "json") != "json")
    if not benchmark.judge(step, Predicted((action,))).correct:
        raise LeftOut("in whole thousandths its place lies outside of what is right.")
    return Answer(action, step.reason if wanted.thoughts else "", step.reason)


def _own(step: JudgedStep, wanted: Wanted) -> Answer:
    """Return a model's own answer; of several actions the first counts."""
    return Answer(step.actions[0], step.thought if wanted.thoughts else "")
