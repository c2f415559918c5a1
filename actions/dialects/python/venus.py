"""UI-Venus's way of writing actions: `<action>Click(box=(x, y))</action>`, from 0 to 999.

It may write several as `Sequence(actions=[…])`, of which those that make up one action are read as that one. The names
that it was taught for web pages and phones are read too.

Source: `models/computer/computer_example.py` of inclusionAI/UI-Venus (branch UI-Venus-2), and
`models/navigation/utils.py` of its branch UI-Venus-1.5.
"""

import re

from actions.dialects.calls import Call, Table, wheel
from actions.dialects.forms import form
from actions.dialects.literals import read_arguments
from actions.dialects.python.calls import Written, written_calls
from actions.dialects.python.dialect import CallDialect, Held, Part
from actions.dialects.python.notation import PythonNotation
from actions.errors import UnreadableReplyError
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

_AT = {"box": "box_2d"}
_CLICK = {**_AT, "modifiers": "modifiers"}
_CLICKS = {**_CLICK, "clicks": "clicks"}
_TYPE = {"content": "text", **_AT, "clear": "override", "press_enter": "press_enter"}
_HELP = "Please help: I cannot go on by myself."
_ADDRESS = "An address cannot be launched: type it into the browser's address bar and press enter."


_TABLE = Table(
    (
        Call(form("Click", Click, _CLICK, button="left", clicks=1), "Click."),
        Call(form("DoubleClick", Click, _CLICK, button="left", clicks=2), "Double-click."),
        Call(form("TripleClick", Click, _CLICK, button="left", clicks=3), "Triple-click."),
        Call(form("RightClick", Click, _CLICKS, button="right"), "Click the right button."),
        Call(form("MiddleClick", Click, _CLICKS, button="middle"), "Click the middle button."),
        Call(form("Hover", Hover, _AT), "Move the pointer without clicking."),
        Call(form("LongPress", LongPress, {**_AT, "duration": "seconds"}), "Hold the left button down for a time."),
        Call(form("Drag", Drag, {"start": "box_2d", "end": "to_box_2d", "modifiers": "modifiers"}), "Drag."),
        wheel("Swipe", "up", 1, "amount", "box", fixed={"axis": "vertical"}),
        wheel("Swipe", "down", -1, "amount", "box", fixed={"axis": "vertical"}),
        wheel("Swipe", "right", 1, "amount", "box", fixed={"axis": "horizontal"}),
        wheel("Swipe", "left", -1, "amount", "box", fixed={"axis": "horizontal"}),
        Call(form("Type", TypeText, _TYPE), "Type text where the focus is or, with a box, after a click there."),
        Call(form("Hotkey", PressKeys, ("keys",)), "Press keys together."),
        Call(form("LaunchApp", OpenApp, {"app": "app_name"}), "Open the application of this name."),
        Call(form("Wait", Wait, {"time": "seconds"}), "Wait for the screen to change."),
        Call(form("CallUser", AskUser, {"content": "text"}), "Ask the user and wait for the reply.", filled="content"),
        Call(form("CallUser", AskUser, text=_HELP), listed=False),
        Call(
            form("Finished", Answer, {"content": "text"}), "End the task with what answers the user.", filled="content"
        ),
        Call(form("Finished", Done), "End the task: it is done."),
        Call(form("Infeasible", Infeasible, {"content": "reason"}), "End the task: it cannot be done."),
        Call(form("Answer", Answer, {"content": "text"}), listed=False),
        Call(form("Scroll", Scroll, {**_AT, "direction": "direction"}), listed=False),
        Call(form("Launch", OpenApp, {"app": "app_name"}), filled="app", listed=False),
        Call(form("PressEnter", PressKeys, keys=("enter",)), listed=False),
        Call(form("PressBack", PressKeys, keys=("alt", "left")), listed=False),
        Call(form("PressHome", PressKeys, keys=("home",)), listed=False),
    ),
    renamed={"point": "box"},
    ignored=frozenset(("url",)),
    counts=frozenset(("repeat",)),
    impossible={
        "geturl": _ADDRESS,
        "takenote": "Nothing needs to be noted: your earlier answers stand before you. Act.",
        "selectoption": "An option is chosen by a click: open the list and click it.",
        "getscreenshot": "You are shown a screenshot after each action. Choose another action.",
        "pressrecent": "There is no such key here: choose another action.",
    },
)
_HELD = Held(
    keys_down=frozenset(("keydown",)),
    keys_up=frozenset(("keyup",)),
    button_down=frozenset(("mousedown",)),
    button_up=frozenset(("mouseup",)),
    drag_on=frozenset(("drag",)),
)

_START, _END = "<action>", "</action>"
_BLOCK = re.compile(rf"{_START}\s*(.*?)\s*(?:{_END}|\Z)", re.DOTALL | re.IGNORECASE)
_ALONE = re.compile(r"\s*(\w+)\(")
_NESTED = re.compile(r"\w+\(\s*actions\s*=")
_CONCLUSION = re.compile(r"<conclusion>\s*(.*?)\s*</conclusion>", re.DOTALL)


class _Syntax:
    ending = _END

    def find(self, text: str) -> Part:
        """Return the calls of the one block, or of a text that is a call and no more."""
        blocks = list(_BLOCK.finditer(text))
        if len({block[1] for block in blocks}) > 1:
            raise UnreadableReplyError(f"The answer has several {_START} blocks; write exactly one.")
        if blocks:
            return Part(_calls(blocks[0][1]), text[: blocks[0].start()].strip(), blocks[0].end())
        if _ALONE.match(text):
            return Part(_calls(text), "", len(text))
        raise UnreadableReplyError(f"The answer holds no action; write one in {_START}{_END}.")

    def opening(self, reason: str) -> str:
        """Return the reason as it writes it."""
        return f"{reason}\n"

    def brief(self, text: str, step: int) -> str:
        """Return its conclusion."""
        conclusion = _CONCLUSION.search(text)
        return conclusion[1] if conclusion else ""


def _calls(text: str) -> tuple[Written, ...]:
    if _NESTED.match(text):
        return tuple(written_calls(text))
    call = _ALONE.match(text)
    if call is None:
        raise UnreadableReplyError(f"What stands in {_START} is no call; write one of the list.")
    arguments, end = read_arguments(text, call.end())
    if _ALONE.match(text, end):
        raise UnreadableReplyError("The answer holds two actions; write exactly one.")
    return (Written(call[1], tuple(arguments)),)


def venus(canvas: tuple[int, int]) -> CallDialect:
    """Return the dialect for coordinates that count to a canvas."""
    notation = PythonNotation(canvas, "(x, y)", names=("['", "', '", "']"))
    return CallDialect("venus", canvas, _TABLE, notation, _Syntax(), _START, _HELD)
