"""The function-call dialect: one call after `Action:`, then `Memory:` and a JSON list.

Source: the action space that the GLM-4.1V-Thinking model card documents for OSWorld; the calls that a desktop needs
beyond it are added. It writes points, so a box's extent is lost.
"""

from typing import Any

from actions.dialects.form_dialect import FormDialect
from actions.dialects.forms import Argument, Form, Kind, form, shortest
from actions.dialects.markup import escape_marks
from actions.schema import (
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

_AT = {"start_box": "box_2d", "element_info": None}
_HELD = {"modifiers": "modifiers"}
_COUNT = {"clicks": "clicks"}

FORMS = (
    form("left_click", Click, {**_AT, **_HELD}, button="left", clicks=1),
    form("left_double_click", Click, {**_AT, **_HELD}, button="left", clicks=2),
    form("left_triple_click", Click, {**_AT, **_HELD}, button="left", clicks=3),
    form("right_click", Click, {**_AT, **_COUNT, **_HELD}, button="right"),
    form("middle_click", Click, {**_AT, **_COUNT, **_HELD}, button="middle"),
    form("hover", Hover, _AT),
    form("long_press", LongPress, {**_AT, "seconds": "seconds"}),
    form("left_drag", Drag, {"start_box": "box_2d", "end_box": "to_box_2d", "element_info": None, **_HELD}),
    form(
        "type",
        TypeText,
        {"content": "text", "start_box": "box_2d", "override": "override", "press_enter": "press_enter"},
    ),
    form("key", PressKeys, {"keys": "keys"}),
    form("scroll", Scroll, {"start_box": "box_2d", "direction": "direction", "step": "notches", "element_info": None}),
    form("open_app", OpenApp, {"name": "app_name"}),
    form("answer", Answer, {"content": "text"}),
    form("ask_user", AskUser, {"content": "text"}),
    form("WAIT", Wait, {"seconds": "seconds"}, seconds=5.0),
    form("DONE", Done),
    form("FAIL", Infeasible, {"reason": "reason"}),
)

_ESCAPES = str.maketrans({"\\": r"\\", "'": r"\'", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


class _Calls:
    box = "'[x,y]'"
    names = ("'", "+", "'")
    quote = "'"
    closing = ")"

    def opening(self, form: Form) -> str:
        return f"{form.name}("

    def head(self, form: Form) -> tuple[str, ...]:
        return ()

    def label(self, argument: Argument) -> str:
        return f"{argument.name}="

    def spell(self, kind: Kind, value: Any) -> str:
        match kind:
            case Kind.BOX:
                x, y = map(shortest, Box(*value[0]).centre)
                return f"'[{x},{y}]'"
            case Kind.NAMES:
                return _quoted("+".join(value))
            case _:
                return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    return escape_marks(f"'{text.translate(_ESCAPES)}'", r"\x3c")


GLM_PC = FormDialect("pc", FORMS, _Calls(), earlier_images=4, memory=True)
