"""UI-TARS: a thought, and a call with places as points or as boxes."""

from actions.schema import Answer, Done, Drag, PressKeys, Scroll, TypeText, Wait
from tests.agent.families.replies.recorded import CLICK, NOWHERE, Recorded

_TARS = "bytedance/UI-TARS, codes/tests/action_parser_test.py"
_TARS_PLACES = "bytedance/UI-TARS, README_coordinates.md"
_TARS_TRAINED = "bytedance/UI-TARS, data/training_example.json"
_TARS_PROMPT = "bytedance/UI-TARS, codes/ui_tars/prompt.py"

TARS = (
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
        Drag(box_2d=NOWHERE, to_box_2d=NOWHERE),
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
        Scroll(direction="down", box_2d=NOWHERE),
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
)
