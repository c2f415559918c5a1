"""`deskhand show`, `merge` and `compare` as they are typed."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tasks.recorded.predictions.prediction import Prediction
from tests.agent.recording.runs import record
from tests.tasks.recorded.scored import write_score
from tests.tasks.recorded.writing import screenspot, write_screenspot
from tests.tasks.report.suites import FAILED, attempt, recorded, result, write
from ui.cli.app import app

BARE: dict[str, str | None] = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "LC_ALL": "C.UTF-8"}
_SECONDS = 10


def deskhand(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={**BARE, **environment})


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "root" / "2026-01-02_12-00-00"
    return write(folder, recorded(folder, "好 a", attempt()), recorded(folder, "b", FAILED))


def test_the_newest_results_are_shown_and_without_a_desktop_only_said(run: Path) -> None:
    shown = deskhand("show", "--root", run.parent)
    assert (shown.exit_code, shown.stdout.strip()) == (0, str(run / "report.html"))
    assert "s/好 a" in (run / "report.html").read_text(encoding="utf-8")


def test_the_command_is_there(run: Path) -> None:
    command = [sys.executable, "-m", "ui.cli", "show", str(run), "--no-open"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert shown.stdout.strip() == str(run / "report.html")


def test_with_a_desktop_the_page_is_opened(run: Path, tmp_path: Path) -> None:
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/new; mv {tmp_path}/new {tmp_path}/opened\n')
    opener.chmod(0o755)
    shown = deskhand("show", run, DISPLAY=":7", PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert shown.exit_code == 0, shown.stderr
    until = time.monotonic() + _SECONDS
    while not (tmp_path / "opened").exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert (tmp_path / "opened").read_text().strip() == (run / "report.html").as_uri()


def test_it_speaks_the_terminals_language_or_the_one_that_is_asked_for(run: Path) -> None:
    deskhand("show", run, LC_ALL="zh_CN.UTF-8")
    assert '<html lang="zh">' in (run / "report.html").read_text(encoding="utf-8")
    deskhand("show", run, "--language", "en", LC_ALL="zh_CN.UTF-8")
    assert '<html lang="en">' in (run / "report.html").read_text(encoding="utf-8")


def test_a_task_as_an_animated_picture(run: Path, tmp_path: Path) -> None:
    shown = deskhand("show", run, "--animation", "b", "-o", tmp_path / "b.webp")
    assert (shown.exit_code, shown.stdout.strip()) == (0, str(tmp_path / "b.webp")), shown.stderr
    assert (tmp_path / "b.webp").read_bytes()[8:12] == b"WEBP"


def test_one_recorded_run_is_shown_as_its_own_page(tmp_path: Path) -> None:
    record(tmp_path / "one", 2)
    assert deskhand("show", tmp_path / "one").stdout.strip() == str(tmp_path / "one" / "report.html")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["show", "{folder}/none"], "holds no results"),
        (["show", "--root", "{folder}/none"], "There are no results in"),
        (["show", "{run}", "b"], "with --animation alone"),
        (["show", "{run}", "nowhere", "--animation"], "No task in"),
        (["merge", "{run}", "-o", "{run}"], "name a new folder"),
        (["compare", "{run}", "{folder}"], "holds no results"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(run: Path, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    told = deskhand(*(word.format(folder=tmp_path, run=run) for word in arguments))
    assert told.exit_code == 2
    assert sentence in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


def test_shards_are_joined_with_a_report_and_junit(run: Path, tmp_path: Path) -> None:
    shard = write(tmp_path / "shard", result("c", attempt()), result("b", attempt(minutes=5)))
    told = deskhand("merge", run, shard, "-o", tmp_path / "all")
    assert told.exit_code == 0, told.stderr
    assert "1 tasks have results in several folders" in told.stdout
    assert {path.name for path in (tmp_path / "all").glob("*.*ml*")} == {"junit.xml", "report.html"}
    assert len((tmp_path / "all" / "results.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_two_runs_are_compared_in_words_and_as_json(run: Path, tmp_path: Path) -> None:
    after = write(tmp_path / "after", result("好 a", attempt()), result("b", attempt(minutes=5)))
    told = deskhand("compare", run, after)
    assert "1/2 (50 %) before, 2/2 (100 %) after; difference +50.0 points" in told.stdout
    assert "1 won and 0 lost, p = 1.000" in told.stdout
    data = json.loads(deskhand("compare", run, after, "--json").stdout)
    assert (data["judged"], data["only_after"], data["after"]["rate"]) == (2, 1, 1.0)
    assert data["differing"] == [{"id": "s/b#0", "before": "failed", "after": "passed"}]


def test_runs_without_a_task_in_common_are_said(run: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", result("z", attempt()))
    assert "no task in common" in deskhand("compare", run, other).stdout
    assert json.loads(deskhand("compare", run, other, "--json").stdout)["tasks"] == 0


def two_scores(tmp_path: Path) -> tuple[Path, Path]:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(2)])
    places = ((0, (20, 30)), (1, (390, 290)))
    answers = [Prediction(id=f"screenspot_desktop_{number}", pixels=place) for number, place in places]
    worse = [answers[1], Prediction(id="screenspot_desktop_0", pixels=(390, 290))]
    return write_score(tmp_path / "first", data, answers), write_score(tmp_path / "second", data, worse)


def test_a_score_is_shown_as_its_own_page(tmp_path: Path) -> None:
    folder, _ = two_scores(tmp_path)
    assert deskhand("show", folder).stdout.strip() == str(folder / "report.html")
    assert "1 of 2 steps are right" in (folder / "report.html").read_text(encoding="utf-8")


def test_two_scores_are_compared_in_words_as_json_and_as_a_page(tmp_path: Path) -> None:
    folders = two_scores(tmp_path)
    said = deskhand("compare", *folders, "--html", tmp_path / "both.html")
    assert "2 steps are in both: 50.0% before, 0.0% after; difference -50.0 points" in said.stdout
    assert "only the first is right" in (tmp_path / "both.html").read_text(encoding="utf-8")
    found = json.loads(deskhand("compare", *folders, "--json").stdout)
    assert (found["steps"], found["only_before"], found["p"]) == (2, 1, 1.0)
    assert [each["id"] for each in found["differing"]] == ["screenspot_desktop_0"]


def test_scores_and_runs_of_tasks_are_not_mixed(run: Path, tmp_path: Path) -> None:
    folder, _ = two_scores(tmp_path)
    assert "name two of a kind" in deskhand("compare", folder, run).stderr
    assert "leave --html away" in deskhand("compare", run, run, "--html", "x.html").stderr
    assert "is a score" in deskhand("show", folder, "--animation").stderr
