"""GLM's families, and those that were taught its notation: calls in a box, or an action in JSON."""

from actions.schema import Done, Drag, Scroll, TypeText
from tests.agent.families.replies.recorded import CLICK, NOWHERE, Recorded

_GLM_41 = "zai-org/GLM-V, examples/gui-agent/glm-41v/agent.md"
_GLM_45 = "zai-org/GLM-V, examples/gui-agent/glm-45v/gui_agent_45v.py"

GLM = (
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
        Drag(box_2d=NOWHERE, to_box_2d=NOWHERE),
        ((10, 20), (999, 700)),
        _GLM_45,
    ),
    Recorded(
        "scale-cua",
        "Scroll.</think>It is below. scroll(start_box='[433,512]', direction='down', step=5, element_info='')\n"
        "Memory:\n[]",
        Scroll(direction="down", box_2d=NOWHERE),
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
)
