"""The calls of Qwen's `computer_use` function as a table, with the names that its relatives write.

Sources: the computer-use cookbook of Qwen2.5-VL and Qwen3-VL; `mm_agents/qwen3vl_agent.py` of xlang-ai/OSWorld; of
GUI-Owl-1.5, `execute_action` in `Mobile-Agent-v3.5/computer_use` of X-PLUG/MobileAgent; of EvoCUA, `_parse_response_s2`
in `mm_agents/evocua` of meituan/EvoCUA; of Fara, `execute_action` in `src/fara/fara_agent.py` of microsoft/fara. What a
desktop needs beyond them is added. A name can stand for several actions: `terminate` by its status, `scroll` by the
sign of its pixels.
"""

from dataclasses import replace

from actions.dialects.calls import Call, Table, wheel
from actions.dialects.forms import form
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

_PIXELS_PER_NOTCH = 100


def _wheel(name: str, direction: str, sign: int) -> Call:
    return wheel(name, direction, sign, "pixels", "coordinate", unit=_PIXELS_PER_NOTCH)


_AT = {"coordinate": "box_2d"}
_CLICK = {**_AT, "modifiers": "modifiers"}
_CLICKS = {**_CLICK, "clicks": "clicks"}
_DRAG = {"start_coordinate": "box_2d", "coordinate": "to_box_2d", "modifiers": "modifiers"}
_TYPE = {"text": "text", **_AT, "clear": "override", "press_enter": "press_enter"}

_LISTED = (
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
    _wheel("scroll", "up", 1),
    _wheel("scroll", "down", -1),
    _wheel("hscroll", "right", 1),
    _wheel("hscroll", "left", -1),
    Call(form("wait", Wait, {"time": "seconds"}), "Wait some seconds for the screen to change."),
    Call(form("open_app", OpenApp, {"text": "app_name"}), "Open the application of this name."),
    Call(form("answer", Answer, ("text",)), "Answer the user's question, which ends the task."),
    Call(form("ask_user", AskUser, ("text",)), "Ask the user a question and wait for the reply."),
    Call(form("terminate", Done), "End the task: it is done.", {"status": "success"}),
    Call(form("terminate", Infeasible, {"text": "reason"}), "End the task: it cannot be done.", {"status": "failure"}),
)

_HELP = "Please help: I cannot go on by myself."


def _also(name: str, call: Call) -> Call:
    return replace(call, form=replace(call.form, name=name), listed=False)


def _named(name: str) -> Call:
    return next(call for call in _LISTED if call.name == name)


_ALSO_READ = (
    *(_also(name, _named("left_click")) for name in ("click", "left click")),
    _also("right click", _named("right_click")),
    *(_also(name, _named("double_click")) for name in ("computer_double_click", "double click")),
    _also("hover", _named("mouse_move")),
    _also("drag", _named("left_click_drag")),
    *(_also(name, _named("key")) for name in ("hotkey", "keypress")),
    _also("input_text", _named("type")),
    _also("sleep", _named("wait")),
    *(_also(name, call) for name in ("stop", "done") for call in _LISTED if call.name == "terminate"),
    *(Call(form(name, Done), listed=False) for name in ("stop", "done")),
    Call(form("open app", OpenApp, {"app_name": "app_name"}), listed=False),
    *(Call(form(name, AskUser, ("text",)), filled="text", listed=False) for name in ("interact", "call_user")),
    *(Call(form(name, AskUser, text=_HELP), listed=False) for name in ("interact", "call_user")),
    Call(form("history_back", PressKeys, keys=("alt", "left")), listed=False),
)
"""`terminate` needs its status, although some agents' own code takes one that is left out for success."""

_ONE_BY_ONE = (
    "holds keys beyond one action, which cannot be done: give click or drag their modifiers, or press one chord."
)

TABLE = Table(
    (*_LISTED, *_ALSO_READ),
    renamed={
        "text_value": "text",
        "delete_existing_text": "clear",
        "enter": "press_enter",
        "duration": "time",
        "coordinate1": "start_coordinate",
        "coordinate2": "coordinate",
    },
    ignored=frozenset(("thoughts", "thought")),
    impossible={
        "key_down": f"key_down {_ONE_BY_ONE}",
        "key_up": f"key_up {_ONE_BY_ONE}",
        "visit_url": "visit_url is not here: type the address into the browser's address bar and press enter.",
        "web_search": "web_search is not here: type what you search for into the browser's address bar, press enter.",
        "pause_and_memorize_fact": "Nothing needs to be memorized: your earlier answers stand before you. Act.",
        "screenshot": "There is no action “screenshot”: you are shown one after each action. Choose another one.",
    },
)

CALLS = TABLE.listed
