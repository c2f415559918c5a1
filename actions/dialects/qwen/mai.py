"""MAI-UI's way of writing actions: a call of its `mobile_use` function, from 0 to 999, or a place alone.

It was taught phones. The names are its own, and what a desktop needs beyond them is added in their manner; a swipe of
its finger is a turn of the wheel the other way.

Source: `src/prompt.py`, `src/mai_naivigation_agent.py` and `src/mai_grounding_agent.py` of Tongyi-MAI/MAI-UI.
"""

import re
from dataclasses import dataclass, replace

from actions.dialects.base import ParsedAnswer
from actions.dialects.calls import Call, Table
from actions.dialects.forms import form
from actions.dialects.literals import read_members
from actions.dialects.qwen.dialect import QwenDialect
from actions.dialects.qwen.tool_calls import ToolCall
from actions.schema import (
    Action,
    Answer,
    AskUser,
    Box,
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

_AT = {"coordinate": "box_2d"}
_CLICK = {**_AT, "modifiers": "modifiers"}
_SWIPES = {"up": "down", "down": "up", "left": "right", "right": "left"}


def _swipe(finger: str, wheel: str) -> Call:
    made = form("swipe", Scroll, {"notches": "notches", **_AT}, direction=wheel)
    return Call(made, f"Move a finger {finger} the screen, which scrolls {wheel}.", {"direction": finger})


def _button(name: str, *keys: str, effect: str) -> Call:
    return Call(form("system_button", PressKeys, keys=keys), effect, {"button": name}, listed=False)


TABLE = Table(
    (
        Call(form("click", Click, _CLICK, button="left", clicks=1), "Click."),
        Call(form("double_click", Click, _CLICK, button="left", clicks=2), "Double-click."),
        Call(form("triple_click", Click, _CLICK, button="left", clicks=3), "Triple-click."),
        Call(form("right_click", Click, {**_CLICK, "clicks": "clicks"}, button="right"), "Click the right button."),
        Call(form("middle_click", Click, {**_CLICK, "clicks": "clicks"}, button="middle"), "Click the middle button."),
        Call(form("hover", Hover, _AT), "Move the pointer without clicking."),
        Call(form("long_press", LongPress, {**_AT, "time": "seconds"}), "Hold the left button down for a time."),
        Call(
            form("type", TypeText, {"text": "text", **_AT, "clear": "override", "press_enter": "press_enter"}),
            "Type text where the focus is or, with a coordinate, after a click there; clear empties the field first.",
        ),
        *(_swipe(finger, wheel) for finger, wheel in _SWIPES.items()),
        Call(form("open", OpenApp, {"text": "app_name"}), "Open the application of this name."),
        Call(
            form(
                "drag",
                Drag,
                {"start_coordinate": "box_2d", "end_coordinate": "to_box_2d", "modifiers": "modifiers"},
            ),
            "Drag from one place to another.",
        ),
        Call(form("key", PressKeys, ("keys",)), "Press keys together."),
        _button("back", "alt", "left", effect="Go back."),
        _button("home", "super", "d", effect="Show the desktop."),
        _button("menu", "apps", effect="Open the menu."),
        _button("enter", "enter", effect="Press enter."),
        Call(form("wait", Wait, {"time": "seconds"}), "Wait for the screen to change."),
        Call(form("terminate", Done), "End the task: it is done.", {"status": "success"}),
        Call(form("terminate", Infeasible, {"text": "reason"}), "End the task: it cannot be done.", {"status": "fail"}),
        Call(form("answer", Answer, ("text",)), "Answer the user's question, which ends the task."),
        Call(form("ask_user", AskUser, ("text",)), "Ask the user a question and wait for the reply."),
    ),
    renamed={"coordinate2": "end_coordinate", "duration": "time"},
)

_PLACE = re.compile(r"""\{(?=\s*["']coordinate["']\s*:)""")


@dataclass(frozen=True)
class MaiDialect(QwenDialect):
    """Implements `Dialect`. A place alone, as its grounding agent is answered, is a click there."""

    name: str = "mai"
    function: str = "mobile_use"
    table: Table = TABLE
    thought_tags: tuple[str, str] = ("<thinking>", "</thinking>")

    __hash__ = QwenDialect.__hash__

    def read(self, answer: str, pointer: Box | None = None) -> ParsedAnswer:
        """See `Dialect`."""
        place = _PLACE.search(answer)
        if place is None or self.function in answer:
            return super().read(answer, pointer)
        members, _ = read_members(answer, place.end())
        arguments = dict(members)
        name = str(arguments.pop("action", "click"))
        return ParsedAnswer(self.table.read(name, arguments.items(), (self.width, self.height)))

    def _action(self, call: ToolCall, pointer: Box | None) -> Action:
        status = call.arguments.get("status")
        if status == "failure":  # Qwen's word, which it falls into
            call = replace(call, arguments={**call.arguments, "status": "fail"})
        return super()._action(call, pointer)


MAI = MaiDialect()
