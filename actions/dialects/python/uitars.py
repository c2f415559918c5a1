"""UI-TARS's way of writing actions: `Thought: …`, then `Action: click(start_box='(x,y)')`.

It writes places with special tokens around them, or as `<point>x y</point>`. Its thought, or its reflection and
summary, is the answer's reason.

Source: `codes/ui_tars/action_parser.py` and `prompt.py` of bytedance/UI-TARS, `mm_agents/uitars15_v1.py` of
xlang-ai/OSWorld.
"""

import re

from actions.dialects.base import TRIGGER
from actions.dialects.calls import Call, Table
from actions.dialects.forms import form
from actions.dialects.literals import read_arguments
from actions.dialects.markup import COLON
from actions.dialects.python.calls import Written
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

_AT = {"start_box": "box_2d"}
_CLICK = {**_AT, "modifiers": "modifiers"}
_HELP = "Please help: I cannot go on by myself."

_TABLE = Table(
    (
        Call(form("click", Click, _CLICK, button="left", clicks=1), "Click."),
        Call(form("left_double", Click, _CLICK, button="left", clicks=2), "Double-click."),
        Call(form("left_triple", Click, _CLICK, button="left", clicks=3), "Triple-click."),
        Call(form("right_single", Click, {**_CLICK, "clicks": "clicks"}, button="right"), "Click the right button."),
        Call(form("middle_single", Click, {**_CLICK, "clicks": "clicks"}, button="middle"), "Click the middle button."),
        Call(form("hover", Hover, _AT), "Move the pointer without clicking."),
        Call(form("long_press", LongPress, {**_AT, "time": "seconds"}), "Hold the left button down for a time."),
        Call(
            form("drag", Drag, {**_AT, "end_box": "to_box_2d", "modifiers": "modifiers"}),
            "Drag from one place to another.",
        ),
        Call(form("hotkey", PressKeys, {"key": "keys"}), "Press keys together; a space stands between them."),
        Call(
            form("type", TypeText, {"content": "text", **_AT, "clear": "override", "press_enter": "press_enter"}),
            "Type text where the focus is or, with a start_box, after a click there.",
        ),
        Call(form("scroll", Scroll, {**_AT, "direction": "direction", "notches": "notches"}), "Turn the mouse wheel."),
        Call(form("open_app", OpenApp, ("app_name",)), "Open the application of this name."),
        Call(form("wait", Wait, {"time": "seconds"}, seconds=5.0), "Wait for the screen to change."),
        Call(
            form("finished", Answer, {"content": "text"}), "End the task with what answers the user.", filled="content"
        ),
        Call(form("finished", Done), "End the task: it is done."),
        Call(form("call_user", AskUser, {"content": "text"}), "Ask the user and wait for the reply.", filled="content"),
        Call(form("call_user", AskUser, text=_HELP), listed=False),
        Call(form("fail", Infeasible, {"content": "reason"}), "End the task: it cannot be done."),
        Call(form("left_single", Click, _CLICK, button="left", clicks=1), listed=False),
        Call(form("select", Drag, {**_AT, "end_box": "to_box_2d"}), filled="end_box", listed=False),
        Call(form("select", Click, _AT, button="left", clicks=1), listed=False),
        Call(form("press", PressKeys, {"key": "keys"}), listed=False),
        Call(form("press_home", PressKeys, keys=("super", "d")), listed=False),
        Call(form("press_back", PressKeys, keys=("alt", "left")), listed=False),
    ),
    renamed={
        "point": "start_box",
        "start_point": "start_box",
        "end_point": "end_box",
        "hotkey": "key",
        "press": "key",
    },
)
_HELD = Held(keys_down=frozenset(("keydown",)), keys_up=frozenset(("keyup", "release")))

_LABEL = re.compile(rf"^[ \t]*Action{COLON}[ \t]*", re.MULTILINE)
_CALL = re.compile(rf"\s*({'|'.join({*(call.name for call in _TABLE.calls), 'keydown', 'keyup', 'release'})})\(")
_ANY_CALL = re.compile(r"\s*(\w+)\(")
_THOUGHT = re.compile(rf"^(?:Thought|Reflection){COLON}\s*")
_SUMMARY = re.compile(r"Action_Summary:\s*(.+?)\s*(?=^[ \t]*Action:|\Z)", re.DOTALL | re.MULTILINE)
_UNREADABLE = f'The answer holds no action; end it with "{TRIGGER}" and one action of the list.'


class _Syntax:
    ending = ""

    def find(self, text: str) -> Part:
        """Return the calls after the first label."""
        label = _LABEL.search(text)
        if label is None:
            raise UnreadableReplyError(_UNREADABLE)
        calls: list[Written] = []
        place = label.end()
        while call := _CALL.match(text, place):
            arguments, place = read_arguments(text, call.end())
            calls.append(Written(call[1], tuple(arguments)))
        if not calls:
            other = _ANY_CALL.match(text, place)
            calls = [Written(other[1], ())] if other else []  # the table says that there is no such action
        if not calls:
            raise UnreadableReplyError(_UNREADABLE)
        return Part(tuple(calls), _THOUGHT.sub("", text[: label.start()].strip()), place)

    def opening(self, reason: str) -> str:
        """Return the reason as it writes it."""
        return f"Thought: {reason}\n"

    def brief(self, text: str, step: int) -> str:
        """Return its summary of the action."""
        summary = _SUMMARY.search(text)
        return summary[1] if summary else ""


def uitars(canvas: tuple[int, int]) -> CallDialect:
    """Return the dialect for coordinates that count to a canvas."""
    notation = PythonNotation(canvas, "'(x,y)'", names=("'", " ", "'"))
    return CallDialect("uitars", canvas, _TABLE, notation, _Syntax(), TRIGGER, _HELD)
