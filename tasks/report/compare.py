"""Two runs of the same tasks, side by side: what differs, and whether that is more than chance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tasks.report.summary import is_reached
from tasks.runner.records import Result
from tasks.statistics import Estimate, PairedCounts, difference_of_shares, mcnemar, median_difference, sign_test


@dataclass(frozen=True)
class Pair:
    """A task's results in both runs."""

    before: Result
    after: Result

    @property
    def id(self) -> str:
        """The task's."""
        return self.after.id

    @property
    def differs(self) -> bool:
        """Whether it went otherwise."""
        return self.before.status is not self.after.status

    @property
    def reached(self) -> tuple[bool | None, bool | None]:
        """Whether the agent reached the goal in each; None where nothing is said of the agent."""
        return is_reached(self.before), is_reached(self.after)


@dataclass(frozen=True)
class Measure:
    """What a task took in both runs, over the `pairs` that reached the goal in both; `p` is the sign test's."""

    pairs: int
    before: float
    after: float
    difference: Estimate
    p: float


@dataclass(frozen=True)
class Comparison:
    """Two runs compared over the tasks that both have; the success only over those `judged` in both.

    `difference` is by how much the second's success rate is larger; `p` is McNemar's, exact.
    """

    pairs: tuple[Pair, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    judged: PairedCounts
    difference: Estimate
    p: float
    seconds: Measure | None
    steps: Measure | None

    @property
    def differing(self) -> tuple[Pair, ...]:
        """The tasks that went otherwise."""
        return tuple(pair for pair in self.pairs if pair.differs)


def compare(before: Sequence[Result], after: Sequence[Result], seed: int = 0) -> Comparison:
    """Compare two runs; `seed` is that of the bootstrap."""
    firsts, seconds = ({result.id: result for result in results} for results in (before, after))
    pairs = tuple(Pair(firsts[id], result) for id, result in seconds.items() if id in firsts)
    judged = _judged(pairs)
    reached = [pair for pair in pairs if pair.reached == (True, True)]
    return Comparison(
        pairs=pairs,
        only_before=tuple(id for id in firsts if id not in seconds),
        only_after=tuple(id for id in seconds if id not in firsts),
        judged=judged,
        difference=difference_of_shares(judged),
        p=mcnemar(judged.only_first, judged.only_second),
        seconds=_measure(reached, _seconds, seed),
        steps=_measure(reached, _steps, seed),
    )


def _judged(pairs: Sequence[Pair]) -> PairedCounts:
    reached = [pair.reached for pair in pairs]
    return PairedCounts(
        both=reached.count((True, True)),
        only_first=reached.count((True, False)),
        only_second=reached.count((False, True)),
        neither=reached.count((False, False)),
    )


def _measure(pairs: Sequence[Pair], of: Callable[[Result], float], seed: int) -> Measure | None:
    if not pairs:
        return None
    before, after = ([of(result) for result in results] for results in zip(*_both(pairs), strict=True))
    differences = [late - early for early, late in zip(before, after, strict=True)]
    difference = median_difference(differences, seed)
    return Measure(len(pairs), median(before), median(after), difference, sign_test(differences))


def _both(pairs: Sequence[Pair]) -> list[tuple[Result, Result]]:
    return [(pair.before, pair.after) for pair in pairs]


def _seconds(result: Result) -> float:
    """Return the seconds of the attempt that counts: retries are no slowness."""
    return result.attempts[-1].seconds


def _steps(result: Result) -> float:
    return float(result.attempts[-1].steps)
