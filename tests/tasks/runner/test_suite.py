"""A suite from its tasks to its results, with workers that work at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest

from tasks.runner.pool import folder_name, result_of
from tasks.runner.records import Attempt, AttemptStatus, Cause, Job, Result, Status
from tasks.runner.results import Results
from tasks.runner.suite import Suite, SuiteOptions
from tasks.task import Task, read_each
from tests.tasks.runner.running import Silent, written

Outcome = Callable[[Job], Attempt]


@dataclass
class FakeWorker:
    """Has done its job as soon as it is asked. Implements `tasks.runner.pool.Worker`."""

    attempt: Attempt
    doing: str = ""

    def poll(self) -> Attempt:
        return self.attempt

    def end(self) -> None: ...


class Runs:
    """Runs suites in one folder of results; each attempt goes as `outcome` says."""

    def __init__(self, folder: Path) -> None:
        self.results = Results(folder)
        self.results.make()
        self.begun: list[str] = []
        self.outcome: Outcome = lambda _job: Attempt(status=Status.PASSED)

    def run(self, *tasks: Task, max_failures: int = 0, retries: int | None = None) -> list[Result]:
        options = SuiteOptions(start=self._start, max_failures=max_failures, retries=retries)
        return list(Suite(tasks, options, self.results).run(Silent(), Event()))

    def _start(self, job: Job, folder: Path, _seconds: float) -> FakeWorker:
        folder.mkdir(parents=True)
        self.begun.append(job.task.run_id)
        return FakeWorker(self.outcome(job))


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "r")


@pytest.fixture
def task(tmp_path: Path) -> Task:
    return written(tmp_path, "a", goal="x")


def ended(status: AttemptStatus, cause: Cause = "") -> Outcome:
    return lambda _job: Attempt(status=status, cause=cause)


def test_what_is_finished_is_not_made_again(runs: Runs, task: Task) -> None:
    runs.outcome = ended(Status.FAILED, "check")
    runs.run(task)
    assert runs.run(task) == []
    assert runs.begun == [task.run_id]


@pytest.mark.parametrize(("cause", "again"), [("machine", 1), ("worker", 1), ("set-up", 0), ("check fault", 0)])
def test_what_the_machine_broke_is_tried_again_when_it_is_resumed(
    runs: Runs, task: Task, cause: Cause, again: int
) -> None:
    runs.outcome = ended(Status.ERROR, cause)
    runs.run(task)
    runs.outcome = ended(Status.PASSED)
    assert len(runs.run(task)) == again


def test_a_folder_that_was_broken_off_is_kept(runs: Runs, task: Task) -> None:
    left = runs.results.folder / folder_name(task) / "attempt-1"
    left.mkdir(parents=True)
    (left / "job.json").write_text("{}")
    (result,) = runs.run(task)
    assert result.folders == (Path(folder_name(task)) / "attempt-1",)
    assert (left.with_name("attempt-1-broken-off-1") / "job.json").read_text() == "{}"


def test_a_worker_that_cannot_begin_is_the_machines_fault_and_the_suite_goes_on(
    runs: Runs, task: Task, tmp_path: Path
) -> None:
    (runs.results.folder / folder_name(task)).write_text("in the way")
    other = written(tmp_path, "b", goal="x")
    broken, whole = runs.run(task, other)
    assert (broken.status, broken.attempts[0].cause, whole.status) == (Status.ERROR, "machine", Status.PASSED)
    assert "No worker could begin" in broken.reason


def test_a_broken_file_is_an_error_and_counts_as_a_failure(runs: Runs, task: Task, tmp_path: Path) -> None:
    (tmp_path / "broken.task.yaml").write_text("gaol: x\n")
    broken = [file for file in read_each(tmp_path) if file.mistakes]
    suite = Suite([task], SuiteOptions(max_failures=1), runs.results, broken=broken)
    (result,) = suite.run(Silent(), Event())
    assert (result.status, result.attempts[0].cause) == (Status.ERROR, "task file")
    assert "is `goal` meant?" in result.reason


def test_repeats_are_tried_again_each_for_itself(runs: Runs, task: Task) -> None:
    runs.outcome = lambda job: Attempt(
        status=Status.FAILED if runs.begun.count(job.task.run_id) == 1 else Status.PASSED
    )
    found = runs.run(*task.repeated(2), retries=1)
    assert [result.status for result in found] == [Status.FLAKY, Status.FLAKY]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/b c", "a/b-c"),
        ("a/b:c", "a/b?c"),
        ("a-/b", "a/-b"),
        ("a/b.2", "a/b"),
        ("长/" + "长" * 120, "长/" + "长" * 119),
    ],
)
def test_no_two_tasks_share_a_folder(one: str, other: str) -> None:
    names = []
    for whole in (one, other):
        folder, name = whole.split("/")
        names.append(folder_name(Task(name=name, goal="g", file=f"/{folder}/t.yaml")))
    assert names[0] != names[1]
    assert max(len(name.encode()) for name in names) <= 255


def test_a_failure_that_passes_when_tried_again_is_flaky(task: Task) -> None:
    attempts = [Attempt(status=Status.FAILED, reason="no"), Attempt(status=Status.PASSED)]
    assert result_of(task, attempts, []).status is Status.FLAKY


def test_what_is_expected_to_fail_may(tmp_path: Path) -> None:
    task = written(tmp_path, "a", goal="x", expected="fail", reason="not built yet")
    failed, passed, broken = (
        result_of(task, [Attempt(status=status)], []) for status in (Status.FAILED, Status.PASSED, Status.ERROR)
    )
    assert failed.status is Status.EXPECTED_FAILURE
    assert passed.status is Status.FAILED
    assert broken.status is Status.ERROR
