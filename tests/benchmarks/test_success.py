"""What the figures of whole tasks are made of: who counts, how sure a rate is, and what a failure comes from."""

from pathlib import Path

import pytest

from tasks.runner.records import Attempt, Result, Status
from tests.benchmarks.success import Score, cause_of


def result(status: Status, *, claimed: bool = False, cause: str = "check") -> Result:
    outcome = status if status in (Status.PASSED, Status.ERROR) else Status.FAILED
    attempt = Attempt.model_validate({"status": outcome, "cause": cause, "claimed": claimed})
    return Result(id="s/a#0", name="a", file="/s/a.yaml", status=status, attempts=(attempt,))


def test_a_fault_of_the_machine_counts_for_nobody() -> None:
    statuses = (Status.PASSED, Status.FAILED, Status.ERROR, Status.SKIPPED, Status.EXPECTED_FAILURE)
    score = Score([result(status) for status in statuses])
    assert (score.passed, len(score.judged)) == (1, 3)
    assert score.rate == pytest.approx(1 / 3)
    assert score.counts()["errors"] == 1
    assert Score([result(Status.ERROR)]).rate is None


def test_a_claim_that_the_check_refuses_is_a_false_done(tmp_path: Path) -> None:
    claims = [result(Status.PASSED, claimed=True), result(Status.FAILED, claimed=True), result(Status.FAILED)]
    score = Score(claims)
    assert (len(score.claimed), score.refused) == (2, 1)
    assert cause_of(claims[1], tmp_path) == "false done"
    assert cause_of(result(Status.FAILED, cause="time"), tmp_path) == "time"
    assert cause_of(result(Status.ERROR, cause="set-up", claimed=True), tmp_path) == "error: set-up"
