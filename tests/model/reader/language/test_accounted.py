"""No quotation of a goal is lost on the way to its plan."""

import pytest

from model.reader.language.accounted import refuse_dropped, refuse_lost, refuse_unpicked
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Click, CloseDialog, Drag, Instruction, Press, Target, Type
from model.sight.element import Kind


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
        ("click a “radio” widget", [Click(Target(kind=Kind.RADIO))]),
        ("press “Ctrl+S”", [Press(("ctrl", "s"))]),
        ('close the dialog by clicking "x"', [CloseDialog()]),
        ('drag "a" to "b"', [Drag(Target("a"), Target("b"))]),
    ],
)
def test_a_quotation_that_the_plan_says_is_accounted_for(goal: str, plan: list[Instruction]) -> None:
    refuse_dropped(Phrase.read(goal), plan)


@pytest.mark.parametrize(
    ("said", "made", "lost"),
    [
        ("the harbour", [Press(("ctrl", "plus"))], "harbour"),
        ("the blue download link", [Click(Target(kind=Kind.LINK))], "blue"),
        ("归档下面的删除按钮", [Click(Target("删除", kind=Kind.BUTTON))], "归档"),
    ],
)
def test_a_name_in_a_slot_that_nothing_is_made_of_is_refused(said: str, made: list[Instruction], lost: str) -> None:
    with pytest.raises(InstructionError, match=f"do with “{lost}”"):
        refuse_lost(Phrase(said), made)


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("the second Save button in the list", [Click(Target("Save", ordinal=2, kind=Kind.BUTTON))]),
        ("页面上最大的按钮", [Click(Target(kind=Kind.BUTTON, most="largest"))]),
    ],
)
def test_what_describes_a_thing_need_not_be_in_the_plan_as_words(said: str, made: list[Instruction]) -> None:
    refuse_lost(Phrase(said), made)


@pytest.mark.parametrize(
    ("goal", "plan"),
    [
        ("close the leftmost tab", [Click(Target("tab"))]),
        ("点第三个按钮", [Click(Target(kind=Kind.BUTTON))]),
        ("click the red button", [Click(Target(kind=Kind.BUTTON))]),
    ],
)
def test_a_word_that_picks_one_of_several_is_not_dropped(goal: str, plan: list[Instruction]) -> None:
    with pytest.raises(InstructionError, match="What should I do with"):
        refuse_unpicked(Phrase.read(goal), plan)


def test_one_of_several_may_be_picked_or_have_the_word_in_its_name() -> None:
    refuse_unpicked(Phrase.read("click the second red button"), [Click(Target("red", ordinal=2))])
