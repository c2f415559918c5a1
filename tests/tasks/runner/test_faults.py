"""Whatever goes wrong under a task has the right result, and the others go on: real windows, one suite."""

import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tasks.runner.pool import Pool
from tasks.runner.records import Attempt, Job, Result, Status
from tests.tasks.runner.running import Silent, written

pytestmark = pytest.mark.display

APPLICATION = Path(__file__).with_name("faulty_app.py")
SAVED = {"file": "saved.txt", "text": "saved"}
SAVES = [{"click": "Save", "seconds": 8}, {"expect": SAVED, "seconds": 1.5}]
JUDGE = "def raises(run):\n    raise ZeroDivisionError('of the judge')\n"


def form(fault: str) -> dict[str, Any]:
    return {"launch": {"start": [sys.executable, "-P", str(APPLICATION), fault], "window": "Form"}}


TASKS: dict[str, dict[str, Any]] = {
    "no fault": {"steps": SAVES, "set_up": form("none"), "checks": [SAVED]},
    "crash": {"steps": SAVES, "set_up": form("crash"), "checks": [SAVED]},
    "hang": {"steps": SAVES, "set_up": form("hang"), "checks": [SAVED]},
    "dialog": {
        "steps": [{"wait_for": "The network is gone"}, {"click": "Save", "seconds": 1}],
        "set_up": form("dialog"),
        "checks": [SAVED],
    },
    "dialog for a while": {
        "steps": [{"wait_for": "The network is gone"}, *SAVES],
        "set_up": form("dialog for a while"),
        "checks": [SAVED],
    },
    "check raises": {"steps": [{"expect": {"python": "judge.py:raises"}, "seconds": 0.1}]},
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """The results of all tasks, made three at once."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "judge.py").write_text(JUDGE)
    jobs = [Job(task=written(folder, name, **task), trusted=True) for name, task in TASKS.items()]
    made = Pool(folder / "r", 3, Silent()).results(jobs, Event())
    return {result.name: result for result in made}


def the_attempt(results: dict[str, Result], name: str) -> Attempt:
    (attempt,) = results[name].attempts
    return attempt


def test_one_broken_task_stops_no_other(results: dict[str, Result]) -> None:
    assert results.keys() == TASKS.keys()
    assert results["no fault"].status is Status.PASSED, results["no fault"]


def test_an_application_that_crashes_fails_with_what_was_to_be_seen(results: dict[str, Result]) -> None:
    crashed = the_attempt(results, "crash")
    assert (crashed.status, crashed.cause) == (Status.FAILED, "step")
    assert "saved.txt" in crashed.reason


def test_an_application_that_hangs_fails_with_what_was_to_be_seen(results: dict[str, Result]) -> None:
    hung = the_attempt(results, "hang")
    assert (hung.status, hung.cause) == (Status.FAILED, "step")
    assert "saved.txt" in hung.reason


def test_a_dialog_over_the_target_fails_with_what_was_not_to_be_found(results: dict[str, Result]) -> None:
    covered = the_attempt(results, "dialog")
    assert (covered.status, covered.cause) == (Status.FAILED, "step")
    assert covered.reason == "“Save” was to be read nowhere on the screen within 1 seconds."


def test_a_target_beneath_a_dialog_is_waited_for(results: dict[str, Result]) -> None:
    assert results["dialog for a while"].status is Status.PASSED, results["dialog for a while"]


def test_a_check_that_raises_is_the_tasks_fault(results: dict[str, Result]) -> None:
    fault = the_attempt(results, "check raises")
    assert (fault.status, fault.cause) == (Status.ERROR, "check fault")
    assert "of the judge" in fault.reason
