"""Intervals of scores: Wilson's for what is right or wrong, by bootstrap else, and never too sure of few tasks."""

import pytest

from tasks.recorded.scores.certainty import Worth, by_task, mean_score
from tasks.statistics import wilson


def test_single_steps_that_are_right_or_wrong_have_wilsons_interval() -> None:
    assert mean_score([Worth("", 1.0)] * 3 + [Worth("", 0.0)]) == (0.75, wilson(3, 4))


def test_of_nothing_nothing_is_known() -> None:
    assert mean_score([]) == (0.0, (0.0, 1.0))


def test_steps_of_many_tasks_are_drawn_together() -> None:
    alike = [Worth(f"t{number}", float(number % 2)) for number in range(20) for _ in range(30)]
    together, apart = mean_score(alike).interval, mean_score(Worth("", worth.score) for worth in alike).interval
    assert together.high - together.low > 3 * (apart.high - apart.low)


def test_of_few_tasks_the_steps_count_and_all_right_is_not_certain() -> None:
    assert by_task([Worth("a", 1.0), Worth("a", 0.0), Worth("", 1.0)]) == [[1.0], [0.0], [1.0]]
    assert mean_score([Worth("a", 1.0)] * 10).interval.low == pytest.approx(wilson(10, 10).low)


def test_what_is_partly_right_has_an_interval_around_its_mean() -> None:
    value, (low, high) = mean_score([Worth("", 0.25), Worth("", 0.75)] * 50)
    assert value == 0.5
    assert 0.38 < low < value < high < 0.62
