"""The calls of Qwen's `computer_use` function, as forms, and what tells apart those that share a name.

Source: the computer-use cookbook of Qwen2.5-VL and Qwen3-VL; what a desktop needs beyond it is added. A name can
stand for several actions: `terminate` by its status, `scroll` by the sign of its pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from actions.dialects.forms import Form, form
from actions.schema import (
    Answer,
    AskUser,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

PIXELS = "pixels"
PIXELS_PER_NOTCH = 100
MOST_NOTCHES = 50
FEWEST_PIXELS = 50
"""Below this, a number of "pixels" means notches: pyautogui takes it so, with which these models learnt to scroll."""


@dataclass(frozen=True)
class Call:
    """A form, what it does in this dialect's words, the arguments that it always has, and the sign of its pixels."""

    form: Form
    effect: str
    fixed: Mapping[str, str] = field(default_factory=dict)
    sign: int = 0

    @property
    def name(self) -> str:
        """What stands as `action`."""
        return self.form.name

    @property
    def mark(self) -> str:
        """What tells this call from others of its name; empty where it has its name to itself."""
        if self.sign:
            return f"{PIXELS} {'above' if self.sign > 0 else 'below'} 0"
        return ", ".join(f"{name} {value}" for name, value in self.fixed.items())

    def is_meant_by(self, arguments: Mapping[str, Any]) -> bool:
        """Say whether the arguments ask for this call and not for another of its name."""
        if self.sign:
            pixels = arguments.get(PIXELS)
            return isinstance(pixels, int | float) and pixels * self.sign > 0
        return all(str(arguments.get(name)).lower() == value for name, value in self.fixed.items())


def _scroll(name: str, direction: str, sign: int) -> Call:
    made = form(name, Scroll, {PIXELS: "notches", "coordinate": "box_2d"}, direction=direction)
    pixels, coordinate = made.arguments
    effect = f"Turn the mouse wheel {direction}, {PIXELS_PER_NOTCH} pixels a notch."
    return Call(replace(made, arguments=(replace(pixels, required=True), coordinate)), effect, sign=sign)


_AT = {"coordinate": "box_2d"}
_CLICK = {**_AT, "modifiers": "modifiers"}
_CLICKS = {**_CLICK, "clicks": "clicks"}
_DRAG = {"start_coordinate": "box_2d", "coordinate": "to_box_2d", "modifiers": "modifiers"}
_TYPE = {"text": "text", **_AT, "clear": "override", "press_enter": "press_enter"}

CALLS = (
    Call(form("left_click", Click, _CLICK, button="left", clicks=1), "Click the left mouse button, modifiers held."),
    Call(form("double_click", Click, _CLICK, button="left", clicks=2), "Double-click the left mouse button."),
    Call(form("triple_click", Click, _CLICK, button="left", clicks=3), "Triple-click the left mouse button."),
    Call(form("right_click", Click, _CLICKS, button="right"), "Click the right mouse button."),
    Call(form("middle_click", Click, _CLICKS, button="middle"), "Click the middle mouse button."),
    Call(form("mouse_move", Hover, _AT), "Move the cursor without clicking."),
    Call(form("left_click_drag", Drag, _DRAG), "Drag from start_coordinate to coordinate with the left mouse button."),
    Call(form("long_press", LongPress, {**_AT, "time": "seconds"}), "Hold the left mouse button down for a time."),
    Call(
        form("type", TypeText, _TYPE),
        "Type text where the focus is or, with a coordinate, after a click there; clear empties the field first.",
    ),
    Call(form("key", PressKeys, ("keys",)), "Press keys together, then release them in reverse order."),
    _scroll("scroll", "up", 1),
    _scroll("scroll", "down", -1),
    _scroll("hscroll", "right", 1),
    _scroll("hscroll", "left", -1),
    Call(form("wait", Wait, {"time": "seconds"}), "Wait some seconds for the screen to change."),
    Call(form("open_app", OpenApp, {"text": "app_name"}), "Open the application of this name."),
    Call(form("answer", Answer, ("text",)), "Answer the user's question, which ends the task."),
    Call(form("ask_user", AskUser, ("text",)), "Ask the user a question and wait for the reply."),
    Call(form("terminate", Done), "End the task: it is done.", {"status": "success"}),
    Call(form("terminate", Infeasible, {"text": "reason"}), "End the task: it cannot be done.", {"status": "failure"}),
)
