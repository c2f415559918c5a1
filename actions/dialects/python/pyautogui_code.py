"""OpenCUA's way of writing actions: sections of thought and action, then pyautogui as a block of code.

The code is read as data by Python's parser, and nothing of it is run: calls of the table with literal arguments, of
which those that make up one action are read as that one. Coordinates are pixels of the resized image, or shares of it
where both are at most 1.

Source: `mm_agents/opencua/opencua_agent.py` and `prompts.py` of xlang-ai/OSWorld, and the README of xlang-ai/OpenCUA.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from actions.dialects.calls import Call, Table, wheel
from actions.dialects.forms import form
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
    TypeText,
    Wait,
)

_AT = {"at": "box_2d"}
_CLICK = {**_AT, "modifiers": "modifiers"}
_CLICKS = {**_CLICK, "clicks": "clicks"}
_COMPUTER = "computer."
_OURS = ("type_at", "long_press", "drag", "open_app", "ask_user", "wait", "terminate", "triple_click")


_TABLE = Table(
    (
        Call(form("click", Click, _CLICK, button="left", clicks=1), "Click."),
        Call(form("doubleClick", Click, _CLICK, button="left", clicks=2), "Double-click."),
        Call(form("triple_click", Click, _CLICK, button="left", clicks=3), "Triple-click."),
        Call(form("rightClick", Click, _CLICKS, button="right"), "Click the right button."),
        Call(form("middleClick", Click, _CLICKS, button="middle"), "Click the middle button."),
        Call(form("moveTo", Hover, _AT), "Move the pointer without clicking."),
        wheel("scroll", "up", 1, "amount", "at"),
        wheel("scroll", "down", -1, "amount", "at"),
        wheel("hscroll", "right", 1, "amount", "at"),
        wheel("hscroll", "left", -1, "amount", "at"),
        Call(form("write", TypeText, {"message": "text"}), "Type text where the focus is."),
        Call(form("hotkey", PressKeys, ("keys",)), "Press keys together."),
        Call(
            form("type_at", TypeText, {"text": "text", **_AT, "clear": "override", "press_enter": "press_enter"}),
            "Type text after a click there; clear empties the field first.",
        ),
        Call(form("long_press", LongPress, {**_AT, "time": "seconds"}), "Hold the left button down for a time."),
        Call(
            form("drag", Drag, {"start": "box_2d", "end": "to_box_2d", "modifiers": "modifiers"}),
            "Drag from one place to another.",
        ),
        Call(form("open_app", OpenApp, {"name": "app_name"}), "Open the application of this name."),
        Call(form("wait", Wait, {"time": "seconds"}, seconds=20.0), "Wait for the screen to change."),
        Call(form("ask_user", AskUser, ("text",)), "Ask the user and wait for the reply."),
        Call(
            form("terminate", Answer, {"answer": "text"}),
            "End the task with the answer to the user's question.",
            {"status": "success"},
            filled="answer",
        ),
        Call(form("terminate", Done), "End the task: it is done.", {"status": "success"}),
        Call(
            form("terminate", Infeasible, {"answer": "reason"}),
            "End the task: it cannot be done.",
            {"status": "failure"},
        ),
        Call(form("click", Click, {**_CLICKS, "button": "button"}), listed=False),
        Call(form("doubleClick", Click, {**_CLICK, "button": "button"}, clicks=2), listed=False),
        Call(form("tripleClick", Click, {**_CLICK, "button": "button"}, clicks=3), listed=False),
        Call(form("typewrite", TypeText, {"message": "text"}), listed=False),
        Call(form("press", PressKeys, ("keys",)), listed=False),
        Call(form("sleep", Wait, {"time": "seconds"}), listed=False),
    ),
    counts=frozenset(("presses",)),
    ignored=frozenset(("interval", "duration", "tween", "pause", "logscreenshot", "mousedownup", "_pause")),
)
_HELD = Held(
    keys_down=frozenset(("keydown",)),
    keys_up=frozenset(("keyup",)),
    button_down=frozenset(("mousedown",)),
    button_up=frozenset(("mouseup",)),
    drag_on=frozenset(("dragto",)),
)

_PLACED = ("x", "y", "clicks", "interval", "button", "duration")
_POSITIONS = {
    "click": _PLACED,
    "rightclick": ("x", "y"),
    "middleclick": ("x", "y"),
    "doubleclick": ("x", "y", "interval", "button"),
    "tripleclick": ("x", "y", "interval", "button"),
    "triple_click": ("x", "y"),
    "moveto": ("x", "y"),
    "dragto": ("x", "y", "duration", "button"),
    "mousedown": ("x", "y", "button"),
    "mouseup": ("x", "y", "button"),
    "scroll": ("amount", "x", "y"),
    "hscroll": ("amount", "x", "y"),
    "write": ("message", "interval"),
    "typewrite": ("message", "interval"),
    "press": ("keys", "presses"),
    "sleep": ("time",),
}
"""What stands in which place where arguments have no names."""

_BLOCK = re.compile(r"```(?:code|python)?[ \t]*\n?(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)
_ACTION = re.compile(r"^#{1,2}\s*Action\s*:?[ \t]*\n?(.*?)(?=^#|^```|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,2}\s*(?:Step[^\n]*|Observation|Thought|Action|Code)\s*:?[ \t]*$", re.MULTILINE)


class _Syntax:
    ending = "\n```"

    def __init__(self, canvas: tuple[int, int]) -> None:
        self._canvas = canvas

    def find(self, text: str) -> Part:
        """Return the calls of the last block of code."""
        blocks = [block for block in _BLOCK.finditer(text) if block[1].strip()]
        if not blocks:
            raise UnreadableReplyError("The answer holds no code; end it with one call in ```python … ```.")
        last = blocks[-1]
        calls = [_arranged(call, self._canvas) for call in written_calls(last[1])]
        reason = " ".join(_HEADING.sub("", text[: blocks[0].start()]).split())
        return Part(tuple(calls), reason, last.end())

    def opening(self, reason: str) -> str:
        """Return the reason as it writes it."""
        return f"## Thought:\n{reason}\n## Action:\n{reason}\n## Code:\n"

    def brief(self, text: str, step: int) -> str:
        """Return what its section of action says, under the step's number."""
        action = _ACTION.search(text)
        return f"# Step {step}:\n## Action:\n{action[1].strip()}\n" if action else ""


def _arranged(call: Written, canvas: tuple[int, int]) -> Written:
    """Return a call with names for all its arguments, x and y as one place, and all keys in one list."""
    name = call.name.lower()
    if name == "hotkey":
        keys = [value for _, given in call.arguments for value in (given if isinstance(given, list) else [given])]
        return Written(call.name, (("keys", keys),))
    named = dict(_with_names(call.arguments, _POSITIONS.get(name, ())))
    if name == "press" and _is_several(named.get("keys")):
        raise UnreadableReplyError("press presses one key in an answer; for a chord use hotkey.")
    if name in ("mousedown", "mouseup", "dragto") and named.pop("button", "left") != "left":
        raise UnreadableReplyError(f"{call.name} is done with the left button only.")
    if (place := _place(named.pop("x", None), named.pop("y", None), canvas)) is not None:
        named["at"] = place
    return Written(call.name, tuple(named.items()), call.inner)


def _is_several(keys: Any) -> bool:
    return isinstance(keys, list) and len(keys) > 1


def _with_names(given: Iterable[tuple[str, Any]], positions: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    places = iter(positions)
    for name, value in given:
        yield name.lower() or next(places, ""), value


def _place(x: Any, y: Any, canvas: tuple[int, int]) -> Any:
    """Return a place on the canvas; where both numbers are at most 1, and not both whole, they are shares of it."""
    if not all(isinstance(n, int | float) and not isinstance(n, bool) for n in (x, y)):
        return None if x is None and y is None else (x, y)
    are_shares = x <= 1 and y <= 1 and float in (type(x), type(y))
    return (x * canvas[0], y * canvas[1]) if are_shares else (x, y)


def pyautogui_code(canvas: tuple[int, int]) -> CallDialect:
    """Return the dialect for coordinates that count to a canvas."""
    before = {"": "pyautogui."} | dict.fromkeys(_OURS, _COMPUTER)
    bare = frozenset(("at", "amount", "keys"))
    notation = PythonNotation(
        canvas,
        "x=x, y=y",
        names=("['", "', '", "']"),
        before=before,
        bare=bare,
        boxes={"start": "(x, y)", "end": "(x, y)"},
    )
    return CallDialect("pyautogui", canvas, _TABLE, notation, _Syntax(canvas), "```python\n", _HELD)
