"""Results on disk: whole after a kill, the newest of each task, as JSON and as JUnit."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tasks.runner.junit import write_junit
from tasks.runner.records import Attempt, Looked, Result, Status
from tasks.runner.results import RESULTS, Results, ResultsError, as_json, forget_old, newest_folder, results_folder
from tests.full_disk import no_file_larger_than

LOOKED = Looked(held=False, wanted="“é” in a.txt", saw="no file a.txt")


def result(name: str, status: Status = Status.PASSED, reason: str = "") -> Result:
    outcome = status if status in (Status.PASSED, Status.FAILED, Status.ERROR) else Status.FAILED
    attempt = Attempt(status=outcome, reason=reason, findings=(LOOKED,), seconds=1.5)
    return Result(id=f"s/{name}#0", name=name, file="/s/t.yaml", status=status, reason=reason, attempts=(attempt,))


@pytest.fixture
def results(tmp_path: Path) -> Results:
    made = Results(tmp_path / "r")
    made.make()
    return made


def test_what_was_added_is_read_back(results: Results) -> None:
    results.add(result("a"))
    results.add(result("b", Status.FAILED, "no"))
    assert [(r.name, r.status) for r in Results(results.folder)] == [("a", "passed"), ("b", "failed")]


def test_the_newest_result_of_a_task_counts(results: Results) -> None:
    for status in (Status.FAILED, Status.PASSED):
        results.add(result("a", status))
    assert [r.status for r in results] == [Status.PASSED]


def test_a_line_that_a_kill_cut_off_is_left_out_and_the_next_one_is_whole(results: Results) -> None:
    results.add(result("a"))
    with (results.folder / RESULTS).open("ab") as file:
        file.write(b'{"format": 1, "id": "s/b')
    results.add(result("c"))
    assert [r.name for r in results] == ["a", "c"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ResultsError, match="cannot be written"):
        Results(tmp_path / "file" / "r").make()


def test_results_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / RESULTS).mkdir()
    with pytest.raises(ResultsError, match="cannot be read: Is a directory"):
        list(Results(tmp_path))


def test_what_was_wrong_with_a_file_counts_no_more_once_its_tasks_are_run(results: Results) -> None:
    broken = Result(id="/s/t.yaml", name="t.yaml", file="/s/t.yaml", status=Status.ERROR)
    results.add(broken)
    results.add(broken.model_copy(update={"id": "/s/u.yaml", "file": "/s/u.yaml"}))
    results.add(result("a"))
    assert [r.id for r in results] == ["/s/u.yaml", "s/a#0"]


def test_on_a_full_disk_a_result_is_told_and_leaves_nothing_behind(results: Results) -> None:
    results.add(result("a"))
    with (
        no_file_larger_than((results.folder / RESULTS).stat().st_size + 40),
        pytest.raises(ResultsError, match=r"too large.*--resume"),
    ):
        results.add(result("b"))
    results.add(result("c"))
    assert [r.name for r in results] == ["a", "c"]
    assert len((results.folder / RESULTS).read_bytes().splitlines()) == 2


def test_only_old_folders_of_results_are_forgotten(tmp_path: Path) -> None:
    names = [f"2026-01-0{day}_00-00-00" for day in range(1, 5)]
    for name in (*names, "my-notes"):
        Results(tmp_path / name).make()
    (tmp_path / "2025-01-01_00-00-00").mkdir()  # holds no results
    forget_old(tmp_path, 2)
    assert {path.name for path in tmp_path.iterdir()} == {*names[2:], "my-notes", "2025-01-01_00-00-00"}


def test_folders_of_results_are_told_apart_and_the_newest_is_found(tmp_path: Path) -> None:
    first = results_folder(tmp_path)
    Results(first).make()
    second = results_folder(tmp_path)
    Results(second).make()
    assert first != second
    assert newest_folder(tmp_path) == second
    assert newest_folder(tmp_path / "none") is None


def test_json_has_the_counts_and_a_row_each(results: Results) -> None:
    told = json.loads(as_json([result("a"), result("b", Status.EXPECTED_FAILURE)]))
    assert (told["passed"], told["expected_failure"], told["error"]) == (1, 1, 0)
    assert [row["name"] for row in told["results"]] == ["a", "b"]
    assert [(row["seed"], row["status"], row["claimed"]) for row in told["results"]] == [
        (0, "passed", False),
        (0, "expected failure", False),
    ]


def test_runs_of_one_task_have_names_of_their_own_in_junit(tmp_path: Path) -> None:
    rows = [result("a").model_copy(update={"id": id_}) for id_ in ("s/a#0", "s/a#0.2", "s/a#3", "/s/t.yaml")]
    suite = ElementTree.parse(write_junit(rows, tmp_path)).getroot()  # noqa: S314 - our own
    assert [case.get("name") for case in suite.iter("testcase")] == ["s/a", "s/a#0.2", "s/a#3", "/s/t.yaml"]


def test_junit_says_what_was_seen_and_holds_any_text(tmp_path: Path) -> None:
    rows = [result("a"), result("b", Status.FAILED, "bell \x07 <tag>"), result("c", Status.SKIPPED, "later")]
    suite = ElementTree.parse(write_junit(rows, tmp_path)).getroot()  # noqa: S314 - our own
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "bell  <tag>"
    assert "saw: no file a.txt" in (failure.text or "")
