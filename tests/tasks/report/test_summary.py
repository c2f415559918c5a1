"""What a run amounts to: what says nothing of the agent counts neither for it nor against it."""

from tasks.report.summary import is_reached, summarise
from tasks.runner.records import Status
from tasks.statistics import wilson
from tests.tasks.report.suites import FAILED, attempt, result

BROKEN = attempt(Status.ERROR, "set-up", "no editor")
PASSED = attempt(claimed=True)


def test_skipped_tasks_and_faults_of_the_machine_are_not_judged() -> None:
    summary = summarise([result("a", PASSED), result("b", FAILED), result("c", BROKEN), result("d")])
    assert (summary.judged, summary.reached) == (2, 1)
    assert summary.success == wilson(1, 2)
    assert [summary.counts[status] for status in Status] == [1, 1, 0, 1, 0, 1]


def test_a_retry_that_passes_is_success_but_not_at_first() -> None:
    summary = summarise([result("a", FAILED, PASSED, status=Status.FLAKY), result("b", PASSED)])
    assert (summary.judged, summary.reached, summary.at_first) == (2, 2, 1)


def test_what_was_expected_changes_nothing_of_what_the_agent_did() -> None:
    assert is_reached(result("a", FAILED, status=Status.EXPECTED_FAILURE)) is False
    assert is_reached(result("a", PASSED, status=Status.FAILED)) is True
    assert is_reached(result("a")) is None


def test_a_fault_after_a_failure_does_not_undo_it() -> None:
    assert is_reached(result("a", FAILED, BROKEN)) is False


def test_a_done_that_a_check_refutes_is_counted() -> None:
    gave_up = attempt(Status.FAILED, "check", "no")
    summary = summarise([result("a", PASSED), result("b", FAILED), result("c", gave_up)])
    assert (summary.claims, summary.false_claims) == (2, 1)


def test_costs_are_those_of_all_attempts() -> None:
    summary = summarise([result("a", FAILED, PASSED)])
    assert (summary.steps, summary.tokens, summary.seconds) == (6, 60, 4.0)


def test_causes_are_those_of_what_went_wrong_the_most_frequent_first() -> None:
    summary = summarise([result("a", BROKEN), *(result(name, FAILED) for name in "bc"), result("d", FAILED, PASSED)])
    assert list(summary.causes.items()) == [("check", 2), ("set-up", 1)]


def test_nothing_is_known_of_nothing() -> None:
    assert summarise([]).success == (0, 1)
