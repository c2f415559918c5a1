"""What the figures of whole tasks are made of: who counts, how sure a rate is, and what a failure comes from."""

from pathlib import Path

import pytest

from tasks.runner.records import Attempt, Result, Status
from tests.benchmarks.success import Score, cause_of, wilson


def result(status: Status, *, claimed: bool = False, cause: str = "check") -> Result:
    outcome = status if status in (Status.PASSED, Status.ERROR) else Status.FAILED
    attempt = Attempt.model_validate({"status": outcome, "cause": cause, "claimed": claimed})
    return Result(id="s/a#0", name="a", file="/s/a.yaml", status=status, attempts=(attempt,))


@pytest.mark.parametrize(
    ("successes", "runs", "interval"),
    [
        (5, 10, (0.2366, 0.7634)),  # Newcombe 1998 and the usual tables
        (0, 10, (0.0, 0.2775)),
        (10, 10, (0.7225, 1.0)),
        (81, 263, (0.2553, 0.3662)),
        (0, 0, (0.0, 1.0)),
    ],
)
def test_the_interval_is_wilsons(successes: int, runs: int, interval: tuple[float, float]) -> None:
    assert wilson(successes, runs) == pytest.approx(interval, abs=1e-4)


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
