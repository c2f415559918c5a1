"""The policy as it is met on the command line: in a file, in the terminal, and with nobody to ask."""

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.recording import Recording
from agent.step import Step
from tasks.displays import VirtualDisplay
from tests.bare_windows import BareWindows

pytestmark = pytest.mark.display

REPLY = "<think>Now.</think><answer>Memory: \nReason: \nAction: {}</answer>"
TYPE = REPLY.format('{"action_type": "press_keys", "keys": ["x"]}')
DONE = REPLY.format('{"action_type": "status", "goal_status": "complete"}')


@pytest.fixture(autouse=True)
def terminal(display: VirtualDisplay) -> Iterator[None]:
    """A window of a terminal's class has the focus."""
    with BareWindows() as windows:
        windows.open("XTerm")
        yield


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    script = tmp_path / "replies.jsonl"
    script.write_text(f"{json.dumps(TYPE)}\n{json.dumps(DONE)}\n", encoding="utf-8")
    options = ["--model", f"scripted:{script}", "--out", str(tmp_path / "run")]
    return [sys.executable, "-m", "ui.cli", "do", "list the files", *options]


def run_unattended(command: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, *options], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )


def run_in_terminal(command: list[str], answer: str) -> str:
    """Run in a terminal of its own, give one answer as soon as a question comes, and return what was shown."""
    ours, its = pty.openpty()
    shown = ""
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its), os.fdopen(ours, "r+b", buffering=0) as terminal:
        os.close(its)
        deadline = time.monotonic() + 60
        while chunk := _read(terminal.fileno()):
            assert time.monotonic() < deadline
            asked = "Do it?" in shown
            shown += chunk
            if "Do it?" in shown and not asked:
                terminal.write(answer.encode() + b"\n")
    return shown


def _read(descriptor: int) -> str:
    try:
        return os.read(descriptor, 4096).decode(errors="replace")
    except OSError:  # the terminal's other end was closed
        return ""


def first_step(tmp_path: Path) -> Step:
    return Recording(tmp_path / "run").steps[0]


def test_with_nobody_to_ask_the_answer_is_no(command: list[str], tmp_path: Path) -> None:
    result = run_unattended(command)
    assert result.returncode == 0, result.stderr
    assert "Nobody is there to ask. A file for --policy" in result.stdout
    assert "Nobody was there to approve this: It types into XTerm" in first_step(tmp_path).error
    assert "`terminal: ask`" in first_step(tmp_path).error


def test_a_file_allows_it_for_good(command: list[str], tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("terminal: allow\n")
    assert run_unattended(command, "--policy", str(policy)).returncode == 0
    assert first_step(tmp_path).error == ""
    assert first_step(tmp_path).changed is not None


def test_yes_in_the_terminal_lets_it_pass(command: list[str], tmp_path: Path) -> None:
    shown = run_in_terminal(command, "y")
    assert "It types into XTerm" in shown
    assert first_step(tmp_path).error == ""


def test_no_in_the_terminal_does_not(command: list[str], tmp_path: Path) -> None:
    run_in_terminal(command, "n")
    assert "did not approve" in first_step(tmp_path).error


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--policy", "/no/such/policy.yaml"], "/no/such/policy.yaml cannot be read"),
        (["--approve"], "nobody can be asked"),
    ],
)
def test_what_cannot_work_is_said_at_once(command: list[str], options: list[str], sentence: str) -> None:
    result = run_unattended(command, *options)
    assert result.returncode == 2, result.stdout
    assert sentence in result.stderr


def test_staying_in_a_window_needs_one(command: list[str], tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("stay_in_window: true\n")
    result = run_unattended(command, "--policy", str(policy))
    assert result.returncode == 2, result.stdout
    assert "--window" in result.stderr
