"""MAI-UI: calls of a tool for phones, and a form of its own for places."""

from actions.schema import AskUser, Infeasible, PressKeys, Scroll
from tests.agent.families.replies.recorded import CLICK, NOWHERE, Recorded, called

_MAI = "Tongyi-MAI/MAI-UI, src/prompt.py and tests/test_mai_navigation_agent.py"
_MAI_PLACE = "Tongyi-MAI/MAI-UI, src/mai_grounding_agent.py"

MAI = (
    Recorded(
        "mai-ui",
        "<thinking>\nClicking on Network settings\n</thinking>"
        + called('{"action":"click","coordinate":[299,399]}', name="mobile_use"),
        CLICK,
        ((299, 399),),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        "Clicking on it\n</think>" + called('{"action": "click", "coordinate": [10, 20, 30, 40]}', name="mobile_use"),
        CLICK,
        ((20, 30),),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        called('{"action": "swipe", "direction": "up", "coordinate": [500, 500]}', name="mobile_use"),
        Scroll(direction="down", box_2d=NOWHERE),
        ((500, 500),),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        called('{"action": "system_button", "button": "enter"}', name="mobile_use"),
        PressKeys(keys=("enter",)),
        (),
        _MAI,
    ),
    Recorded(
        "mai-ui",
        called('{"action": "ask_user", "text": "What\'s your name?"}', name="mobile_use"),
        AskUser(text="What's your name?"),
        (),
        _MAI,
    ),
    Recorded("mai-ui", called('{"action": "terminate", "status": "fail"}', name="mobile_use"), Infeasible(), (), _MAI),
    Recorded(
        "mai-ui",
        '<grounding_think>There.</grounding_think>\n<answer>{"coordinate": [640, 480]}</answer>',
        CLICK,
        ((640, 480),),
        _MAI_PLACE,
    ),
)
