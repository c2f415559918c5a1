"""OpenCUA: lines of pyautogui, and of its own where pyautogui has none."""

from actions.schema import Answer, Click, Done, Drag, Infeasible, PressKeys, Scroll, TypeText, Wait
from tests.agent.families.replies.recorded import CLICK, NOWHERE, Recorded

_CUA = "xlang-ai/OpenCUA, evaluation/agentnetbench/sample_data"
_CUA_OSWORLD = "xlang-ai/OSWorld, mm_agents/opencua/prompts.py"

OPENCUA = (
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
        Drag(box_2d=NOWHERE, to_box_2d=NOWHERE),
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
        Click(box_2d=NOWHERE, clicks=3),
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
)
