"""Replies of each family, as its own repository shows, tests or documents them, and what its own code makes of them.

`at` are the numbers that the reply names for its places, in order; where on a screen those lie is the test's
arithmetic, which follows the family's own code and not ours.
"""

from dataclasses import dataclass

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
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

_NOWHERE = Box(0, 0, 0, 0)
CLICK = Click(box_2d=_NOWHERE)


@dataclass(frozen=True)
class Recorded:
    """One reply: what it means, its places as the model wrote them, and where the reply stands."""

    family: str
    reply: str
    action: Action
    at: tuple[tuple[float, float], ...] = ()
    source: str = ""


def _call(arguments: str, said: str = "", name: str = "computer_use") -> str:
    return f'{said}\n<tool_call>\n{{"name": "{name}", "arguments": {arguments}}}\n</tool_call>'


_GLM_41 = "zai-org/GLM-V, examples/gui-agent/glm-41v/agent.md"
_GLM_45 = "zai-org/GLM-V, examples/gui-agent/glm-45v/gui_agent_45v.py"
_QWEN = "QwenLM/Qwen3-VL, cookbooks/computer_use.ipynb"
_QWEN_OSWORLD = "xlang-ai/OSWorld, mm_agents/qwen3vl_agent.py"
_XML = "the chat template of Qwen3.5 (function and parameter tags)"
_OWL = "X-PLUG/MobileAgent, Mobile-Agent-v3.5/computer_use/run_gui_owl_1_5_for_pc.py"
_EVO = "meituan/EvoCUA, mm_agents/evocua/evocua_agent.py"
_FARA = "microsoft/fara, README.md and src/fara/fara_agent.py"
_VENUS = "inclusionAI/UI-Venus, models/computer/computer_example.py"
_VENUS_15 = "inclusionAI/UI-Venus, models/navigation/utils.py (1.5)"
_TARS = "bytedance/UI-TARS, codes/tests/action_parser_test.py"
_TARS_PLACES = "bytedance/UI-TARS, README_coordinates.md"
_TARS_TRAINED = "bytedance/UI-TARS, data/training_example.json"
_TARS_PROMPT = "bytedance/UI-TARS, codes/ui_tars/prompt.py"
_CUA = "xlang-ai/OpenCUA, evaluation/agentnetbench/sample_data"
_CUA_OSWORLD = "xlang-ai/OSWorld, mm_agents/opencua/prompts.py"
_MAI = "Tongyi-MAI/MAI-UI, src/prompt.py and tests/test_mai_navigation_agent.py"
_MAI_PLACE = "Tongyi-MAI/MAI-UI, src/mai_grounding_agent.py"

REPLIES = (
    Recorded(
        "glm-4.1v",
        "Look at the list.</think><answer>Memory: None\nReason: The first recipe.\nAction: <|begin_of_box|>"
        '{"action_type": "click", "box_2d": [[480,300,520,340]]}<|end_of_box|></answer>',
        CLICK,
        ((500, 320),),
        _GLM_41,
    ),
    Recorded(
        "glm-4.1v",
        "<think>x</think><answer>I click it.\n<|begin_of_box|>left_click(start_box='[500,320]', element_info='OK')"
        "<|end_of_box|>\nMemory:\n[]</answer>",
        CLICK,
        ((500, 320),),
        _GLM_41,
    ),
    Recorded(
        "glm-4.6v-flash",
        "<think>x</think>I type it. <|begin_of_box|>type(content='password')<|end_of_box|>\nMemory:\n[]",
        TypeText(text="password"),
        (),
        _GLM_45,
    ),
    Recorded(
        "glm-4.6v-flash",
        "<think>x</think>The button. left_drag(start_box='[10,20]', end_box='[999,700]', element_info='')\nMemory:\n[]",
        Drag(box_2d=_NOWHERE, to_box_2d=_NOWHERE),
        ((10, 20), (999, 700)),
        _GLM_45,
    ),
    Recorded(
        "scale-cua",
        "Scroll.</think>It is below. scroll(start_box='[433,512]', direction='down', step=5, element_info='')\n"
        "Memory:\n[]",
        Scroll(direction="down", box_2d=_NOWHERE),
        ((433, 512),),
        _GLM_45 + ", the notation that its base was taught",
    ),
    Recorded(
        "glm-4.5v",
        "<think>x</think>Memory: None\nReason: done\nAction: "
        '<|begin_of_box|>{"action_type": "status", "goal_status": "complete"}<|end_of_box|>',
        Done(),
        (),
        _GLM_45,
    ),
    Recorded(
        "qwen2.5-vl",
        _call('{"action": "left_click", "coordinate": [1040, 582]}'),
        CLICK,
        ((1040, 582),),
        _QWEN,
    ),
    Recorded(
        "qwen3-vl",
        _call('{"action": "left_click", "coordinate": [500, 999]}', "Action: Click the tray."),
        CLICK,
        ((500, 999),),
        _QWEN_OSWORLD,
    ),
    Recorded(
        "qwen3-vl",
        'Action: Open it.\n{"name": "computer_use", "arguments": {"action": "double_click", "coordinate": [1, 2]}}',
        Click(box_2d=_NOWHERE, clicks=2),
        ((1, 2),),
        _QWEN_OSWORLD + " (a line of JSON without tags)",
    ),
    Recorded(
        "qwen3.5",
        "I look.</think>\n\n<tool_call>\n<function=computer_use>\n<parameter=action>\nright_click\n</parameter>\n"
        "<parameter=coordinate>\n[250, 750]\n</parameter>\n</function>\n</tool_call>",
        Click(box_2d=_NOWHERE, button="right"),
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
        "qwen3.5", _call('{"action": "mouse_move", "coordinate": [3, 4]}'), Hover(box_2d=_NOWHERE), ((3, 4),), _XML
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
        _call('{"action": "key", "keys": ["keys=[ctrl", "c\']"]}'),
        PressKeys(keys=("ctrl", "c")),
        (),
        _OWL + ", press_key",
    ),
    Recorded(
        "gui-owl-1.5",
        _call('{"action": "type", "text": "42", "clear": 1, "enter": 1}'),
        TypeText(text="42", override=True, press_enter=True),
        (),
        "xlang-ai/OSWorld, mm_agents/owl15_agent.py",
    ),
    Recorded(
        "gui-owl-1.5",
        _call('{"action": "right click", "coordinate": [1, 1]}'),
        Click(box_2d=_NOWHERE, button="right"),
        ((1, 1),),
        _OWL,
    ),
    Recorded(
        "gui-owl-1.5",
        _call('{"action": "interact", "text": "Log in, please."}'),
        AskUser(text="Log in, please."),
        (),
        _OWL,
    ),
    Recorded("gui-owl-1.5", _call('{"action": "open app", "app_name": "Files"}'), OpenApp(app_name="Files"), (), _OWL),
    Recorded(
        "evocua",
        _call('{"action": "triple_click", "coordinate": [333, 666]}', "Action: Select the line."),
        Click(box_2d=_NOWHERE, clicks=3),
        ((333, 666),),
        _EVO,
    ),
    Recorded("evocua", _call('{"action": "terminate", "status": "failure"}'), Infeasible(), (), _EVO),
    Recorded("evocua", _call('{"action": "scroll", "pixels": -5}'), Scroll(direction="down", notches=5), (), _EVO),
    Recorded(
        "fara",
        "To begin locating the closest GameStop store, I will click on the 'Trade-In' button."
        + _call('{"action": "left_click", "coordinate": [1074, 37]}'),
        CLICK,
        ((1074, 37),),
        _FARA,
    ),
    Recorded(
        "fara",
        _call(
            '{"action": "input_text", "text_value": "90028", "coordinate": [5, 6], "press_enter": true, '
            '"delete_existing_text": true}'
        ),
        TypeText(text="90028", box_2d=_NOWHERE, override=True, press_enter=True),
        ((5, 6),),
        _FARA,
    ),
    Recorded("fara", _call('{"action": "history_back"}'), PressKeys(keys=("alt", "left")), (), _FARA),
    Recorded("fara", _call('{"action": "sleep", "duration": 3.0}'), Wait(seconds=3), (), _FARA),
    Recorded(
        "ui-venus-2",
        "planning the click\n</think>\n\n<action>Click(box=(79, 403))</action>",
        CLICK,
        ((79, 403),),
        _VENUS,
    ),
    Recorded(
        "ui-venus-2",
        "<think>press save</think>\n<action>Hotkey(keys=['ctrl', 's'])</action>",
        PressKeys(keys=("ctrl", "s")),
        (),
        _VENUS,
    ),
    Recorded(
        "ui-venus-2",
        "<think>t</think><action>Sequence(actions=[TripleClick(box=(10, 20)), Type(content='query\\n')])</action>",
        TypeText(text="query\n", box_2d=_NOWHERE, override=True),
        ((10, 20),),
        _VENUS,
    ),
    Recorded(
        "ui-venus-2",
        "<think>t</think><action>Sequence(actions=[KeyDown(keys=['shift']), Click(box=(999, 999)), "
        "KeyUp(keys=['shift'])])</action>",
        Click(box_2d=_NOWHERE, modifiers=("shift",)),
        ((999, 999),),
        _VENUS,
    ),
    Recorded(
        "ui-venus-2",
        "<action>Drag(end=(300, 400), start=(1, 2))</action>",
        Drag(box_2d=_NOWHERE, to_box_2d=_NOWHERE),
        ((1, 2), (300, 400)),
        _VENUS,
    ),
    Recorded("ui-venus-2", "<action>Swipe(amount=-5, axis='vertical')</action>", Scroll(direction="down"), (), _VENUS),
    Recorded(
        "ui-venus-2",
        "<action>Hotkey(keys=['down'], repeat=1)</action>",
        PressKeys(keys=("down",)),
        (),
        _VENUS,
    ),
    Recorded("ui-venus-2", "Finished(content='')", Done(), (), _VENUS),
    Recorded("ui-venus-2", "<action>Finished(content='It is 42.')</action>", Answer(text="It is 42."), (), _VENUS),
    Recorded("ui-venus-2", "<action>CallUser(content='Which?')</action>", AskUser(text="Which?"), (), _VENUS),
    Recorded(
        "ui-venus-2",
        "<think>t</think>\n<action>Scroll(direction='down')</action>\n<conclusion>I scrolled.</conclusion>",
        Scroll(direction="down"),
        (),
        _VENUS_15,
    ),
    Recorded(
        "ui-venus-2",
        "<action>DoubleClick(point=(7,8))</action>",
        Click(box_2d=_NOWHERE, clicks=2),
        ((7, 8),),
        _VENUS_15,
    ),
    Recorded("ui-tars-1.5", "Thought: xxx\nAction: click(start_box='(197,525)')", CLICK, ((197, 525),), _TARS_PLACES),
    Recorded(
        "ui-tars-1.5",
        "Thought: test\nAction: click(point='<point>200 300</point>')",
        CLICK,
        ((200, 300),),
        _TARS,
    ),
    Recorded(
        "ui-tars-1.5",
        "Action: click(start_box='<|box_start|>(293,218)<|box_end|>')",
        CLICK,
        ((293, 218),),
        _TARS_TRAINED,
    ),
    Recorded(
        "ui-tars-1.5",
        "Reflection: No.\nAction_Summary: Drag it.\nAction: drag(start_point='<point>1 2</point>', "
        "end_point='<point>30 40</point>')",
        Drag(box_2d=_NOWHERE, to_box_2d=_NOWHERE),
        ((1, 2), (30, 40)),
        _TARS_PROMPT,
    ),
    Recorded(
        "ui-tars-1.5", "Thought: a\nAction: hotkey(key='ctrl c')", PressKeys(keys=("ctrl", "c")), (), _TARS_PROMPT
    ),
    Recorded("ui-tars-1.5", "Thought: a\nAction: hotkey(key='arrowleft')", PressKeys(keys=("left",)), (), _TARS_PROMPT),
    Recorded(
        "ui-tars-1.5",
        "Thought: a\nAction: type(content='It's fine\\n')",
        TypeText(text="It's fine\n"),
        (),
        _TARS_PROMPT,
    ),
    Recorded(
        "ui-tars-1.5",
        "Thought: a\nAction: scroll(point='<point>9 9</point>', direction='down')",
        Scroll(direction="down", box_2d=_NOWHERE),
        ((9, 9),),
        _TARS_PROMPT,
    ),
    Recorded("ui-tars-1.5", "Thought: a\nAction: wait()", Wait(seconds=5), (), _TARS_PROMPT),
    Recorded("ui-tars-1.5", "Thought: a\nAction: finished(content='xxx')", Answer(text="xxx"), (), _TARS_PROMPT),
    Recorded("ui-tars-1.5", "Thought: a\nAction: finished()", Done(), (), _TARS_PROMPT),
    Recorded(
        "ui-tars",
        "Thought: test\nAction: click(start_box='<|box_start|>(495,30)<|box_end|>')",
        CLICK,
        ((495, 30),),
        _TARS_TRAINED,
    ),
    Recorded(
        "opencua",
        "# Step 1:\n## Thought:\nThe field.\n## Action:\nClick the field.\n## Code:\n```python\n"
        "pyautogui.click(x=123, y=456)\n```",
        CLICK,
        ((123, 456),),
        _CUA_OSWORLD,
    ),
    Recorded(
        "opencua",
        "## Action:\nSelect it.\n\n```python\npyautogui.moveTo(x=0.1613, y=0.4238)\n"
        "pyautogui.dragTo(x=0.3118, y=0.5561, button='left')\n```",
        Drag(box_2d=_NOWHERE, to_box_2d=_NOWHERE),
        ((0.1613, 0.4238), (0.3118, 0.5561)),
        _CUA,
    ),
    Recorded(
        "opencua", "```python\npyautogui.hotkey(keys=['ctrl', 'F'])\n```", PressKeys(keys=("ctrl", "f")), (), _CUA
    ),
    Recorded("opencua", "```python\npyautogui.press(keys=['enter'])\n```", PressKeys(keys=("enter",)), (), _CUA),
    Recorded("opencua", "```python\npyautogui.scroll(-3)\n```", Scroll(direction="down", notches=3), (), _CUA),
    Recorded(
        "opencua",
        '```python\npyautogui.write(message="help me polish this: \'")\n```',
        TypeText(text="help me polish this: '"),
        (),
        _CUA,
    ),
    Recorded(
        "opencua",
        "```code\ncomputer.triple_click(x=5, y=6)\n```",
        Click(box_2d=_NOWHERE, clicks=3),
        ((5, 6),),
        _CUA_OSWORLD,
    ),
    Recorded("opencua", "```code\ncomputer.wait()\n```", Wait(seconds=20), (), _CUA_OSWORLD),
    Recorded("opencua", "```code\ncomputer.terminate(status='success')\n```", Done(), (), _CUA),
    Recorded("opencua", '```code\ncomputer.terminate(status="failure")\n```', Infeasible(), (), _CUA_OSWORLD),
    Recorded(
        "opencua",
        "```code\ncomputer.terminate(status=\"success\", answer='''text''')\n```",
        Answer(text="text"),
        (),
        _CUA_OSWORLD,
    ),
    Recorded(
        "mai-ui",
        "<thinking>\nClicking on Network settings\n</thinking>"
        + _call('{"action":"click","coordinate":[299,399]}', name="mobile_use"),
        CLICK,
        ((299, 399),),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        "Clicking on it\n</think>" + _call('{"action": "click", "coordinate": [10, 20, 30, 40]}', name="mobile_use"),
        CLICK,
        ((20, 30),),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        _call('{"action": "swipe", "direction": "up", "coordinate": [500, 500]}', name="mobile_use"),
        Scroll(direction="down", box_2d=_NOWHERE),
        ((500, 500),),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        _call('{"action": "system_button", "button": "enter"}', name="mobile_use"),
        PressKeys(keys=("enter",)),
        (),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        _call('{"action": "ask_user", "text": "What\'s your name?"}', name="mobile_use"),
        AskUser(text="What's your name?"),
        (),
        _MAI,
    ),
    Recorded("mai-ui", _call('{"action": "terminate", "status": "fail"}', name="mobile_use"), Infeasible(), (), _MAI),
    Recorded(
        "mai-ui",
        '<grounding_think>There.</grounding_think>\n<answer>{"coordinate": [640, 480]}</answer>',
        CLICK,
        ((640, 480),),
        _MAI_PLACE,
    ),
)
