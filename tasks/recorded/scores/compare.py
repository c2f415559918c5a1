"""Two scores of the same data, side by side: what differs, and whether that is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.certainty import Worth, by_task, hull
from tasks.recorded.scores.kept import KeptScore
from tasks.recorded.scores.report import JudgedStep
from tasks.statistics import Estimate, PairedCounts, clustered_mean, difference_of_shares, mcnemar, sign_test


@dataclass(frozen=True)
class Outcome:
    """What a comparison needs to know of a judged step."""

    id: str
    task: str
    correct: bool
    score: float
    why: str

    @classmethod
    def of(cls, step: JudgedStep) -> "Outcome":
        """Return that of a step."""
        return cls(step.id, step.task, step.correct, step.score, step.why)


@dataclass(frozen=True)
class Pair:
    """A step's outcome in both scores."""

    before: Outcome
    after: Outcome

    @property
    def differs(self) -> bool:
        """Whether it is right in one of them only, or worth something else."""
        return (self.before.correct, self.before.score) != (self.after.correct, self.after.score)


@dataclass(frozen=True)
class ScoreComparison:
    """Two scores over the steps that both have.

    `difference` is by how much the second's mean is larger, with its bootstrap interval over steps, or over whole tasks
    where there are enough; of right and wrong alone it is never narrower than Newcombe's. `p` is McNemar's, exact, of
    right and wrong, and `p_scores` the sign test's where steps can be partly right.
    """

    pairs: tuple[Pair, ...]
    only_before: int
    only_after: int
    counts: PairedCounts
    before: float
    after: float
    difference: Estimate
    p: float
    p_scores: float | None

    @property
    def differing(self) -> tuple[Pair, ...]:
        """The steps that went otherwise."""
        return tuple(pair for pair in self.pairs if pair.differs)


def compare_kept(before: KeptScore, after: KeptScore, seed: int = 0) -> ScoreComparison:
    """Compare two folders of scores; `seed` is that of the bootstrap.

    Raises `ScoreError` where they cannot be read, or are not of the same data and metric.
    """
    _check_alike(before, after)
    firsts, seconds = ({step.id: Outcome.of(step) for step in kept.steps()} for kept in (before, after))
    pairs = tuple(Pair(firsts[id], outcome) for id, outcome in seconds.items() if id in firsts)
    if not pairs:
        raise ScoreError(f"{before.folder} and {after.folder} have no step in common: nothing can be compared.")
    counts, differences = _counts(pairs), [pair.after.score - pair.before.score for pair in pairs]
    worths = [Worth(pair.after.task, difference) for pair, difference in zip(pairs, differences, strict=True)]
    partly = any(outcome.score not in (0.0, 1.0) for pair in pairs for outcome in (pair.before, pair.after))
    return ScoreComparison(
        pairs=pairs,
        only_before=len(firsts) - len(pairs),
        only_after=len(seconds) - len(pairs),
        counts=counts,
        before=fmean(pair.before.score for pair in pairs),
        after=fmean(pair.after.score for pair in pairs),
        difference=_difference(worths, counts, seed, partly=partly),
        p=mcnemar(counts.only_first, counts.only_second),
        p_scores=sign_test(differences) if partly else None,
    )


def _difference(worths: Sequence[Worth], counts: PairedCounts, seed: int, *, partly: bool) -> Estimate:
    value, drawn = clustered_mean(by_task(worths), seed)
    return Estimate(value, drawn if partly else hull(drawn, difference_of_shares(counts).interval))


def _check_alike(before: KeptScore, after: KeptScore) -> None:
    first, second = before.report, after.report
    for name in ("benchmark", "metric", "as_published"):
        one, other = getattr(first, name), getattr(second, name)
        if one != other:
            raise ScoreError(
                f"{before.folder} and {after.folder} cannot be compared: {name.replace('_', ' ')} is {one} there and "
                f"{other} here."
            )


def _counts(pairs: Sequence[Pair]) -> PairedCounts:
    right = [(pair.before.correct, pair.after.correct) for pair in pairs]
    return PairedCounts(
        both=right.count((True, True)),
        only_first=right.count((True, False)),
        only_second=right.count((False, True)),
        neither=right.count((False, False)),
    )
