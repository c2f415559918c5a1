"""A score as its page shows it: the figures of one run or of two, and the steps with what was right and answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.schema import Box
from tasks.recorded.benchmark import Card
from tasks.recorded.figures import Figure
from tasks.recorded.scores.compare import ScoreComparison
from tasks.recorded.scores.report import JudgedStep, Report
from tasks.statistics import Estimate
from ui.report.shown import Fact

ALONE = ("wrong", "unreadable", "right")
"""How a step can have gone in one run, in the order in which the page shows them: what wants to be looked at first."""

BESIDE = ("only the first is right", "only the second is right", "both are wrong", "both are right")
"""The same of two runs."""


@dataclass(frozen=True)
class ShownAnswer:
    """What one run answered: `boxes` and the `point` that counts are in per cent of the picture."""

    step: JudgedStep
    fate: str
    title: str
    boxes: tuple[Box, ...]
    thought: str
    answer: str


@dataclass(frozen=True)
class ShownScoredStep:
    """A step and what each run answered; `picture` is its key, `shape` width by height where there is none."""

    number: int
    step: JudgedStep
    fate: str
    wanted: str
    groups: tuple[tuple[str, str], ...]
    gold: tuple[Box, ...]
    picture: str
    shape: float
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True)
class ShownRunOfScore:
    """One run: its folder's name, its figures, how sure the mean over its steps is, and how it came about."""

    name: str
    report: Report
    mean: Estimate
    facts: tuple[Fact, ...]

    @property
    def is_mean(self) -> bool:
        """Whether the score is the mean over steps, which the interval is of."""
        return abs(self.mean.value - self.report.score) < 1e-6


@dataclass(frozen=True)
class Part:
    """A line of a breakdown: what, and each run's cell of it, None where it has none."""

    value: str
    cells: tuple[Mapping[str, Any] | None, ...]


@dataclass(frozen=True)
class ShownScore:
    """The page. `fates` count all steps, also those that are not shown; `choices` are what can be filtered by."""

    title: str
    card: Card | None
    runs: tuple[ShownRunOfScore, ...]
    comparison: ScoreComparison | None
    breakdown: Mapping[str, tuple[Part, ...]]
    published: tuple[Figure, ...]
    missing: tuple[str, ...]
    looked_at: tuple[str, ...]
    fates: Mapping[str, int]
    choices: Mapping[str, tuple[str, ...]]
    steps: tuple[ShownScoredStep, ...]
    most_pictures: int
    without_picture: int

    @property
    def total(self) -> int:
        """How many steps there are."""
        return sum(self.fates.values())
