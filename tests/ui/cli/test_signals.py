"""Ctrl+C and a polite kill at every moment of a command: a real process, real signals."""

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agent.recording import Recording
from tasks.displays import VirtualDisplay

pytestmark = pytest.mark.display

BEGIN = "from ui.cli import main; print('begun', flush=True); main()"
WAIT = '<think></think><answer>Memory: \nReason: \nAction: {"action_type": "wait", "seconds": 3}</answer>'
ENDS_SECONDS = 15


class Command:
    """A command whose first line of output says that its imports begin."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", BEGIN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self._process.stdout is not None
        self.lines = self._process.stdout
        assert self.lines.readline() == "begun\n"

    def interrupt(self, number: signal.Signals = signal.SIGINT) -> None:
        if self._process.poll() is None:
            self._process.send_signal(number)

    def ended(self) -> tuple[int, str]:
        """Return the exit code and what was printed."""
        output, _ = self._process.communicate(timeout=ENDS_SECONDS)
        return self._process.returncode, output


@pytest.fixture
def arguments(tmp_path: Path, display: VirtualDisplay) -> list[str]:
    script = tmp_path / "replies.jsonl"
    script.write_text(json.dumps(WAIT) + "\n", encoding="utf-8")
    return ["do", "g", "--model", f"scripted:{script}", "--out", str(tmp_path / "run")]


@pytest.mark.parametrize(("number", "times"), [(signal.SIGINT, 1), (signal.SIGINT, 3), (signal.SIGTERM, 2)])
@pytest.mark.parametrize("moment", [0.05, 0.4, 1.0, 2.5])
def test_a_signal_ends_it_with_3_and_no_traceback(
    arguments: list[str], moment: float, number: signal.Signals, times: int
) -> None:
    command = Command(*arguments)
    time.sleep(moment)
    for _ in range(times):
        command.interrupt(number)
        time.sleep(0.05)
    code, output = command.ended()
    assert code == 3, output
    assert "Traceback" not in output
    assert "KeyboardInterrupt" not in output


@pytest.mark.parametrize("moment", [0.6, 1.4])
def test_a_stop_while_the_reader_is_opened_ends_it_with_3(
    display: VirtualDisplay, tmp_path: Path, moment: float
) -> None:
    command = Command("do", "click Nowhere", "--out", str(tmp_path / "run"))
    time.sleep(moment)
    command.interrupt()
    code, output = command.ended()
    assert code == 3, output
    assert "Traceback" not in output


def test_a_stop_while_an_application_opens_is_recorded(arguments: list[str], tmp_path: Path) -> None:
    command = Command(*arguments, "--open", "true")  # it shows no window, and is waited for
    while not (tmp_path / "run").exists():
        time.sleep(0.02)
    time.sleep(0.3)
    started = time.monotonic()
    command.interrupt()
    code, output = command.ended()
    assert code == 3, output
    assert time.monotonic() - started < 5
    ending = Recording(tmp_path / "run").run.ending
    assert ending is not None
    assert ending.kind == "stopped"


def test_a_second_signal_ends_what_hears_no_stop(arguments: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it takes a connection and never answers
        address = f"server:http://127.0.0.1:{silent.getsockname()[1]}"
        command = Command("do", "g", "--model", address, "--display", "virtual")
        with silent.accept()[0]:
            started = time.monotonic()
            command.interrupt()
            time.sleep(0.1)
            command.interrupt()
            code, output = command.ended()
    assert code == 3, output
    assert time.monotonic() - started < 2
    assert "Traceback" not in output


def test_a_command_that_is_no_run_ends_at_once(display: VirtualDisplay) -> None:
    command = Command("doctor")
    time.sleep(0.5)
    command.interrupt()
    code, output = command.ended()
    assert code == 3, output
    assert "Traceback" not in output
