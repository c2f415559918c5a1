"""The forms of GLM's two dialects: what each is called there, and which arguments carry its fields.

Source: the action spaces that the GLM-4.1V-Thinking model card documents for AndroidWorld (JSON) and OSWorld (calls).
What a desktop needs beyond them is added in their manner.
"""

from actions.dialects.forms import ACTIONS, form, whole_form
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
