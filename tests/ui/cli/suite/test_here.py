"""Tasks on the person's own desktop: asked first, stopped by the stop key, taken over; other windows stay untouched."""

import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

from tasks.displays import VirtualDisplay
from tasks.runner.records import Status
from tasks.runner.results import Results
from tests.bare_windows import BareWindows
from tests.tasks.runner.running import written
from tests.tasks.runner.worker import faulty_app
from tests.ui.cli.terminal.typing_person import Terminal, press

pytestmark = pytest.mark.display

FORM = {"launch": {"start": [sys.executable, "-P", faulty_app.__file__, "none"], "window": "Form"}}
SAVED = {"file": "saved.txt", "text": "saved"}
ENOUGH = 30  # waits, which outlast any test


@pytest.fixture
def terminal(display: VirtualDisplay, tmp_path: Path) -> Terminal:
    return Terminal("run", str(tmp_path), "--display", "here", "--trust", "--resume", str(tmp_path / "r"))


def task(folder: Path, **parts: Any) -> None:
    written(folder, "here", **({"set_up": FORM} | parts))


def results(folder: Path) -> Results:
    return Results(folder / "r")


def test_a_yes_lets_it_be_done_and_the_home_is_a_scratch_one(terminal: Terminal, tmp_path: Path) -> None:
    task(tmp_path, steps=[{"click": "Save"}], checks=[SAVED])
    with terminal:
        terminal.answers("Begin? [y/N]:", "y")
        assert terminal.ends() == 0, terminal.text
    assert not (Path.home() / "saved.txt").exists()


def test_a_no_leaves_all_as_it_is(terminal: Terminal, tmp_path: Path) -> None:
    task(tmp_path, steps=[{"click": "Save"}])
    with terminal:
        terminal.answers("Begin? [y/N]:", "n")
        assert terminal.ends() == 3
    assert not (tmp_path / "r").exists()


@pytest.mark.slow
def test_what_the_policy_asks_about_is_asked_here(terminal: Terminal, tmp_path: Path) -> None:
    task(tmp_path, steps=[{"press": "delete"}])
    with terminal:
        terminal.answers("Begin? [y/N]:", "y")
        terminal.answers("Do it? y(es), n(o):", "n")
        assert terminal.ends() == 1, terminal.text
    (result,) = results(tmp_path)
    assert (result.status, result.attempts[0].cause) == (Status.FAILED, "step")
    assert "The user did not approve this" in result.reason


def test_the_stop_key_ends_all_and_no_task_is_blamed(terminal: Terminal, tmp_path: Path) -> None:
    task(tmp_path, steps=[{"wait_for": {"not": {"window": "*"}}, "seconds": ENOUGH}])
    with terminal:
        terminal.answers("Begin? [y/N]:", "y")
        wait_for_window("Form", terminal)
        press("Control_L", "Alt_L", "Escape")
        assert terminal.ends() == 3, terminal.text
    assert list(results(tmp_path)) == []


@pytest.mark.slow
def test_a_stop_in_the_middle_of_a_drag_leaves_no_button_pressed(terminal: Terminal, tmp_path: Path) -> None:
    task(
        tmp_path, steps=[{"drag": [100, 800], "to": [900, 900]}, {"drag": [900, 800], "to": [100, 900]}] * 9, set_up={}
    )
    with terminal:
        terminal.answers("Begin? [y/N]:", "y")
        while not pressed_buttons():
            assert terminal.process.poll() is None, terminal.text
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.ends() == 3, terminal.text
    assert not pressed_buttons()


@pytest.mark.slow
def test_who_moves_the_mouse_takes_over_and_hands_back(terminal: Terminal, tmp_path: Path) -> None:
    task(tmp_path, steps=[{"click": "Nowhere", "seconds": 5}])
    with terminal:
        terminal.answers("Begin? [y/N]:", "y")
        wait_for_run(tmp_path)
        move_until_noticed(terminal)
        terminal.answers("Press Enter to hand back", "")
        assert terminal.ends() == 1, terminal.text
    (result,) = results(tmp_path)
    assert "“Nowhere” was to be read nowhere" in result.reason


@pytest.mark.slow
def test_a_window_of_the_persons_is_not_taken_for_the_tasks(terminal: Terminal, tmp_path: Path) -> None:
    launch = FORM["launch"] | {"window": {"title": "Form", "geometry": [0, 0, 400, 400]}}
    task(tmp_path, steps=[{"click": "Save"}], set_up={"launch": launch}, checks=[SAVED])
    with BareWindows() as windows:
        theirs = windows.open("Form")
        before = theirs.get_geometry()
        with terminal:
            terminal.answers("Begin? [y/N]:", "y")
            assert terminal.ends() == 0, terminal.text
        after = theirs.get_geometry()
    assert (before.x, before.y, before.width) == (after.x, after.y, after.width)


def wait_for_window(title: str, terminal: Terminal) -> None:
    display = Display()
    while title not in titles(display):
        assert terminal.process.poll() is None, terminal.text
    display.close()


def wait_for_run(folder: Path) -> None:
    while not list((folder / "r").glob("*/attempt-1/run-1/step-001.png")):
        time.sleep(0.1)


def titles(display: Any) -> list[str]:
    from actions.x11.windows import X11Windows

    windows = X11Windows(display)
    return [windows.title(window) for window in windows.listed()]


def pressed_buttons() -> int:
    display = Display()
    mask: int = display.screen().root.query_pointer().mask
    display.close()
    return mask & int(X.Button1Mask | X.Button2Mask | X.Button3Mask)


def move_until_noticed(terminal: Terminal) -> None:
    display = Display()
    for place in range(400):
        fake_input(display, X.MotionNotify, x=200 + place, y=600)
        display.sync()
        if terminal.has_shown("hand back"):
            break
    display.close()
