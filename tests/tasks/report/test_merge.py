"""Shards become one folder of results: nothing is lost, the newest of each task counts."""

import os
from pathlib import Path

import pytest

from tasks.report.merge import merge
from tasks.report.suite_run import SuiteRun
from tasks.runner.records import Status
from tasks.runner.results import ResultsError
from tests.tasks.report.suites import attempt, begin_attempt, recorded, result, write


def test_shards_are_joined_with_their_attempts(tmp_path: Path) -> None:
    shards = [write(tmp_path / name, recorded(tmp_path / name, name, attempt())) for name in ("一", "二")]
    merged = merge(shards, tmp_path / "all")
    run = SuiteRun(tmp_path / "all")
    assert (merged.tasks, merged.several) == (2, ())
    assert [entry.name for entry in run.entries] == ["一", "二"]
    assert all(len(list(run.recordings(entry.folders[0]))) == 1 for entry in run.entries)


def test_the_newest_result_of_a_task_counts_whatever_the_order(tmp_path: Path) -> None:
    old = attempt(Status.FAILED, "check", "no", minutes=1)
    for name, made in (("old", old), ("new", attempt(minutes=2))):
        write(tmp_path / name, recorded(tmp_path / name, "a", made))
    for number, order in enumerate((("old", "new"), ("new", "old"))):
        merged = merge([tmp_path / name for name in order], tmp_path / f"out{number}")
        assert [each.status for each in merged.results] == [Status.PASSED]
        assert merged.several == ("s/a#0",)


def test_the_same_results_twice_are_no_conflict(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", result("a", attempt()))
    assert merge([folder, folder], tmp_path / "out").several == ()


def test_different_tasks_with_folders_of_one_name_keep_their_own(tmp_path: Path) -> None:
    for name, task in (("one", "a b"), ("two", "a+b")):
        write(tmp_path / name, recorded(tmp_path / name, task, attempt(), goal=task))
    merge([tmp_path / "one", tmp_path / "two"], tmp_path / "out")
    run = SuiteRun(tmp_path / "out")
    goals = {entry.name: job.task.goal for entry in run.entries if (job := run.job(entry.folders[0]))}
    assert goals == {"a b": "a b", "a+b": "a+b"}


def test_what_a_kill_broke_off_comes_along_unless_it_was_finished_elsewhere(tmp_path: Path) -> None:
    killed = write(tmp_path / "killed")
    begin_attempt(killed, "lost")
    begin_attempt(killed, "resumed")
    again = write(tmp_path / "again", recorded(tmp_path / "again", "resumed", attempt()))
    merge([killed, again], tmp_path / "out")
    entries = SuiteRun(tmp_path / "out").entries
    assert [(entry.name, entry.result is None) for entry in entries] == [("resumed", False), ("lost", True)]


def test_what_is_no_file_is_left_behind_and_a_link_is_not_followed(tmp_path: Path) -> None:
    kept = recorded(tmp_path / "a", "a", attempt())
    home = tmp_path / "a" / kept.folders[0] / "home"
    home.mkdir()
    os.mkfifo(home / "pipe")
    (home / "link").symlink_to("/etc/passwd")
    merge([write(tmp_path / "a", kept)], tmp_path / "out")
    joined = tmp_path / "out" / kept.folders[0] / "home"
    assert not (joined / "pipe").exists()
    assert (joined / "link").is_symlink()


def test_folders_outside_are_not_copied(tmp_path: Path) -> None:
    secret = begin_attempt(tmp_path / "elsewhere", "secret")
    lying = result("a", attempt(), folders=(Path("..") / "elsewhere" / secret,))
    merge([write(tmp_path / "a", lying)], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == [tmp_path / "out" / "results.jsonl"]


def test_a_place_that_holds_something_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", result("a", attempt()))
    with pytest.raises(ResultsError, match="name a new folder"):
        merge([folder], folder)
