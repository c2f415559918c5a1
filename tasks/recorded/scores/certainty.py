"""How sure a score is: 95 % intervals over steps, and over whole tasks where there are enough of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tasks.statistics import Estimate, Interval, clustered_mean, wilson

_ENOUGH_TASKS = 8
"""With fewer, nothing is known of how tasks differ: their steps are taken as single ones."""


class Worth(NamedTuple):
    """What a step is worth, and its task, empty where it stands by itself."""

    task: str
    score: float


def mean_score(worths: Iterable[Worth], seed: int = 0) -> Estimate:
    """Return the mean of the steps with its interval: by bootstrap, and never narrower than Wilson's.

    Wilson's holds too where steps are partly right: nothing between 0 and 1 varies more than right and wrong do.
    """
    known = list(worths)
    total = sum(worth.score for worth in known)
    least = wilson(total, len(known))
    if all(not worth.task and worth.score in (0.0, 1.0) for worth in known):
        return Estimate(total / len(known) if known else 0.0, least)
    value, drawn = clustered_mean(by_task(known), seed)
    return Estimate(value, hull(least, drawn))


def by_task(worths: Sequence[Worth]) -> list[list[float]]:
    """Return the scores, those of one task together, since they stand or fall together."""
    tasks: dict[str, list[float]] = {}
    for number, (task, score) in enumerate(worths):
        tasks.setdefault(task or f"\0{number}", []).append(score)
    if len(tasks) < _ENOUGH_TASKS:
        return [[worth.score] for worth in worths]
    return list(tasks.values())


def hull(one: Interval, other: Interval) -> Interval:
    """Return the interval that holds both."""
    return Interval(min(one.low, other.low), max(one.high, other.high))
