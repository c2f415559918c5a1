"""What the display reports when an action is carried out, seen by a window that knows nothing of the executor."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from Xlib import XK, X

from actions.errors import ActionError, FailSafeTriggeredError, UnknownApplicationError
from actions.executor import Executor
from actions.geometry import Rect, View
from actions.input.gate import Gate, Input, OpenGate
from actions.schema import (
    Box,
    Button,
    Click,
    Direction,
    Drag,
    Hover,
    InputAction,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.displays import VirtualDisplay
from tests.actions.editors import Page
from tests.actions.gates import Interrupted, InterruptingGate, RecordingGate
from tests.actions.layouts import keyboard_layout
from tests.actions.recorder import InputRecorder, modifiers, of

pytestmark = pytest.mark.display

HERE, HERE_PIXEL = Box(240, 240, 260, 260), (320, 200)
THERE, THERE_PIXEL = Box(740, 740, 760, 760), (960, 600)

CLICKED = [X.ButtonPress, X.ButtonRelease]


def execute(gate: Gate, action: InputAction, view: View) -> None:
    with Executor(gate) as executor:
        executor.execute(action, view)


@pytest.mark.parametrize(("button", "number"), [("left", 1), ("middle", 2), ("right", 3)])
def test_click_lands_on_the_boxs_centre(
    executor: Executor, view: View, recorder: InputRecorder, button: Button, number: int
) -> None:
    executor.execute(Click(box_2d=HERE, button=button), view)
    seen = recorder.take(*CLICKED)
    assert [(event.kind, event.detail, event.at) for event in seen] == [(kind, number, HERE_PIXEL) for kind in CLICKED]


def test_click_goes_to_the_views_place_on_the_screen(executor: Executor, recorder: InputRecorder) -> None:
    monitor = Rect(0, 0, 1280, 800)
    executor.execute(Click(box_2d=HERE), View(Rect(800, 400, 400, 200), (monitor,)))
    assert recorder.take(X.ButtonPress)[0].at == (900, 450)


def test_double_click_is_quick(executor: Executor, view: View, recorder: InputRecorder) -> None:
    executor.execute(Click(box_2d=HERE, clicks=2), view)
    seen = recorder.take(*CLICKED)
    assert [event.kind for event in seen] == CLICKED * 2
    assert seen[-1].time - seen[0].time < 200


def test_clicks_of_two_steps_are_no_double_click(executor: Executor, view: View, recorder: InputRecorder) -> None:
    for _ in range(2):
        executor.execute(Click(box_2d=HERE), view)
    first, second = recorder.take(X.ButtonPress)
    assert second.time - first.time > 400


def test_browser_sees_a_triple_click(executor: Executor, view: View, page: Page) -> None:
    executor.execute(Click(box_2d=Box.at(500, 500), clicks=3), view)
    counts = [page.wait_for_event("click")["count"]]
    while counts[-1] < 3:
        counts.append(page.wait_for_event("click")["count"])
    assert counts[-1] == 3


def test_browser_sees_a_drop(executor: Executor, view: View, page: Page) -> None:
    executor.execute(Drag(box_2d=Box.at(150, 150), to_box_2d=Box.at(750, 150)), view)
    assert page.wait_for_event("drop")["data"] == "the item"


def test_modifiers_are_down_during_a_click_and_up_after(
    executor: Executor, view: View, recorder: InputRecorder
) -> None:
    executor.execute(Click(box_2d=HERE, modifiers=("ctrl", "shift")), view)
    assert [modifiers(event) for event in recorder.take(*CLICKED)] == [{"ctrl", "shift"}] * 2
    assert recorder.held() == (0, 0)


def test_long_press_holds(executor: Executor, view: View, recorder: InputRecorder) -> None:
    executor.execute(LongPress(box_2d=HERE, seconds=0.3), view)
    press, release = recorder.take(*CLICKED)
    assert 290 <= release.time - press.time < 600


def test_hover_only_moves(executor: Executor, view: View, recorder: InputRecorder) -> None:
    executor.execute(Hover(box_2d=HERE), view)
    seen = recorder.take()
    assert seen[-1].at == HERE_PIXEL
    assert {event.kind for event in seen} == {X.MotionNotify}


def test_drag_goes_through_many_points(executor: Executor, view: View, recorder: InputRecorder) -> None:
    executor.execute(Hover(box_2d=THERE), view)
    executor.execute(Drag(box_2d=HERE, to_box_2d=THERE, modifiers=("shift",)), view)
    seen = recorder.take()
    press, release = of(seen, *CLICKED)
    on_the_way = [event for event in of(seen, X.MotionNotify) if event.state & X.Button1Mask]
    assert (press.at, release.at) == (HERE_PIXEL, THERE_PIXEL)
    assert len({event.at for event in on_the_way}) >= 10
    assert {"shift"} == modifiers(press) == modifiers(release)


@pytest.mark.parametrize(("direction", "button"), [("up", 4), ("down", 5), ("left", 6), ("right", 7)])
def test_scroll_turns_the_wheel(
    executor: Executor, view: View, recorder: InputRecorder, direction: Direction, button: int
) -> None:
    executor.execute(Scroll(direction=direction, notches=3, box_2d=HERE), view)
    assert [(event.detail, event.at) for event in recorder.take(X.ButtonPress)] == [(button, HERE_PIXEL)] * 3


@pytest.mark.parametrize(("place", "waits"), [(THERE, True), (HERE, False)])
def test_what_was_scrolled_is_left_a_moment_before_a_press(view: View, place: Box, waits: bool) -> None:
    gate = RecordingGate()
    with Executor(gate) as executor:
        executor.execute(Scroll(direction="down", notches=1, box_2d=HERE), view)
        gate.paused.clear()
        executor.execute(Click(box_2d=place), view)
        executor.execute(Click(box_2d=place, button="right"), view)
    assert (0.03 in gate.paused) is waits


def test_chord_presses_modifiers_first_and_releases_in_reverse(
    executor: Executor, view: View, recorder: InputRecorder
) -> None:
    executor.execute(PressKeys(keys=("s", "shift", "ctrl")), view)
    symbols = [XK.XK_Shift_L, XK.XK_Control_L, XK.XK_s]
    codes = [recorder.keycode(symbol) for symbol in symbols]
    expected = [(X.KeyPress, code) for code in codes] + [(X.KeyRelease, code) for code in reversed(codes)]
    assert [(event.kind, event.detail) for event in recorder.take()] == expected


@pytest.mark.parametrize(
    ("layout", "keys", "keycode", "held"),
    [
        ("us", ("ctrl", "+"), 21, {"ctrl", "shift"}),
        ("de", ("ctrl", "+"), 35, {"ctrl"}),
        ("de", ("ctrl", "z"), 29, {"ctrl"}),
        ("fr", ("ctrl", "a"), 24, {"ctrl"}),
        ("fr", ("ctrl", "1"), 10, {"ctrl", "shift"}),
        ("us,ru", ("ctrl", "c"), 54, {"ctrl"}),
        ("ru", ("ctrl", "c"), 54, {"ctrl"}),
    ],
)
def test_chord_finds_its_key_in_the_layout(
    executor: Executor,
    view: View,
    recorder: InputRecorder,
    layout: str,
    keys: tuple[str, ...],
    keycode: int,
    held: set[str],
) -> None:
    with keyboard_layout(layout):
        executor.execute(PressKeys(keys=keys), view)
    press = recorder.take(X.KeyPress)[-1]
    assert (press.detail, modifiers(press)) == (keycode, held)


def test_a_key_that_the_layout_lacks_is_an_error(executor: Executor, view: View, recorder: InputRecorder) -> None:
    with pytest.raises(ActionError, match="no key '你'"):
        executor.execute(PressKeys(keys=("ctrl", "你")), view)
    assert recorder.take() == []


def test_wait_goes_through_the_gate(display: VirtualDisplay, view: View) -> None:
    gate = RecordingGate()
    execute(gate, Wait(seconds=60), view)
    assert gate.paused == [60]


def test_a_wait_is_counted_from_the_input_before_it(display: VirtualDisplay, view: View) -> None:
    gate = RecordingGate()
    with Executor(gate) as executor:
        executor.execute(Hover(box_2d=HERE), view)
        time.sleep(0.2)
        executor.execute(Wait(seconds=60), view)
        executor.execute(Wait(seconds=0), view)
    assert 59 <= gate.paused[0] <= 59.8
    assert gate.paused[1] == 0


def test_unknown_application_is_an_error(executor: Executor, view: View) -> None:
    with pytest.raises(UnknownApplicationError, match="no-such-thing"):
        executor.execute(OpenApp(app_name="no-such-thing"), view)


INPUT_ACTIONS = [
    Click(box_2d=HERE, clicks=2, modifiers=("ctrl", "alt")),
    Drag(box_2d=HERE, to_box_2d=THERE, modifiers=("shift",)),
    LongPress(box_2d=HERE),
    Scroll(direction="down", notches=4, box_2d=HERE),
    PressKeys(keys=("ctrl", "shift", "x")),
    TypeText(text="Abc D", box_2d=HERE, override=True, press_enter=True),
]


def action_type(action: InputAction) -> str:
    return action.action_type


@pytest.mark.parametrize("action", INPUT_ACTIONS, ids=action_type)
def test_each_input_is_announced(view: View, recorder: InputRecorder, action: InputAction) -> None:
    gate = RecordingGate()
    execute(gate, action, view)
    seen = recorder.take()
    wheel = [event for event in of(seen, X.ButtonPress) if event.detail > 3]
    buttons = [event for event in of(seen, *CLICKED) if event.detail <= 3]
    assert gate.count(Input.KEY_DOWN) == len(of(seen, X.KeyPress))
    assert gate.count(Input.KEY_UP) == len(of(seen, X.KeyRelease))
    assert gate.count(Input.SCROLL) == len(wheel)
    assert gate.count(Input.BUTTON) == len(buttons)
    assert {event.at for event in of(seen, X.MotionNotify)} <= {at for _, at in gate.announced}


def interruptions(action: InputAction, view: View) -> Iterator[int]:
    """Yield 0, 1, 2, … while executing the action with so many permissions is broken off."""
    permitted = 0
    while True:
        try:
            execute(InterruptingGate(permitted), action, view)
        except Interrupted:
            yield permitted
            permitted += 1
        else:
            return


@pytest.mark.parametrize("action", INPUT_ACTIONS, ids=action_type)
def test_nothing_stays_down_wherever_it_is_interrupted(
    view: View, recorder: InputRecorder, action: InputAction
) -> None:
    sent = []
    for _ in interruptions(action, view):
        assert recorder.held() == (0, 0)
        sent.append(len(recorder.take()))
    assert len(sent) >= 4
    assert sent[0] == 0


def test_pushing_the_pointer_into_a_corner_stops(view: View, recorder: InputRecorder) -> None:
    def person() -> None:
        if len(gate.paused) == 5:
            recorder.push_pointer(0, 0)

    gate = RecordingGate(person)
    with pytest.raises(FailSafeTriggeredError):
        execute(gate, Drag(box_2d=HERE, to_box_2d=THERE), view)
    assert recorder.held() == (0, 0)
    assert recorder.take(X.ButtonRelease)[0].at == (0, 0)


def test_a_pointer_that_rests_in_a_corner_is_moved_off_first(view: View, recorder: InputRecorder) -> None:
    recorder.push_pointer(1279, 0)
    with Executor(OpenGate()) as executor:
        executor.leave_corner()
        executor.execute(PressKeys(keys=("a",)), view)
    assert recorder.take(X.KeyPress)


LOST_DISPLAY = """
from actions.errors import DisplayLostError
from actions.executor import Executor
from actions.input.gate import OpenGate
from actions.geometry import Rect, View
from actions.schema import Hover
from tasks.displays import VirtualDisplay

screen = Rect(0, 0, 320, 240)
with VirtualDisplay((320, 240)) as display, display.in_this_process():
    executor = Executor(OpenGate())
try:
    executor.execute(Hover(box_2d=(500, 500)), View(screen, (screen,)))
except DisplayLostError as error:
    print(error)
"""


def test_a_display_that_closes_is_an_error_of_its_own() -> None:
    command = [sys.executable, "-c", LOST_DISPLAY]  # a process of its own: pyautogui binds one display
    printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60).stdout
    assert printed == b"The display was closed while input was sent to it.\n"
