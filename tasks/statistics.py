"""What can be said of success and of differences from few runs: intervals and exact paired tests, nothing else.

Sources: Wilson 1927; McNemar's test in its exact form; Newcombe 1998, "Improved confidence intervals for the difference
between binomial proportions based on paired data", method 10; Efron's percentile bootstrap.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

_Z = 1.959963984540054  # of 95 %
_TAILS = (2.5, 97.5)  # per cent
_RESAMPLES = 10_000
_AT_ONCE = 2_000_000  # numbers drawn at once, 16 MB: a bootstrap of any size fits into memory


class Interval(NamedTuple):
    """A 95 % confidence interval."""

    low: float
    high: float


class Estimate(NamedTuple):
    """A value and its 95 % confidence interval."""

    value: float
    interval: Interval


@dataclass(frozen=True)
class PairedCounts:
    """How often each of two, tried on the same things, had success."""

    both: int = 0
    only_first: int = 0
    only_second: int = 0
    neither: int = 0

    @property
    def pairs(self) -> int:
        """How many things both were tried on."""
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def first(self) -> int:
        """How often the first had success."""
        return self.both + self.only_first

    @property
    def second(self) -> int:
        """How often the second had success."""
        return self.both + self.only_second


def wilson(successes: float, trials: int) -> Interval:
    """Return the interval of a share; of nothing tried, nothing is known. Parts of a success count as such."""
    if not trials:
        return Interval(0.0, 1.0)
    share, z2 = successes / trials, _Z**2 / trials
    centre = (share + z2 / 2) / (1 + z2)
    half = _Z * math.sqrt(share * (1 - share) / trials + z2 / trials / 4) / (1 + z2)
    low = 0.0 if successes == 0 else centre - half  # exactly, which a difference of floats is not
    return Interval(low, 1.0 if successes == trials else centre + half)


def mcnemar(only_first: int, only_second: int) -> float:
    """Return the exact two-sided p-value of two kinds of discordant pairs being as frequent."""
    discordant = only_first + only_second
    tail = sum(math.comb(discordant, count) for count in range(min(only_first, only_second) + 1))
    return min(1.0, float(2 * tail / 2**discordant))


def sign_test(differences: Sequence[float]) -> float:
    """Return the exact two-sided p-value of paired differences being as often above as below 0."""
    return mcnemar(sum(each > 0 for each in differences), sum(each < 0 for each in differences))


def difference_of_shares(counts: PairedCounts) -> Estimate:
    """Return by how much the second's share of successes is larger (-1 to 1). Newcombe's method 10."""
    if not counts.pairs:
        return Estimate(0.0, Interval(-1.0, 1.0))
    first, second = counts.first / counts.pairs, counts.second / counts.pairs
    low1, high1 = wilson(counts.first, counts.pairs)
    low2, high2 = wilson(counts.second, counts.pairs)
    phi = _phi(counts)
    below = _side(second - low2, high1 - first, phi)
    above = _side(high2 - second, first - low1, phi)
    return Estimate(second - first, Interval(second - first - below, second - first + above))


def median_difference(differences: Sequence[float], seed: int = 0) -> Estimate:
    """Return the median of paired differences with its bootstrap interval; the same seed gives the same interval."""
    if not differences:
        return Estimate(0.0, Interval(-math.inf, math.inf))
    values = np.asarray(differences, dtype=np.float64)
    chance = np.random.default_rng(seed)
    rows = max(1, _AT_ONCE // len(values))
    sizes = [min(rows, _RESAMPLES - begun) for begun in range(0, _RESAMPLES, rows)]
    medians = [np.median(chance.choice(values, (size, len(values))), axis=1) for size in sizes]
    low, high = np.percentile(np.concatenate(medians), _TAILS)
    return Estimate(float(np.median(values)), Interval(float(low), float(high)))


def clustered_mean(clusters: Sequence[Sequence[float]], seed: int = 0) -> Estimate:
    """Return the mean of all values with its bootstrap interval; values of one cluster are drawn together."""
    filled = [cluster for cluster in clusters if cluster]
    if not filled:
        return Estimate(0.0, Interval(-math.inf, math.inf))
    sums = np.asarray([math.fsum(cluster) for cluster in filled])
    counts = np.asarray([len(cluster) for cluster in filled])
    chance = np.random.default_rng(seed)
    rows = max(1, _AT_ONCE // len(filled))
    sizes = [min(rows, _RESAMPLES - begun) for begun in range(0, _RESAMPLES, rows)]
    drawn = (chance.integers(len(filled), size=(size, len(filled))) for size in sizes)
    means = np.concatenate([sums[which].sum(axis=1) / counts[which].sum(axis=1) for which in drawn])
    low, high = np.percentile(means, _TAILS)
    return Estimate(float(sums.sum() / counts.sum()), Interval(float(low), float(high)))


def _phi(counts: PairedCounts) -> float:
    """Return the correlation within pairs, with Newcombe's correction for few of them."""
    first, second, pairs = counts.first, counts.second, counts.pairs
    margins = first * (pairs - first) * second * (pairs - second)
    if not margins:
        return 0.0
    concordance = counts.both * counts.neither - counts.only_first * counts.only_second
    corrected = max(concordance - pairs / 2, 0.0) if concordance > 0 else concordance
    return corrected / math.sqrt(margins)


def _side(mine: float, other: float, phi: float) -> float:
    return math.sqrt(max(0.0, mine**2 - 2 * phi * mine * other + other**2))
