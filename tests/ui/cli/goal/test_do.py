"""`deskhand do` as it is typed: a process of its own, its output and its exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agent.recording import Recording
from tasks.displays import VirtualDisplay

pytestmark = pytest.mark.display

DONE = "<think>It is done.</think><answer>Memory: \nReason: \nAction: {}</answer>"
COMPLETE = DONE.format('{"action_type": "status", "goal_status": "complete"}')
INFEASIBLE = DONE.format('{"action_type": "status", "goal_status": "infeasible"}')
WAIT = DONE.format('{"action_type": "wait", "seconds": 3}')


def deskhand(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "replies.jsonl"


def write(script: Path, *replies: str) -> str:
    script.write_text("".join(json.dumps(reply) + "\n" for reply in replies), encoding="utf-8")
    return f"scripted:{script}"


def test_a_reached_goal_exits_with_0_and_leaves_a_recording(
    display: VirtualDisplay, script: Path, tmp_path: Path
) -> None:
    result = deskhand("do", "nothing", "--model", write(script, COMPLETE), "--out", str(tmp_path / "run"))
    assert result.returncode == 0, result.stderr
    assert "It is done." in result.stdout
    assert len(Recording(tmp_path / "run").steps) == 1


def test_giving_up_exits_with_1(display: VirtualDisplay, script: Path, tmp_path: Path) -> None:
    result = deskhand("do", "g", "--model", write(script, INFEASIBLE), "--out", str(tmp_path / "run"))
    assert result.returncode == 1


def test_a_failing_model_exits_with_4(display: VirtualDisplay, script: Path, tmp_path: Path) -> None:
    result = deskhand("do", "g", "--model", write(script, "?", "?", "?"), "--out", str(tmp_path / "run"))
    assert result.returncode == 4
    assert Recording(tmp_path / "run").run.ending is not None


def test_json_is_one_object_and_nothing_else(display: VirtualDisplay, script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    result = deskhand("do", "目标", "--model", write(script, COMPLETE), "--out", str(folder), "--json")
    assert json.loads(result.stdout) == {
        "goal": "目标",
        "ending": "done",
        "reached": True,
        "message": "The goal is reached.",
        "steps": 1,
        "recording": str(folder),
    }


def test_a_virtual_display_of_its_own_is_made_and_ended(script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    model = write(script, COMPLETE)
    result = deskhand("do", "g", "--model", model, "--out", str(folder), "--display", "virtual:640x480")
    assert result.returncode == 0, result.stderr
    recording = Recording(folder)
    assert recording.screenshot(recording.steps[0]).size == (640, 480)


def test_ctrl_c_stops_with_3(display: VirtualDisplay, script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    command = [sys.executable, "-m", "ui.cli", "do", "g", "--model", write(script, WAIT), "--out", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        while "It is done." not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 3
    ending = Recording(folder).run.ending
    assert ending is not None
    assert ending.kind == "stopped"


def test_a_display_that_goes_away_ends_the_run_with_1(display: VirtualDisplay, script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with VirtualDisplay((640, 480)) as small, small.in_this_process():
        command = [sys.executable, "-m", "ui.cli", "do", "g", "--model", write(script, WAIT), "--out", str(folder)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None
        while "It is done." not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(0.3)
    _, errors = process.communicate(timeout=60)
    ending = Recording(folder).run.ending
    assert ending is not None
    assert ending.kind == "desktop_lost"
    assert process.returncode == 1
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["do", "  "], "goal is empty"),
        (["do", "g", "--model", "gpt"], "names no model"),
        (["do", "g", "--model", "scripted:/no/such/file"], "/no/such/file"),
        (["do", "g", "--monitor", "9"], "no monitor 9"),
        (["do", "g", "--display", "nowhere"], "is no display"),
        (["do", "g", "--display", ":9876"], ":9876"),
        (["do", "g", "--display", "virtual:5x5"], "no display size"),
        (["do", "g", "--window", "no such window"], "No window"),
        (["do", "g", "--open", "no-such-application"], "no-such-application"),
        (["do", "g", "--out", "/proc/run"], "/proc/run"),
        (["do", "g", "--stop-key", "<hm>"], "no key combination"),
        (["do", "g", "--prompt", "/no/such/template"], "/no/such/template"),
        (["do", "g", "--max-steps", "0"], "max-steps"),
        (["do", "g", "--grounding", "zooom"], "'zooom' is no way of asking"),
        (["do", "g", "--grounding", "zoom"], "The reader aims at text that it has read"),
        (["do"], "GOAL"),
    ],
)
def test_bad_input_gets_a_sentence_and_exits_with_2(
    display: VirtualDisplay, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    result = deskhand(*arguments, XDG_DATA_HOME=str(tmp_path))
    assert result.returncode == 2, result.stdout
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [({"DISPLAY": ""}, "There is no display"), ({"WAYLAND_DISPLAY": "wayland-0"}, "Wayland")],
)
def test_without_a_usable_display_it_says_what_works(
    tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    result = deskhand("do", "g", XDG_DATA_HOME=str(tmp_path), **environment)
    assert result.returncode == 2
    assert sentence in result.stderr
    assert "--display virtual" in result.stderr
