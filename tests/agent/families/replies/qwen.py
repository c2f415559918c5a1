"""Qwen's families, and those that were taught its calls of a tool for computers."""

from actions.schema import AskUser, Click, Hover, Infeasible, OpenApp, PressKeys, Scroll, TypeText, Wait
from tests.agent.families.replies.recorded import CLICK, NOWHERE, Recorded, called

_QWEN = "QwenLM/Qwen3-VL, cookbooks/computer_use.ipynb"
_QWEN_OSWORLD = "xlang-ai/OSWorld, mm_agents/qwen3vl_agent.py"
_XML = "the chat template of Qwen3.5 (function and parameter tags)"
_OWL = "X-PLUG/MobileAgent, Mobile-Agent-v3.5/computer_use/run_gui_owl_1_5_for_pc.py"
_EVO = "meituan/EvoCUA, mm_agents/evocua/evocua_agent.py"
_FARA = "microsoft/fara, README.md and src/fara/fara_agent.py"

QWEN = (
    Recorded(
        "qwen2.5-vl",
        called('{"action": "left_click", "coordinate": [1040, 582]}'),
        CLICK,
        ((1040, 582),),
        _QWEN,
    ),
    Recorded(
        "qwen3-vl",
        called('{"action": "left_click", "coordinate": [500, 999]}', "Action: Click the tray."),
        CLICK,
        ((500, 999),),
        _QWEN_OSWORLD,
    ),
    Recorded(
        "qwen3-vl",
        'Action: Open it.\n{"name": "computer_use", "arguments": {"action": "double_click", "coordinate": [1, 2]}}',
        Click(box_2d=NOWHERE, clicks=2),
        ((1, 2),),
        _QWEN_OSWORLD + " (a line of JSON without tags)",
    ),
    Recorded(
        "qwen3.5",
        "I look.</think>\n\n<tool_call>\n<function=computer_use>\n<parameter=action>\nright_click\n</parameter>\n"
        "<parameter=coordinate>\n[250, 750]\n</parameter>\n</function>\n</tool_call>",
        Click(box_2d=NOWHERE, button="right"),
        ((250, 750),),
        _XML,
    ),
    Recorded(
        "qwen3.5",
        "<tool_call>\n<function=computer_use>\n<parameter=action>type</parameter>\n<parameter=text>\n[1, 2]\nthree\n"
        "</parameter>\n</function>\n</tool_call>",
        TypeText(text="[1, 2]\nthree"),
        (),
        _XML,
    ),
    Recorded(
        "qwen3.5",
        "<tool_call>\n<function=computer_use>\n<parameter=action>key</parameter>\n"
        '<parameter=keys>["ctrl", "s"]</parameter>\n</function>\n</tool_call>',
        PressKeys(keys=("ctrl", "s")),
        (),
        _XML,
    ),
    Recorded(
        "qwen3.5", called('{"action": "mouse_move", "coordinate": [3, 4]}'), Hover(box_2d=NOWHERE), ((3, 4),), _XML
    ),
    Recorded(
        "gui-owl-1.5",
        "Action: Click OK.\n<tool_call>\n{'name': 'computer_use', 'arguments': {'action': 'click', "
        "'coordinate': [1000, 400]}}\n</tool_call>",
        CLICK,
        ((1000, 400),),
        _OWL,
    ),
    Recorded(
        "gui-owl-1.5",
        called('{"action": "key", "keys": ["keys=[ctrl", "c\']"]}'),
        PressKeys(keys=("ctrl", "c")),
        (),
        _OWL + ", press_key",
    ),
    Recorded(
        "gui-owl-1.5",
        called('{"action": "type", "text": "42", "clear": 1, "enter": 1}'),
        TypeText(text="42", override=True, press_enter=True),
        (),
        "xlang-ai/OSWorld, mm_agents/owl15_agent.py",
    ),
    Recorded(
        "gui-owl-1.5",
        called('{"action": "right click", "coordinate": [1, 1]}'),
        Click(box_2d=NOWHERE, button="right"),
        ((1, 1),),
        _OWL,
    ),
    Recorded(
        "gui-owl-1.5",
        called('{"action": "interact", "text": "Log in, please."}'),
        AskUser(text="Log in, please."),
        (),
        _OWL,
    ),
    Recorded("gui-owl-1.5", called('{"action": "open app", "app_name": "Files"}'), OpenApp(app_name="Files"), (), _OWL),
    Recorded(
        "evocua",
        called('{"action": "triple_click", "coordinate": [333, 666]}', "Action: Select the line."),
        Click(box_2d=NOWHERE, clicks=3),
        ((333, 666),),
        _EVO,
    ),
    Recorded("evocua", called('{"action": "terminate", "status": "failure"}'), Infeasible(), (), _EVO),
    Recorded("evocua", called('{"action": "scroll", "pixels": -5}'), Scroll(direction="down", notches=5), (), _EVO),
    Recorded(
        "fara",
        "To begin locating the closest GameStop store, I will click on the 'Trade-In' button."
        + called('{"action": "left_click", "coordinate": [1074, 37]}'),
        CLICK,
        ((1074, 37),),
        _FARA,
    ),
    Recorded(
        "fara",
        called(
            '{"action": "input_text", "text_value": "90028", "coordinate": [5, 6], "press_enter": true, '
            '"delete_existing_text": true}'
        ),
        TypeText(text="90028", box_2d=NOWHERE, override=True, press_enter=True),
        ((5, 6),),
        _FARA,
    ),
    Recorded("fara", called('{"action": "history_back"}'), PressKeys(keys=("alt", "left")), (), _FARA),
    Recorded("fara", called('{"action": "sleep", "duration": 3.0}'), Wait(seconds=3), (), _FARA),
)
