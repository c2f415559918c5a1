"""`deskhand score` as it is typed: a process of its own, its output, and that nothing is lost with it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from actions.schema import Box, Click, Infeasible
from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Prediction
from tests.tasks.recorded.writing import reply, screenspot, steps_of, write_predictions, write_screenspot
from tests.waiting import wait_until
from ui.cli.app import app

COMMAND = [sys.executable, "-m", "ui.cli", "score"]


def score(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_screenspot(tmp_path / "数据 1", [screenspot(number) for number in range(6)])


def script(data: Path, path: Path) -> str:
    """Return a model that plays a reply for each step, every third one wrong."""
    replies = [reply(step.actions[0] if n % 3 else Infeasible()) for n, step in enumerate(steps_of(ScreenSpot(), data))]
    path.write_text("".join(json.dumps(text) + "\n" for text in replies))
    return f"scripted:{path}"


def test_a_model_is_asked_and_its_answers_verdicts_and_figures_are_kept(data: Path, tmp_path: Path) -> None:
    result = score(str(data), "--model", script(data, tmp_path / "r.jsonl"), "--root", str(tmp_path / "out"), "--json")
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert (report["correct"], report["total"], report["score"]) == (4, 6, pytest.approx(2 / 3))
    (folder,) = (tmp_path / "out").iterdir()
    assert {path.name for path in folder.iterdir()} == {
        "predictions.jsonl",
        "verdicts.jsonl",
        "score.json",
        "report.html",
    }
    assert json.loads((folder / "score.json").read_text()) == report
    again = json.loads(score(str(data), "--predictions", str(folder / "predictions.jsonl"), "--json").stdout)
    assert {**again, "predictions": ""} == {**report, "predictions": ""}


def test_predictions_of_others_have_a_report_where_a_folder_is_named(data: Path, tmp_path: Path) -> None:
    answers = write_predictions(tmp_path / "p.jsonl", [Prediction(id="screenspot_desktop_0", pixels=(20, 30))])
    folder = tmp_path / "theirs"
    result = CliRunner().invoke(app, ["score", str(data), "--predictions", str(answers), "--resume", str(folder)])
    assert f"Report: {folder / 'report.html'}" in result.stdout, result.stderr
    assert {path.name for path in folder.iterdir()} == {"verdicts.jsonl", "score.json", "report.html"}


def test_the_figures_stand_in_a_table_with_what_was_skipped(data: Path, tmp_path: Path) -> None:
    rows = [screenspot(0), screenspot(1, bbox=...)]
    (data / "screenspot_desktop.json").write_text(json.dumps(rows))
    answers = write_predictions(tmp_path / "p.jsonl", [Prediction(id="screenspot_desktop_0", pixels=(20, 30))])
    result = CliRunner().invoke(app, ["score", str(data), "--predictions", str(answers)])
    assert result.exit_code == 0
    assert "100.0%" in result.stdout
    assert "1 records were skipped." in result.stdout
    assert "screenspot_desktop.json, 2: the field bbox is missing." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say what to score"),
        (["nowhere"], "There is no nowhere"),
        (["DATA", "--model", "gpt"], "names no model"),
        (["DATA", "--predictions", "gone.jsonl"], "cannot be read"),
        (["DATA", "--workers", "none"], "no number of workers"),
        (["DATA", "--grounding", "zooom", "--model", "glm:/no/such/folder"], "'zooom' is no way of asking"),
        (["DATA", "--grounding", "snap"], "The reader aims at text that it has read"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(arguments: list[str], sentence: str, data: Path, tmp_path: Path) -> None:
    words = [str(data) if word == "DATA" else word for word in arguments]
    result = CliRunner().invoke(app, ["score", *words, "--root", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_a_model_that_fails_exits_with_4_and_says_how_to_go_on(data: Path, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(json.dumps("I do not know.") + "\n")
    model, folder = f"scripted:{tmp_path / 'r.jsonl'}", tmp_path / "out"
    result = CliRunner().invoke(app, ["score", str(data), "--model", model, "--resume", str(folder)])
    assert result.exit_code == 4
    assert "The script is over" in result.stderr
    assert f"go on with --resume {folder}" in result.stdout
    assert (folder / "predictions.jsonl").read_bytes().count(b"\n") == 2


def test_a_model_that_cannot_be_had_leaves_no_folder(data: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["score", str(data), "--model", "gpt", "--root", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_words_of_the_data_steer_no_terminal_and_are_no_markup(data: Path, tmp_path: Path) -> None:
    rows = [screenspot(0, data_source="[red]x[/] \x1b[2J"), screenspot(1, img_filename="\x1b[2J.png")]
    (data / "screenspot_desktop.json").write_text(json.dumps(rows))
    answers = write_predictions(tmp_path / "p.jsonl", [Prediction(id="screenspot_desktop_0", pixels=(20, 30))])
    result = CliRunner().invoke(app, ["score", str(data), "--predictions", str(answers)])
    assert result.exit_code == 0
    assert "source: [red]x[/]" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_way_of_asking_stands_in_the_figures_with_its_cost(data: Path, tmp_path: Path) -> None:
    looks = [reply(Click(box_2d=Box.at(200, 150))), reply(Click(box_2d=Box.at(125, 267)))] * 6
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(text) + "\n" for text in looks))
    command = ["score", str(data), "--model", f"scripted:{tmp_path / 'r.jsonl'}", "--grounding", "zoom"]
    shown = CliRunner().invoke(app, [*command, "--resume", str(tmp_path / "out")])
    assert shown.exit_code == 0, shown.stderr
    assert "2.00 calls" in shown.stdout
    report = json.loads((tmp_path / "out" / "score.json").read_text())
    assert (report["correct"], report["calls_per_step"], report["run"]["grounding"]) == (6, 2, "zoom")


def test_the_list_says_what_is_needed_and_what_was_published() -> None:
    shown = " ".join(CliRunner().invoke(app, ["score", "--list"]).stdout.split())
    assert "screenspot-v2: ScreenSpot-v2" in shown
    assert "UI-Venus-1.5-8B 95.9 % (https://github.com/ZJU-REAL/ClawGUI" in shown
    assert "no figure of GLM-4.1V-9B-Thinking" in shown
    assert "Figures were looked for in zai-org/GLM-V (README" in shown
    listed = json.loads(CliRunner().invoke(app, ["score", "--list", "--json"]).stdout)
    assert listed["osworld-g"]["published"][-1]["percent"] == 69.7
    assert listed["screenspot"]["licence"] == "Apache-2.0"


def test_after_a_kill_it_goes_on_and_the_figures_are_the_same(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(200)])
    model, folder = script(data, tmp_path / "r.jsonl"), tmp_path / "killed"
    command = [*COMMAND, str(data), "--model", model, "--resume", str(folder)]
    answers = folder / "predictions.jsonl"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: answers.exists() and answers.stat().st_size > 4_000, 40)
        os.kill(process.pid, signal.SIGKILL)
    answered = answers.read_bytes().count(b"\n")
    assert 10 < answered < 201, "it was killed in the middle"
    with answers.open("ab") as file:
        file.write(b'{"id":"screenspot_desktop_199","repl')  # as a kill in the middle of a write leaves it
    result = score(str(data), "--model", model, "--resume", str(folder), "--json")
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert (report["correct"], report["total"], report["repeated"]) == (133, 200, 0)


def test_two_at_once_in_one_folder_are_kept_apart(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(number) for number in range(200)])
    model, folder = script(data, tmp_path / "r.jsonl"), tmp_path / "shared"
    command = [*COMMAND, str(data), "--model", model, "--resume", str(folder)]
    answers = folder / "predictions.jsonl"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait_until(answers.exists, 40)
        os.kill(process.pid, signal.SIGSTOP)
        before = answers.read_bytes()
        for arguments in (["--model", model], ["--predictions", str(answers)]):
            second = CliRunner().invoke(app, ["score", str(data), *arguments, "--resume", str(folder)])
            assert second.exit_code == 2
            assert f"Another `deskhand score` is at work in {folder}" in second.stderr
        assert answers.read_bytes() == before
        os.kill(process.pid, signal.SIGKILL)
    after = score(str(data), "--model", model, "--resume", str(folder), "--json")
    assert json.loads(after.stdout)["total"] == 200, after.stderr
