"""Noticing the person on a real display; the person is xdotool, which the agent knows nothing of."""

import subprocess
import time
from collections.abc import Iterator

import pytest

from actions.executor import Executor
from actions.geometry import Rect, View
from actions.schema import Box, Click, Drag, Hover, InputAction, PressKeys, Scroll, TypeText
from agent.control.run_control import RunControl
from agent.control.watcher import PersonWatcher
from agent.errors import DesktopError
from tasks.displays import VirtualDisplay

pytestmark = pytest.mark.display

VIEW = View(Rect(0, 0, 1280, 800), (Rect(0, 0, 1280, 800),))
NOTICED = 2.0
REPORTED = 0.3


@pytest.fixture
def control(display: VirtualDisplay) -> Iterator[RunControl]:
    control = RunControl()
    with Executor(control) as executor, PersonWatcher(control, control.sent):
        executor.execute(Hover(box_2d=Box.at(500, 500)), VIEW)
        yield control


def person(*arguments: str) -> None:
    subprocess.run(["/usr/bin/xdotool", *arguments], check=True)


def is_noticed(control: RunControl) -> bool:
    deadline = time.monotonic() + NOTICED
    while not control.is_taken_over and time.monotonic() < deadline:
        time.sleep(0.01)
    return control.is_taken_over


@pytest.mark.parametrize(
    "arguments",
    [("mousemove", "100", "100"), ("click", "1"), ("click", "5"), ("key", "a")],
    ids=["move", "click", "wheel", "key"],
)
def test_a_person_is_noticed(control: RunControl, arguments: tuple[str, ...]) -> None:
    person(*arguments)
    assert is_noticed(control)


def test_the_agents_own_input_is_not_taken_for_a_persons(control: RunControl) -> None:
    actions: tuple[InputAction, ...] = (
        Click(box_2d=Box.at(300, 300), clicks=3, modifiers=("ctrl", "shift")),
        Click(box_2d=Box.at(300, 700), button="middle"),
        Drag(box_2d=Box.at(300, 300), to_box_2d=Box.at(600, 600)),
        Scroll(direction="down", notches=9, box_2d=Box.at(100, 900)),
        PressKeys(keys=("shift", "a")),
        TypeText(text="plain words"),
    )
    with Executor(control) as executor:
        for action in actions:
            executor.execute(action, VIEW)
    time.sleep(REPORTED)
    assert not control.is_taken_over


def test_a_modifier_alone_is_no_takeover(control: RunControl) -> None:
    person("key", "ctrl")
    time.sleep(REPORTED)
    assert not control.is_taken_over


def test_the_stop_key_stops(control: RunControl) -> None:
    person("key", "ctrl+alt+Escape")
    assert control.stopped.wait(NOTICED)


def test_a_stop_key_of_the_users_own_stops(display: VirtualDisplay) -> None:
    control = RunControl()
    with PersonWatcher(control, control.sent, "<ctrl>+<f12>"):
        person("key", "ctrl+F12")
        assert control.stopped.wait(NOTICED)


def test_a_stop_key_that_is_none_is_said(display: VirtualDisplay) -> None:
    control = RunControl()
    with pytest.raises(DesktopError, match="no key combination"), PersonWatcher(control, control.sent, "<nokey>"):
        pass
