"""One action of every kind, as a model could write it in either dialect."""

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
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

_HERE, _THERE = Box.at(1, 20), Box.at(300, 999)

SAMPLES: tuple[Action, ...] = (
    Click(box_2d=_HERE),
    Click(box_2d=_HERE, button="right", clicks=2, modifiers=("ctrl", "shift")),
    LongPress(box_2d=_HERE, seconds=3),
    Hover(box_2d=_HERE),
    Drag(box_2d=_HERE, to_box_2d=_THERE, modifiers=("alt",)),
    TypeText(text='It\'s "fine" at C:\\\n\t你好 😀</b>'),
    TypeText(text="", box_2d=_HERE, override=True, press_enter=True),
    PressKeys(keys=("ctrl", "+")),
    PressKeys(keys=("'", '"', "\\", "f12")),
    Scroll(direction="down"),
    Scroll(direction="left", notches=50, box_2d=_HERE),
    Wait(),
    Wait(seconds=5),
    OpenApp(app_name="Text Editor"),
    Answer(text="42"),
    AskUser(text="Which one?"),
    Done(),
    Infeasible(),
    Infeasible(reason="There is no such file."),
)
