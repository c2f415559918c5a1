"""Intervals against published figures, and by how often they hold what they are to hold."""

import itertools
import math

import numpy as np
import pytest

from tasks.statistics import (
    Interval,
    PairedCounts,
    difference_of_shares,
    mcnemar,
    median_difference,
    sign_test,
    wilson,
)


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_is_as_newcombe_tabulates_it(successes: int, trials: int, low: float, high: float) -> None:
    """Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3."""
    assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)


def test_wilson_stays_within_what_is_possible() -> None:
    assert wilson(0, 5).low == 0
    assert wilson(5, 5).high == 1
    assert wilson(0, 0) == Interval(0, 1)


def test_mcnemar_is_the_binomial_test_of_the_discordant_pairs() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(3, 3) == 1
    assert mcnemar(0, 5) == pytest.approx(2 / 32)
    assert mcnemar(8, 1) == mcnemar(1, 8) == pytest.approx(2 * (1 + 9) / 512)
    assert mcnemar(2000, 1000) < 1e-70


def test_the_sign_test_leaves_out_what_did_not_change() -> None:
    assert sign_test([1, 2, 0, 3, 4, 5, 0]) == mcnemar(5, 0)
    assert sign_test([]) == 1


def test_a_difference_lies_in_its_interval_and_turns_with_its_sides() -> None:
    found = difference_of_shares(PairedCounts(both=20, only_first=2, only_second=8, neither=10))
    turned = difference_of_shares(PairedCounts(both=20, only_first=8, only_second=2, neither=10))
    assert found.value == pytest.approx(6 / 40)
    assert found.interval.low < found.value < found.interval.high
    assert turned.interval == pytest.approx((-found.interval.high, -found.interval.low))


def test_no_difference_is_not_certain_however_alike_the_runs_are() -> None:
    low, high = difference_of_shares(PairedCounts(both=10)).interval
    assert low < 0 < high
    assert difference_of_shares(PairedCounts()).interval == Interval(-1, 1)


def test_the_interval_of_a_difference_holds_the_true_one_about_95_times_of_100() -> None:
    """Summed over every possible outcome of 20 pairs, with a true difference of 0.15."""
    chances, pairs, held = (0.45, 0.15, 0.30, 0.10), 20, 0.0
    for a, b, c in itertools.product(range(pairs + 1), repeat=3):
        if (d := pairs - a - b - c) < 0:
            continue
        low, high = difference_of_shares(PairedCounts(a, b, c, d)).interval
        if low <= 0.15 <= high:
            held += _chance((a, b, c, d), chances)
    assert 0.93 < held < 0.98


def _chance(counts: tuple[int, ...], chances: tuple[float, ...]) -> float:
    ways = math.factorial(sum(counts)) / math.prod(math.factorial(count) for count in counts)
    return ways * math.prod(chance**count for chance, count in zip(chances, counts, strict=True))


def test_the_same_seed_gives_the_same_bootstrap() -> None:
    differences = list(np.random.default_rng(1).normal(1.0, 2.0, 40))
    first, again = (median_difference(differences, seed=3) for _ in range(2))
    assert first == again
    assert len({median_difference(differences, seed) for seed in range(5)}) > 1
    assert first.value == pytest.approx(float(np.median(differences)))
    assert first.interval.low < first.value < first.interval.high


def test_a_bootstrap_of_thousands_is_made_in_parts() -> None:
    low, high = median_difference([0.0] * 3000 + [2.0] * 3000).interval
    assert 0 <= low <= high <= 2


def test_of_nothing_nothing_is_known() -> None:
    assert median_difference([]).interval == Interval(-math.inf, math.inf)
