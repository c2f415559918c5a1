"""UI-Venus: calls in a tag of their own, several in a sequence."""

from actions.schema import Answer, AskUser, Click, Done, Drag, PressKeys, Scroll, TypeText
from tests.agent.families.replies.recorded import CLICK, NOWHERE, Recorded

_VENUS = "inclusionAI/UI-Venus, models/computer/computer_example.py"
_VENUS_15 = "inclusionAI/UI-Venus, models/navigation/utils.py (1.5)"

VENUS = (
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
        TypeText(text="query\n", box_2d=NOWHERE, override=True),
        ((10, 20),),
        _VENUS,
    ),
    Recorded(
        "ui-venus-2",
        "<think>t</think><action>Sequence(actions=[KeyDown(keys=['shift']), Click(box=(999, 999)), "
        "KeyUp(keys=['shift'])])</action>",
        Click(box_2d=NOWHERE, modifiers=("shift",)),
        ((999, 999),),
        _VENUS,
    ),
    Recorded(
        "ui-venus-2",
        "<action>Drag(end=(300, 400), start=(1, 2))</action>",
        Drag(box_2d=NOWHERE, to_box_2d=NOWHERE),
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
        Click(box_2d=NOWHERE, clicks=2),
        ((7, 8),),
        _VENUS_15,
    ),
)
