"""Benchmarks whose steps are judged in calls by AgentNetBench's rule: its own, and recordings that publish none."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.schema import Box
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import RecordedStep
from tasks.recorded.trajectories.base import Trajectories
from tasks.recorded.trajectories.notations.call import Call
from tasks.recorded.trajectories.notations.calls import as_calls
from tasks.recorded.trajectories.rules.calls import Worth, worth
from tasks.recorded.verdict import Verdict

_RIGHT = 1 - 1e-9


@dataclass(frozen=True)
class RightCalls:
    """What would have been right: one option or several, the recorded one first."""

    options: tuple[tuple[Call, ...], ...]


class JudgedByCalls(Trajectories[RightCalls]):
    """A benchmark of calls; a part of a verdict is what the calls of one kind are worth."""

    def judge(self, step: RecordedStep[RightCalls], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """See `Benchmark`."""
        if predicted.complaint:
            return Verdict.of(False, predicted.complaint)
        found = [worth(calls, step.gold.options, as_published=as_published) for calls in _readings(predicted, step)]
        best = max(found, key=lambda one: one.total)
        return Verdict(best.total, best.total >= _RIGHT, _why(best, step.gold.options), dict(best.kinds))


def kinds(calls: Sequence[Call]) -> str:
    """Return what a step consists of, for a breakdown."""
    return "+".join(call.kind for call in calls)


def boxes_of(options: Sequence[Sequence[Call]]) -> tuple[Box, ...]:
    """Return the boxes of all options in thousandths."""
    edges = [box for calls in options for call in calls for box in call.boxes]
    return tuple(Box(*(min(max(edge * 1000, 0.0), 1000.0) for edge in box)) for box in edges)


def _readings(predicted: Predicted, step: RecordedStep[RightCalls]) -> list[tuple[Call, ...]]:
    """Return the calls that a prediction can stand for."""
    if predicted.calls:
        return [tuple(Call.from_json(*call) for call in predicted.calls)]
    actions = predicted.actions
    if predicted.pixels is not None:
        x, y = (place / side for place, side in zip(predicted.pixels, step.screenshot.size, strict=True))
        return [(Call.from_json("click", (x, y)),)]
    return [as_calls(actions), as_calls(actions, bare=True)]


def _why(found: Worth, options: Sequence[Sequence[Call]]) -> str:
    """Say what each kind of call is worth."""
    if not found.kinds:
        return "It does nothing."
    values = ", ".join(f"{kind} {value:.3g}" for kind, value in found.kinds.items())
    several = f", under the best of {len(options)} options" if len(options) > 1 else ""
    return f"{values}{several}."
