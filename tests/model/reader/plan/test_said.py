"""Plans say themselves in a few English words."""

import pytest

from model.reader.plan import (
    IT,
    Check,
    Clear,
    Click,
    CloseDialog,
    Condition,
    Drag,
    Edit,
    Expand,
    ForEach,
    Highlight,
    If,
    Instruction,
    Pause,
    Press,
    Relation,
    Repeat,
    Resize,
    Scroll,
    Select,
    SetValue,
    Target,
    Tell,
    Type,
    WaitFor,
)
from model.sight.element import Kind

OK = Target("OK")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (OK, "“OK”"),
        (Target("OK", 2, kind=Kind.BUTTON), "number 2 of button “OK”"),
        (Target(kind=Kind.LINK, ordinal=-1), "the last link"),
        (Target(most="largest", colour="red", shape="circle"), "largest red circle"),
        (Target("OK", relations=(Relation("below", Target("Total")),)), "“OK” below “Total”"),
        (Target(ordinal=-1, part="word"), "the last word"),
        (IT, "it"),
        (Target(), "what is there"),
    ],
)
def test_targets(target: Target, said: str) -> None:
    assert str(target) == said


@pytest.mark.parametrize(
    ("instruction", "said"),
    [
        (Click(OK, clicks=2), "double-click “OK”"),
        (Click(OK, "right"), "right-click “OK”"),
        (Click(OK, held=("ctrl",)), "click “OK” with ctrl held"),
        (Drag(OK, by=(-10, 0)), "drag “OK” by -10, 0 pixels"),
        (Drag(OK, Target("X"), place="before"), "drag “OK” before “X”"),
        (Resize(OK, (0, 20)), "resize “OK” by 0, 20 pixels"),
        (Type("{{secret:x}}", OK), "type 12 characters into “OK”"),
        (Type("", OK, reading=Target("X")), "type what “X” reads into “OK”"),
        (Clear(), "clear the field"),
        (Highlight(OK), "select the text “OK”"),
        (Press(("ctrl", "s")), "press ctrl+s"),
        (Edit("copy", OK), "copy “OK”"),
        (Scroll("down", 3), "scroll down by 3"),
        (Scroll("down", until=OK), "scroll down until “OK” shows"),
        (Scroll("up", target=OK, to_end=True), "scroll up to the end over “OK”"),
        (Select((OK, Target("X")), Target("Y")), "select “OK”, “X” from “Y”"),
        (Select(which="none"), "select none"),
        (Check((OK,), on=False), "uncheck “OK”"),
        (Check((), within=OK), "check all boxes inside “OK”"),
        (SetValue(OK, "5"), "set “OK” to “5”"),
        (Expand(OK, open=False), "collapse “OK”"),
        (CloseDialog(), "close the dialog"),
        (WaitFor(OK, gone=True), "wait until “OK” is gone"),
        (Tell(OK, "count"), "count “OK”"),
        (Tell(OK, "is", Condition(OK, "checked")), "tell whether “OK” is checked"),
        (If(Condition(OK, holds=False), (Press(("esc",)),)), "if not: “OK” is visible: press esc"),
        (ForEach(OK, (Click(IT), Pause(2)), limit=2), "for each “OK” (the first 2): click it, wait 2 seconds"),
        (Repeat((Click(OK),), 3), "click “OK”, 3 times"),
        (Repeat((Click(OK),), 0, Condition(Target("X"))), "click “OK”, until “X” is visible"),
    ],
)
def test_instructions(instruction: Instruction, said: str) -> None:
    assert str(instruction) == said
