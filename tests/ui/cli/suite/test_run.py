"""`deskhand run`: what is typed, what is told, and the exit codes."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from tasks.displays import VirtualDisplay
from tasks.runner.results import Results
from tasks.task import read_tasks
from ui.cli.app import app
from ui.cli.suite.run import list_tasks

SKIPPED = "goal: x\nskip: later\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["run", *arguments])


def told(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the JSON of a run."""
    result = run(*arguments, "--json")
    assert result.stdout, result.stderr
    return result.exit_code, json.loads(result.stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "任务 s"
    folder.mkdir()
    (folder / "good.task.yaml").write_text(SKIPPED)
    return folder


def test_a_broken_file_is_an_error_and_stops_no_other(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.task.yaml").write_text("gaol: x\n")
    code, found = told(str(folder), "--root", str(tmp_path / "r"))
    assert (code, found["error"], found["skipped"]) == (1, 1, 1)
    error = next(row for row in found["results"] if row["status"] == "error")
    assert "bad.task.yaml:1:1: There is no key `gaol` here; is `goal` meant?" in error["reason"]
    assert error["attempts"][0]["cause"] == "task file"


def test_all_files_broken_are_told_and_exit_with_1(folder: Path, tmp_path: Path) -> None:
    (folder / "good.task.yaml").write_text("goal: [\n")
    result = run(str(folder), "--root", str(tmp_path / "r"))
    assert result.exit_code == 1
    assert "good.task.yaml:2:1: This is no YAML" in result.stdout


def test_the_list_tells_of_broken_files_too(folder: Path) -> None:
    (folder / "bad.task.yaml").write_text("gaol: x\n")
    result = run(str(folder), "--list")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "任务 s/good#0")
    assert "is `goal` meant?" in result.stderr


def test_a_path_where_nothing_is_is_wrong_usage(folder: Path, tmp_path: Path) -> None:
    result = run(str(folder), str(folder / "none.yaml"), "--root", str(tmp_path / "r"))
    assert result.exit_code == 2
    assert "none.yaml:1:1: There is no such file or folder." in result.stderr
    assert not (tmp_path / "r").exists()


def test_a_mended_file_is_run_when_the_results_are_resumed(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.task.yaml").write_text("gaol: x\n")
    told(str(folder), "--resume", str(tmp_path / "r"))
    (folder / "bad.task.yaml").write_text(SKIPPED)
    code, found = told(str(folder), "--resume", str(tmp_path / "r"))
    assert (code, found["error"], found["skipped"]) == (0, 0, 2)


def test_repeats_are_results_of_their_own_and_more_can_be_asked_for_later(folder: Path, tmp_path: Path) -> None:
    told(str(folder), "--repeat-each", "2", "--resume", str(tmp_path / "r"))
    before = (tmp_path / "r" / "results.jsonl").read_text()
    told(str(folder), "--repeat-each", "3", "--resume", str(tmp_path / "r"))
    assert [result.id for result in Results(tmp_path / "r")] == [f"任务 s/good#0{again}" for again in ("", ".2", ".3")]
    assert (tmp_path / "r" / "results.jsonl").read_text().startswith(before)  # none was made twice


def test_what_was_not_come_to_is_told_and_is_no_success(folder: Path, tmp_path: Path) -> None:
    (folder / "slow.task.yaml").write_text("goal: wait 60 seconds\n")
    result = run(str(folder), "--global-timeout", "1", "--root", str(tmp_path / "r"))
    assert result.exit_code == 1
    assert "1 skipped  1 not run" in result.stdout


@pytest.mark.display
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--display", "here"], "asks before it begins"),
        (["--ray", "127.0.0.1:6379", "--display", "here"], "choose one"),
        (["--ray", "127.0.0.1:6379", "--model", "glm"], "served to all"),
        (["--ray", "auto"], "no address of a Ray cluster"),
        (["--ray", "127.0.0.1:1"], "Nobody answers at 127.0.0.1:1"),
        (["--workers", "many"], "no number of workers"),
        (["--repeat-each", "0"], "Invalid value"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_exits_with_2(
    display: VirtualDisplay, folder: Path, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    result = run(str(folder), "--root", str(tmp_path / "r"), *arguments)
    assert result.exit_code == 2, result.stdout
    assert sentence in " ".join(result.stderr.split())
    assert not (tmp_path / "r").exists()


def test_a_list_says_why_and_how_many_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.task.yaml").write_text("goal: wait\ntags: [x]\n")
    (tmp_path / "b.task.yaml").write_text("goal: wait\nskip: It needs [a network].\n")
    shown = io.StringIO()
    list_tasks(read_tasks(tmp_path), [], Console(file=shown, width=20))
    a, b, reason, count = shown.getvalue().splitlines()
    assert a.endswith("/a#0 @x")
    assert b.endswith("/b#0")
    assert reason == "    skipped: It needs [a network]."
    assert count == "2 tasks, 1 of them skipped."


@pytest.mark.parametrize(
    ("model", "way", "sentence"),
    [("reader", "zoom", "--grounding zoom cannot help"), ("glm", "sideways", "is no way of asking")],
)
def test_a_way_of_asking_that_cannot_be_is_told_before_anything_begins(
    model: str, way: str, sentence: str, folder: Path, tmp_path: Path
) -> None:
    result = run(str(folder), "--model", model, "--grounding", way, "--root", str(tmp_path / "r"))
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert not (tmp_path / "r").exists()
