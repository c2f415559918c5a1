"""The figures of a score as its page shows them: how a run came about, how sure it is, and its breakdown."""

import math
from collections.abc import Iterator, Sequence

from tasks.recorded.scores.certainty import Worth, mean_score
from tasks.recorded.scores.kept import KeptScore
from tasks.recorded.scores.report import Report
from ui.report.score.shown import Part, ShownRunOfScore
from ui.report.shown import Fact

PARTS = "parts of the metric"
_WIDEST_GROUP = 24  # values: a group of more stands in the JSON only


def run_of(kept: KeptScore, *, costs: bool) -> ShownRunOfScore:
    """Return a run; `costs` are told among its facts where no large figures tell them."""
    mean = mean_score(Worth(step.task, step.score) for step in kept.steps())
    return ShownRunOfScore(kept.name, kept.report, mean, tuple(_facts(kept.report, costs=costs)))


def _facts(report: Report, *, costs: bool) -> Iterator[Fact]:
    run = report.run
    told = {
        "Model": run.model if run else "",
        "Dialect": (run.dialect or "") if run else "",
        "History": run.history if run else "",
        "Metric": "" if report.metric == "own" else report.metric,
        "Only so many steps": str(run.limit) if run and run.limit else "",
        "Seed": str(run.seed) if run and run.seed is not None else "",
        "Seconds a step": _number(report.seconds_per_step, ".2f") if costs else "",
        "Tokens a step": _number(report.tokens_per_step, ".0f") if costs else "",
        "Data": report.data,
    }
    return (Fact(name, value) for name, value in told.items() if value)


def _number(value: float | None, form: str) -> str:
    return format(value, form) if value is not None and math.isfinite(value) else ""


def breakdown_of(reports: Sequence[Report]) -> dict[str, tuple[Part, ...]]:
    """Return the groups, where there is more than one and fewer than many, and the parts of the metric."""
    names = dict.fromkeys(name for report in reports for name in report.breakdown)
    parts = [{name: {"score": mean} for name, mean in report.parts.items()} for report in reports]
    tables = {name: [report.breakdown.get(name, {}) for report in reports] for name in names}
    return {
        name: tuple(
            Part(value, tuple(group.get(value) for group in groups))
            for value in dict.fromkeys(value for group in groups for value in group)
        )
        for name, groups in {**tables, PARTS: parts}.items()
        if 1 < max(map(len, groups)) <= _WIDEST_GROUP
    }
