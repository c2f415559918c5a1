"""A folder of results is read whatever became of the run, and nothing outside it is."""

import os
import shutil
from pathlib import Path

import pytest

from agent.recording import Recording
from tasks.report.suite_run import SuiteRun
from tasks.runner.process import JOB
from tasks.runner.results import RESULTS, ResultsError
from tests.tasks.report.suites import attempt, begin_attempt, recorded, result, write


def test_a_task_that_a_kill_broke_off_is_known_by_its_job(tmp_path: Path) -> None:
    write(tmp_path, recorded(tmp_path, "done", attempt()))
    begin_attempt(tmp_path, "broken")
    run = SuiteRun(tmp_path)
    assert [(entry.name, entry.result is None) for entry in run.entries] == [("done", False), ("broken", True)]
    (recording,) = run.recordings(run.entries[1].folders[0])
    assert isinstance(recording, Recording)


def test_a_run_that_was_killed_before_its_first_result_is_one(tmp_path: Path) -> None:
    write(tmp_path)
    begin_attempt(tmp_path, "first", steps=0)
    assert [entry.name for entry in SuiteRun(tmp_path).entries] == ["first"]


def test_lines_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    write(tmp_path, result("a", attempt()))
    with (tmp_path / RESULTS).open("ab") as file:
        file.write(b'\xff\xfe not json\n{"format": 1, "id"')
    run = SuiteRun(tmp_path)
    assert (len(run.results), run.unreadable) == (1, 2)


@pytest.mark.parametrize("line", [b"not json\n", b'{"format": 7, "id": "s/a#0"}\n', b"\0" * 64 + b"\n"])
def test_results_of_which_no_line_can_be_read_are_said(tmp_path: Path, line: bytes) -> None:
    (tmp_path / RESULTS).write_bytes(line)
    with pytest.raises(ResultsError, match="No line"):
        SuiteRun(tmp_path)


def test_what_is_no_folder_of_results_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path, tmp_path / "none", tmp_path / "file"):
        with pytest.raises(ResultsError, match="holds no results"):
            SuiteRun(path)


def test_results_that_are_a_folder_are_said(tmp_path: Path) -> None:
    (tmp_path / RESULTS).mkdir()
    with pytest.raises(ResultsError, match="cannot be read"):
        SuiteRun(tmp_path)


def test_nothing_outside_the_folder_is_opened(tmp_path: Path) -> None:
    outside = begin_attempt(tmp_path / "elsewhere", "secret")
    folder = write(tmp_path / "run", result("a", attempt()))
    (folder / "link").symlink_to(tmp_path / "elsewhere" / outside)
    run = SuiteRun(folder)
    for path in (Path("..") / "elsewhere" / outside, Path("link"), tmp_path / "elsewhere" / outside, Path()):
        assert run.inside(path) is None
        assert list(run.recordings(path)) == []
        assert run.job(path) is None


def test_a_recording_that_is_damaged_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    within = begin_attempt(tmp_path, "a")
    shutil.copytree(tmp_path / within / "run-1", tmp_path / within / "run-2")
    (tmp_path / within / "run-1" / "steps.jsonl").write_bytes(b"rubbish\n")
    write(tmp_path, result("a", attempt(), folders=(within,)))
    first, second = SuiteRun(tmp_path).recordings(within)
    assert "cannot be read" in str(first)
    assert isinstance(second, Recording)


def test_a_job_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    within = begin_attempt(tmp_path, "a", steps=0)
    (tmp_path / within / JOB).unlink()
    os.mkfifo(tmp_path / within / JOB)
    write(tmp_path, result("a", attempt(), folders=(within,)))
    assert SuiteRun(tmp_path).job(within) is None
