"""What a benchmark is: a folder's records as recorded steps, and its authors' rule for what an answer to one is worth.

A benchmark is one file with one subclass. It reads and judges; it asks no model and adds nothing up.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeAlias

from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.steps import Gold, RecordedStep, Skipped
from tasks.recorded.tally import Tally
from tasks.recorded.verdict import Verdict


@dataclass(frozen=True)
class Card:
    """What a person must know before scoring: each in a few words. `size` counts the published set.

    `defects` are sentences about what the published scorer does wrong and ours does only `--as-published`.
    """

    title: str
    measures: str
    needs: str
    size: str
    licence: str
    source: str
    metric: str
    defects: tuple[str, ...] = ()


Read: TypeAlias = RecordedStep[Gold] | Skipped


class Benchmark(ABC, Generic[Gold]):
    """One public benchmark. `name` is what `--as` and a prefix call it."""

    name: str
    card: Card

    @abstractmethod
    def is_in(self, data: Path) -> bool:
        """Say whether the file, or the folder, holds this benchmark's records; look at as little as tells it."""

    @abstractmethod
    def steps(self, data: Path) -> Iterator[Read[Gold]]:
        """Yield the steps in the published order, and what must be left out, without holding more than a task of them.

        Ids are unique and the same at each reading.
        """

    @abstractmethod
    def judge(self, step: RecordedStep[Gold], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """Return what the answer is worth by the authors' rule; `as_published` with the defects of their scorer.

        An unreadable answer is a wrong one. Raises `BadRecordError` where the step lacks what the rule needs.
        """

    def score(self, tally: Tally) -> float:
        """Return the one figure that the authors report: here the mean over all steps."""
        return tally.whole.mean

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Return other averages that papers report under the same name, each with what it is an average of."""
        return {}

    def predictions(self, path: Path, data: Path) -> Iterator[Prediction | Skipped] | None:
        """Return the predictions of a file in a form that others publish here; None for any other file."""
        return None
