"""`kill -9` between the sending of an input and the next line of code: what the display received is recorded."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from agent.recording import Recording
from tasks.displays import VirtualDisplay
from tests.actions.recorder import InputRecorder, Seen
from tests.agent.recording.killed_runs import INPUTS, SECRET

pytestmark = pytest.mark.display

BUTTONS = {"left": 1, "middle": 2, "right": 3}
WHEEL_DOWN = 5
WORDS = {
    X.KeyPress: "key down",
    X.KeyRelease: "key up",
    X.ButtonPress: "button down",
    X.ButtonRelease: "button up",
}


def received(events: Sequence[Seen]) -> str:
    """Return what the display received in words, without moves to where the pointer was: pyautogui makes some."""
    words, pointer = [], (-1, -1)
    for event in events:
        x, y = event.at
        if event.detail == WHEEL_DOWN and event.kind == X.ButtonPress:
            words.append(f"<scroll {x} {y}>")
        elif event.kind in (X.ButtonPress, X.ButtonRelease) and event.detail != WHEEL_DOWN:
            words.append(f"<{WORDS[event.kind]} {event.detail} {x} {y}>")
        elif event.kind in (X.KeyPress, X.KeyRelease):
            words.append(f"<{WORDS[event.kind]}>")
        elif event.kind == X.MotionNotify and event.at != pointer:
            words.append(f"<move {x} {y}>")
        pointer = event.at
    return "".join(words)


def recorded(line: dict[str, object]) -> str:
    """Return the pattern of what the display receives of a recorded input."""
    kind, place = str(line["kind"]), line.get("place")
    where = "{} {}".format(*place) if isinstance(place, list) else ""
    match kind:
        case "move":
            return f"(<move {where}>)?"  # none where the pointer was there
        case "scroll":
            return f"<scroll {where}>"
        case "button down" | "button up":
            return f"<{kind} {BUTTONS[str(line['name'])]} {where}>"
        case "secret text":
            return "(<key down>|<key up>)*"
    return f"<{kind}>"


def check(folder: Path, seen: str) -> None:
    """Hold a killed run's recording against what the display received: all of it, and at most one input more.

    One more, since pyautogui sends a motion of its own before each button, and some die after that.
    """
    journal = [json.loads(line) for line in (folder / "steps.jsonl").read_text().splitlines()]
    *patterns, last_pattern = [recorded(line) for line in journal if line["line"] == "sent"]
    assert re.fullmatch("".join(patterns) + f"({last_pattern})?", seen), f"{patterns}{last_pattern}\n{seen}"
    assert SECRET not in (folder / "steps.jsonl").read_text()
    recording = Recording(folder)
    assert recording.run.ending is None
    *finished, last = recording.steps
    assert last.interrupted
    assert last.sent
    assert last.performed == last.action
    assert not any(step.interrupted for step in finished)


@contextmanager
def quiet_keyboard() -> Iterator[Display]:
    """Keep keys that the dead hold down from repeating themselves."""
    display = Display()
    display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)
    display.sync()
    try:
        yield display
    finally:
        display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeDefault)
        display.close()


def let_go(display: Display) -> None:
    """Release what a dead process held."""
    held = display.query_keymap()
    for code in (code for code in range(8, 256) if held[code // 8] >> code % 8 & 1):
        xtest.fake_input(display, X.KeyRelease, code)
    for button in (*BUTTONS.values(), WHEEL_DOWN):
        xtest.fake_input(display, X.ButtonRelease, button)
    display.sync()


def kill_at_random_moments(folder: Path, moments: int) -> None:
    numbers = [str(number) for number in random.sample(range(1, INPUTS), moments)]
    command = [sys.executable, "-m", "tests.agent.recording.killed_runs", str(folder), *numbers]
    with (
        InputRecorder() as display,
        quiet_keyboard() as keyboard,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as runs,
    ):
        assert runs.stdin is not None
        assert runs.stdout is not None
        for number in numbers:
            assert runs.stdout.readline().strip() == number
            seen = received(display.take())
            check(folder / number, seen)
            let_go(keyboard)
            display.take()
            runs.stdin.write("\n")
            runs.stdin.flush()


def test_what_was_sent_before_a_kill_is_recorded(display: VirtualDisplay, tmp_path: Path) -> None:
    kill_at_random_moments(tmp_path, 10)


@pytest.mark.slow
def test_what_was_sent_before_a_hundred_kills_is_recorded(display: VirtualDisplay, tmp_path: Path) -> None:
    kill_at_random_moments(tmp_path, 100)
