"""The forms of GLM's three dialects: what each is called there, and which arguments carry its fields.

Sources: the action spaces that GLM-V's examples/gui-agent document for AndroidWorld (JSON) and OSWorld (calls), and the
calls on web pages that its glmv_reward scores for WebVoyager (scripts/gui_agent/WebVoyager.py, the newer of its two
notations: `CLICK(point=(214, 100), element_info='Dinners')`). What a desktop needs beyond them is added in their
manner.
"""

from dataclasses import replace

from actions.dialects.forms import ACTIONS, Form, form, whole_form
from actions.schema import (
    Answer,
    AskUser,
    Click,
    Direction,
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

JSON_FORMS = tuple(whole_form(action) for action in ACTIONS)

STATUS = {"done": "complete", "infeasible": "infeasible"}
"""The `goal_status` that stands for each action that GLM writes as a `status`."""

_AT = {"start_box": "box_2d", "element_info": None}
_HELD = {"modifiers": "modifiers"}
_COUNT = {"clicks": "clicks"}

CALL_FORMS = (
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

NOTCHES_PER_SCREEN = 10
"""On web pages the distance of a scroll counts in screens."""

_POINT = {"point": "box_2d", "element_info": None}


def _scroll(name: str, direction: Direction) -> Form:
    whole = form(name, Scroll, {"point": "box_2d", "distance": "notches", "element_info": None}, direction=direction)
    arguments = (replace(a, per=NOTCHES_PER_SCREEN) if a.name == "distance" else a for a in whole.arguments)
    return replace(whole, arguments=tuple(arguments))


WEB_FORMS = (
    form("CLICK", Click, {**_POINT, "button": "button", **_COUNT, **_HELD}),
    form("LONG_PRESS", LongPress, {**_POINT, "seconds": "seconds"}),
    form("HOVER", Hover, _POINT),
    form("DRAG", Drag, {"point": "box_2d", "to_point": "to_box_2d", "element_info": None, **_HELD}),
    form(
        "TYPE",
        TypeText,
        {
            "point": "box_2d",
            "text": "text",
            "override": "override",
            "press_enter": "press_enter",
            "element_info": None,
        },
    ),
    form("KEY_PRESS", PressKeys, {"key": "keys"}),
    _scroll("SCROLL_DOWN", "down"),
    _scroll("SCROLL_UP", "up"),
    _scroll("SCROLL_LEFT", "left"),
    _scroll("SCROLL_RIGHT", "right"),
    form("OPEN_APP", OpenApp, {"name": "app_name"}),
    form("ANSWER", Answer, {"content": "text"}),
    form("ASK_USER", AskUser, {"content": "text"}),
    form("WAIT", Wait, {"seconds": "seconds"}, seconds=5.0),
    form("DONE", Done),
    form("FAIL", Infeasible, {"reason": "reason"}),
)
