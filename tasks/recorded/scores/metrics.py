"""By which rule a benchmark's steps are judged: its authors' own, or a reward that goes by the right action alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from actions.schema import Action, Box, Click
from tasks.recorded.benchmark import Benchmark, Read
from tasks.recorded.options import Metric
from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.rewards.glm_json import json_reward
from tasks.recorded.rewards.glm_pc import pc_reward
from tasks.recorded.rewards.glm_web import web_reward
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped
from tasks.recorded.verdict import Verdict

_RIGHT = 0.5
"""From this reward on, a step counts as right."""


class Reward(Protocol):
    """What an action is worth where another one was right, from 0 to 1."""

    def __call__(self, answered: Action, right: Action, *, as_published: bool = False) -> float:
        """Return it."""


def measured_by(metric: Metric, benchmark: Benchmark[Any]) -> Benchmark[Any]:
    """Return the benchmark with its verdicts by that rule."""
    match metric:
        case "own":
            return benchmark
        case "glm-json":
            return _Rewarded(benchmark, json_reward)
        case "glm-pc":
            return _Rewarded(benchmark, pc_reward)
        case "glm-web":
            return _Rewarded(benchmark, web_reward)


class _Rewarded(Benchmark[Any]):
    """A benchmark's steps, judged by a reward; the score is its mean."""

    def __init__(self, benchmark: Benchmark[Any], reward: Reward) -> None:
        self._benchmark, self._reward = benchmark, reward
        self.name, self.card = benchmark.name, benchmark.card

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return self._benchmark.is_in(data)

    def steps(self, data: Path) -> Iterator[Read[Any]]:
        """See `Benchmark`."""
        return self._benchmark.steps(data)

    def predictions(self, path: Path, data: Path) -> Iterator[Prediction | Skipped] | None:
        """See `Benchmark`."""
        return self._benchmark.predictions(path, data)

    def judge(self, step: RecordedStep[Any], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """Compare the one action that was answered with the first that was right."""
        if predicted.complaint:
            return Verdict.of(False, predicted.complaint)
        if not step.actions:
            raise BadRecordError("the record has no action that was right.")
        answered = _actions(predicted, step)
        if not answered:
            return Verdict.of(False, "It answers no action.")
        reward = self._reward(answered[0], step.actions[0], as_published=as_published)
        return Verdict(reward, reward >= _RIGHT, f"Its {answered[0].action_type} is worth {reward:.3f}.")


def _actions(predicted: Predicted, step: RecordedStep[Any]) -> tuple[Action, ...]:
    """Return the actions; a place in pixels is a click there."""
    if predicted.pixels is None:
        return predicted.actions
    places = (place / side * 1000 for place, side in zip(predicted.pixels, step.screenshot.size, strict=True))
    return (Click(box_2d=Box.at(*(min(max(place, 0.0), 1000.0) for place in places))),)
