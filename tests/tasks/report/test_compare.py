"""Two runs side by side: paired by task, judged only where both say something of the agent."""

import pytest

from tasks.report.compare import compare
from tasks.runner.records import Status
from tasks.statistics import PairedCounts
from tests.tasks.report.suites import FAILED, attempt, result

BROKEN = attempt(Status.ERROR, "machine", "the display died")


def test_tasks_are_paired_and_those_without_a_pair_are_named() -> None:
    compared = compare([result("a", FAILED), result("b", attempt())], [result("c", attempt()), result("a", attempt())])
    assert [pair.id for pair in compared.differing] == ["s/a#0"]
    assert (compared.only_before, compared.only_after) == (("s/b#0",), ("s/c#0",))


def test_only_what_both_judge_counts() -> None:
    before = [result("a", attempt()), result("b", FAILED), result("c", BROKEN), result("d", FAILED)]
    after = [result("a", attempt()), result("b", attempt()), result("c", attempt()), result("d")]
    compared = compare(before, after)
    assert compared.judged == PairedCounts(both=1, only_second=1)
    assert compared.difference.value == pytest.approx(0.5)
    assert compared.p == 1
    assert {pair.id for pair in compared.differing} == {"s/b#0", "s/c#0", "s/d#0"}


def test_time_and_steps_are_compared_where_both_reached_the_goal_by_the_attempt_that_did() -> None:
    before = [result(f"t{n}", attempt(seconds=10 + n, steps=5)) for n in range(9)]
    slow = attempt(Status.FAILED, "check", "no", seconds=100)
    after = [result(f"t{n}", slow, attempt(seconds=8 + n, steps=5), status=Status.FLAKY) for n in range(9)]
    compared = compare([*before, result("x", FAILED)], [*after, result("x", attempt(seconds=999))])
    assert compared.seconds
    assert compared.steps
    assert (compared.seconds.pairs, compared.seconds.difference.value) == (9, -2)
    assert compared.seconds.p == pytest.approx(2 / 2**9)
    assert (compared.steps.difference.value, compared.steps.p) == (0, 1)


def test_runs_without_a_task_in_common_have_nothing_to_compare() -> None:
    compared = compare([result("a", attempt())], [result("b", attempt())])
    assert (compared.pairs, compared.seconds, compared.p) == ((), None, 1)
