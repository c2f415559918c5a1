"""Adds verdicts up, a step at a time: whole, by group, and by task. Holds sums only, so any number of steps fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from tasks.recorded.steps import Group
from tasks.recorded.verdict import Verdict


@dataclass
class Cell:
    """Some steps: how many, how many of them right, and the sum of what they are worth."""

    total: int = 0
    correct: int = 0
    sum: float = 0.0
    _parts: dict[str, "Cell"] = field(default_factory=dict)

    def add(self, score: float, correct: bool, parts: Mapping[str, float] | None = None) -> None:
        """Count one step."""
        self.total += 1
        self.correct += correct
        self.sum += score
        for name, value in (parts or {}).items():
            self._parts.setdefault(name, Cell()).add(value, value == 1)

    @property
    def mean(self) -> float:
        """What a step is worth on average; 0 of none."""
        return self.sum / self.total if self.total else 0.0

    @property
    def parts(self) -> dict[str, float]:
        """The mean of each part over the steps that have it."""
        return {name: cell.mean for name, cell in self._parts.items()}

    def as_json(self) -> dict[str, Any]:
        """Return it as reports hold it."""
        parts = {"parts": {name: round(mean, 6) for name, mean in self.parts.items()}} if self._parts else {}
        return {"correct": self.correct, "total": self.total, "score": round(self.mean, 6), **parts}


class Tally:
    """The verdicts of a run. Steps of one task are added one after the other.

    `tasks` counts each task as one: its mean, each part's mean, and right where all its steps are.
    """

    def __init__(self) -> None:
        self.whole, self.tasks = Cell(), Cell()
        self.groups: dict[str, dict[str, Cell]] = {}
        self._task, self._open = "", Cell()

    def add(self, task: str, groups: tuple[Group, ...], verdict: Verdict) -> None:
        """Count one step."""
        if task != self._task:
            self.close()
            self._task = task
        cells = [self._cell(*group) for group in groups]
        for cell in (self.whole, *cells, *([self._open] if task else [])):
            cell.add(verdict.score, verdict.correct, verdict.parts)

    def close(self) -> None:
        """Count the task that is under way; the steps are over."""
        done = self._open
        if done.total:
            self.tasks.add(done.mean, done.correct == done.total, done.parts)
        self._task, self._open = "", Cell()

    def mean_of(self, group: str) -> float:
        """Return the mean of a group's means, each of its values counted alike."""
        cells = self.groups.get(group, {}).values()
        return fmean(cell.mean for cell in cells) if cells else 0.0

    def _cell(self, group: str, value: str) -> Cell:
        return self.groups.setdefault(group, {}).setdefault(value, Cell())
