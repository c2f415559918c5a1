"""No quotation of a goal is lost on the way to its plan."""

import pytest

from model.reader.language.accounted import refuse_dropped
from model.reader.language.phrase import Phrase
from model.reader.language.quotes import InstructionError
from model.reader.plan import Click, CloseDialog, Drag, Instruction, Press, Target, Type


@pytest.mark.parametrize(
    ("goal", "plan"),
    [
        ("click “OK” or “Cancel”", [Click(Target("OK"))]),
        ('drag "a" to "b"', [Drag(Target("a"), Target("c"))]),
        ("点击“确定”来关闭“设置”", [Click(Target("确定"))]),
    ],
)
def test_a_quotation_that_no_instruction_speaks_of_is_refused(goal: str, plan: list[Instruction]) -> None:
    with pytest.raises(InstructionError, match="done with"):
        refuse_dropped(Phrase.read(goal), plan)


@pytest.mark.parametrize(
    ("goal", "plan"),
    [
        ("type “Abc” in capitals", [Type("ABC")]),
        ("press “Ctrl+S”", [Press(("ctrl", "s"))]),
        ('close the dialog by clicking "x"', [CloseDialog()]),
        ('drag "a" to "b"', [Drag(Target("a"), Target("b"))]),
    ],
)
def test_a_quotation_that_the_plan_says_is_accounted_for(goal: str, plan: list[Instruction]) -> None:
    refuse_dropped(Phrase.read(goal), plan)
