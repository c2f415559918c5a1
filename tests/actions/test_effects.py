"""An action's effects are all that its execution sends."""

from typing import get_args

import pytest
from hypothesis import given
from Xlib import X

from actions.effects import DragTo, Drop, Effect, Keys, Launch, Pause, Press, Text, effects, places
from actions.errors import ActionError
from actions.executor import Executor
from actions.geometry import View
from actions.input.gate import Input, OpenGate
from actions.schema import (
    Box,
    Click,
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
from tests.actions.recorder import InputRecorder
from tests.actions.strategies import actions

BOX = Box(100, 100, 200, 200)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (TypeText(text="a"), (Text("a"),)),
        (TypeText(text="a", box_2d=BOX, press_enter=True), (Press(BOX), Text("a"), Keys(("enter",)))),
        (TypeText(text="a", override=True), (Keys(("ctrl", "a")), Text("a"))),
        (TypeText(text="", box_2d=BOX), (Press(BOX),)),
        (TypeText(text="", override=True), (Keys(("ctrl", "a")), Keys(("delete",)))),
        (Drag(box_2d=BOX, to_box_2d=BOX), (DragTo(BOX, BOX),)),
        (OpenApp(app_name="x"), (Launch("x"),)),
        (Wait(seconds=1), (Pause(1),)),
    ],
)
def test_what_an_action_does(action: InputAction, expected: tuple[Effect, ...]) -> None:
    assert effects(action) == expected


def test_replacing_removes_by_typing_over() -> None:
    assert Keys(("delete",)) not in effects(TypeText(text="new", override=True))


@given(actions().filter(lambda action: isinstance(action, InputAction)))
def test_every_place_of_an_action_is_among_its_effects(action: InputAction) -> None:
    boxes = [getattr(action, name) for name in ("box_2d", "to_box_2d") if getattr(action, name, None)]
    assert [box for effect in effects(action) for box in places(effect)] == boxes


POINTER, KEYBOARD = (Press, DragTo, Drop), (Keys, Text)
SAMPLES: tuple[InputAction, ...] = (
    Click(box_2d=BOX, clicks=2, button="right", modifiers=("ctrl",)),
    LongPress(box_2d=BOX, seconds=0.2),
    Hover(box_2d=BOX),
    Drag(box_2d=BOX, to_box_2d=Box.at(500, 500), modifiers=("shift",)),
    TypeText(text="abc", box_2d=BOX, override=True, press_enter=True),
    TypeText(text="", box_2d=BOX, override=True),
    PressKeys(keys=("ctrl", "shift", "x")),
    Scroll(direction="down", notches=2, box_2d=BOX),
    Wait(seconds=0),
)


class Confirming(OpenGate):
    """A gate that holds each input against the effect that was confirmed last."""

    def __init__(self) -> None:
        self.confirmed: list[Effect] = []
        self.unasked: list[Input] = []

    def confirm(self, effect: Effect) -> None:
        self.confirmed.append(effect)

    def sending(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        last = self.confirmed[-1] if self.confirmed else None
        holds_modifiers = isinstance(last, Press | DragTo | Drop)
        if kind is Input.BUTTON and not isinstance(last, POINTER):
            self.unasked.append(kind)
        if kind is Input.KEY_DOWN and not isinstance(last, KEYBOARD) and not holds_modifiers:
            self.unasked.append(kind)


def test_every_kind_of_input_action_has_a_sample() -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(InputAction)) - {OpenApp}


@pytest.mark.display
@pytest.mark.parametrize("action", SAMPLES, ids=lambda action: action.action_type)
def test_no_button_and_no_key_is_sent_before_its_effect_is_confirmed(
    recorder: InputRecorder, view: View, action: InputAction
) -> None:
    gate = Confirming()
    with Executor(gate) as executor:
        executor.execute(action, view, gate.confirm)
    assert gate.unasked == []
    assert [effect for effect in gate.confirmed if not isinstance(effect, Drop)] == list(effects(action))


@pytest.mark.display
@pytest.mark.parametrize("action", SAMPLES, ids=lambda action: action.action_type)
def test_what_is_not_confirmed_sends_nothing_but_moves(
    recorder: InputRecorder, view: View, action: InputAction
) -> None:
    def forbid(effect: Effect) -> None:
        raise ActionError(f"{effect} is forbidden")

    with Executor(OpenGate()) as executor, pytest.raises(ActionError, match="forbidden"):
        executor.execute(action, view, forbid)
    assert recorder.take(X.KeyPress, X.ButtonPress) == []


@pytest.mark.display
def test_a_drag_whose_drop_is_not_confirmed_ends_where_it_began(recorder: InputRecorder, view: View) -> None:
    def forbid_drop(effect: Effect) -> None:
        if isinstance(effect, Drop):
            raise ActionError("a menu opened")

    drag = Drag(box_2d=BOX, to_box_2d=Box.at(500, 500))
    with Executor(OpenGate()) as executor, pytest.raises(ActionError, match="a menu opened"):
        executor.execute(drag, view, forbid_drop)
    (released,) = recorder.take(X.ButtonRelease)
    assert released.at == view.pointer_at(BOX.centre)
