"""What the page of tasks lists, read from disk."""

import os
from pathlib import Path

import pytest

from tasks.runner.records import Status
from tasks.runner.results import RESULTS, Results
from tasks.runner.trusted import TrustedTasks
from tasks.task import Task, read_tasks
from tests.ui.panel.tasks.suites import LOOKED, RUNS, draw, result_of, write_tasks
from ui.panel.tasks.listing import Entry, PastResult, last_results, newest_screenshot, read_entries, telling_picture


def listed(tmp_path: Path, folder: Path) -> list[Entry]:
    return read_entries(folder, tmp_path / "results", tmp_path / "trusted.json")


def add_result(tmp_path: Path, task: Task, status: Status, run: str = "1") -> Path:
    results = Results(tmp_path / "results" / run)
    results.make()
    results.add(result_of(task, status))
    return results.folder


def test_tasks_come_with_their_newest_results(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "任务 1", "a", "b")
    first, _ = read_tasks(folder)
    add_result(tmp_path, first, Status.FAILED, "2026-01-01_00-00-00")
    newest = add_result(tmp_path, first, Status.PASSED, "2026-01-02_00-00-00")
    a, b = listed(tmp_path, folder)
    assert a.last is not None
    assert (a.last.result.status, a.last.folder) == (Status.PASSED, newest)
    assert b.last is None


def test_the_result_of_a_task_of_the_same_name_elsewhere_is_not_its_own(tmp_path: Path) -> None:
    one, other = (write_tasks(tmp_path / place / "suite", "a") for place in ("one", "other"))
    add_result(tmp_path, read_tasks(one)[0], Status.PASSED)
    assert listed(tmp_path, one)[0].last is not None
    assert listed(tmp_path, other)[0].last is None


def test_a_file_that_is_wrong_is_listed_with_its_mistakes_beside_the_others(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "suite", "a", "c")
    (folder / "b.task.yaml").write_text("goal: x\nchekcs: []\n")
    a, b, c = listed(tmp_path, folder)
    assert [entry.task is None for entry in (a, b, c)] == [False, True, False]
    assert "is `checks` meant" in b.mistakes[0].sentence


def test_damaged_results_hide_no_others(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "suite", "a")
    add_result(tmp_path, read_tasks(folder)[0], Status.PASSED, "1")
    for name, data in (("2", b"\xff\x00{"), ("3", b"[" * 10_000), ("4", b'{"id": 7}\n')):
        (tmp_path / "results" / name).mkdir()
        (tmp_path / "results" / name / RESULTS).write_bytes(data)
    (tmp_path / "results" / "5" / RESULTS).mkdir(parents=True)
    assert listed(tmp_path, folder)[0].last is not None


def test_a_task_that_needs_trust_says_why_until_it_has_it(tmp_path: Path) -> None:
    folder = write_tasks(tmp_path / "suite", "a", text=RUNS)
    (entry,) = listed(tmp_path, folder)
    assert entry.reasons == ("It runs the command touch mine.",)
    TrustedTasks(tmp_path / "trusted.json").add(read_tasks(folder))
    assert listed(tmp_path, folder)[0].reasons == ()


def test_a_folder_without_tasks_holds_nothing(tmp_path: Path) -> None:
    assert listed(tmp_path, tmp_path) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        listed(tmp_path, tmp_path / "gone")


def test_the_picture_is_the_failed_checks_or_else_what_was_seen_last(tmp_path: Path) -> None:
    (task,) = read_tasks(write_tasks(tmp_path / "suite", "a"))
    failed, passed = (PastResult(result_of(task, status), tmp_path) for status in (Status.FAILED, Status.PASSED))
    attempt = failed.attempt_folder
    assert attempt is not None
    assert telling_picture(failed) == attempt / LOOKED.picture
    assert telling_picture(passed) is None
    for number, name in enumerate(("run-9/step-002.png", "run-10/step-001.png")):
        draw(attempt / name, "red")
        os.utime(attempt / name, (number, number))
    assert newest_screenshot(attempt) == telling_picture(passed) == attempt / "run-10/step-001.png"


def test_nothing_is_known_of_a_task_where_nothing_was_ever_run(tmp_path: Path) -> None:
    assert last_results(tmp_path / "results") == {}
