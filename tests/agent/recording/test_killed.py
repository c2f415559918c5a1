"""`kill -9` between the sending of an input and the next line of code: what the display received is recorded."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from agent.recording import Recording
from tasks.displays import VirtualDisplay
from tests.agent.recording.killed_runs import INPUTS, SECRET

pytestmark = pytest.mark.display

WHEEL = range(4, 8)
MARK_ROW = 1
"""The row of the display where the pointer is put to mark the log; no action goes there."""

BUTTONS = {"left": 1, "middle": 2, "right": 3}


class InputLog:
    """What the display received, as another process sees it, from one mark to the next."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._lines = process.stdout
        self._display = Display()
        self._display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)
        self._marks, self._at = 0, ""

    def take(self) -> str:
        """Return what was received since the last call, in the words of `received`; let go of what is left held."""
        self._marks += 1
        mark = 100 + self._marks, MARK_ROW
        self._send(X.MotionNotify, x=mark[0], y=mark[1])
        words = []
        while (fields := self._lines.readline().split())[1:] != ["move", "0", *map(str, mark)]:
            word = received(fields[1], int(fields[2]), fields[3], fields[4])
            if word != self._at:  # pyautogui also moves to where the pointer is
                words.append(word)
            self._at = word if word.startswith("<move") else self._at
        self._release_all()
        return "".join(words)

    def _release_all(self) -> None:
        for code in range(8, 256):
            if self._display.query_keymap()[code // 8] >> code % 8 & 1:
                self._send(X.KeyRelease, code)
        for button in BUTTONS.values():
            self._send(X.ButtonRelease, button)
        self._display.sync()

    def _send(self, kind: int, detail: int = 0, **place: int) -> None:
        xtest.fake_input(self._display, kind, detail, **place)
        self._display.sync()

    def close(self) -> None:
        self._display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeDefault)
        self._display.close()


def received(kind: str, detail: int, x: str, y: str) -> str:
    """Return a received event as a word."""
    match kind:
        case "move":
            return f"<move {x} {y}>"
        case "button-down" if detail in WHEEL:
            return f"<scroll {x} {y}>"
        case "button-up" if detail in WHEEL:
            return ""
        case "button-down" | "button-up":
            return f"<{kind} {detail} {x} {y}>"
    return f"<{kind}>"


def expected(line: dict[str, object]) -> str:
    """Return the pattern of what the display received when this input was sent."""
    kind, place = str(line["kind"]), line.get("place")
    where = "{} {}".format(*place) if isinstance(place, list) else ""
    match kind:
        case "move":
            return f"(<move {where}>)?"  # nothing is received where the pointer was there
        case "scroll":
            return f"<scroll {where}>"
        case "button down" | "button up":
            return f"<{kind.replace(' ', '-')} {BUTTONS[str(line['name'])]} {where}>"
        case "secret text":
            return "(<key-down>|<key-up>)*"
    return f"<{kind.replace(' ', '-')}>"


@contextmanager
def input_log() -> Iterator[InputLog]:
    with subprocess.Popen([sys.executable, "-m", "tests.input_log"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "listening" in process.stdout.readline()
        log = InputLog(process)
        log.take()
        try:
            yield log
        finally:
            log.close()
            process.terminate()


def check(folder: Path, seen: str) -> None:
    """Hold a killed run's recording against what the display received: all of it, and at most one input more.

    One more, since pyautogui sends a motion of its own before each button, and some die after that.
    """
    journal = [json.loads(line) for line in (folder / "steps.jsonl").read_text().splitlines()]
    sent = [line for line in journal if line["line"] == "sent"]
    *patterns, last_pattern = map(expected, sent)
    assert re.fullmatch("".join(patterns) + f"({last_pattern})?", seen), seen
    assert SECRET not in (folder / "steps.jsonl").read_text()
    recording = Recording(folder)
    assert recording.run.ending is None
    *finished, last = recording.steps
    assert last.interrupted
    assert last.sent
    assert last.performed == last.action
    assert not any(step.interrupted for step in finished)


def kill_at_random_moments(folder: Path, moments: int) -> None:
    numbers = [str(number) for number in random.sample(range(1, INPUTS), moments)]
    command = [sys.executable, "-m", "tests.agent.recording.killed_runs", str(folder), *numbers]
    with (
        input_log() as log,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as runs,
    ):
        assert runs.stdin is not None
        assert runs.stdout is not None
        for number in numbers:
            assert runs.stdout.readline().strip() == number
            seen = log.take()
            log.take()
            check(folder / number, seen)
            runs.stdin.write("\n")
            runs.stdin.flush()


def test_what_was_sent_before_a_kill_is_recorded(display: VirtualDisplay, tmp_path: Path) -> None:
    kill_at_random_moments(tmp_path, 10)


@pytest.mark.slow
def test_what_was_sent_before_a_hundred_kills_is_recorded(display: VirtualDisplay, tmp_path: Path) -> None:
    kill_at_random_moments(tmp_path, 100)
