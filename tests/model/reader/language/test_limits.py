"""Parts of goals that are refused before anything is done, and names that only look like them."""

import pytest

from model.reader.language.goal import read_goal
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Click, Target, Type


@pytest.mark.parametrize(
    ("goal", "part"),
    [
        ("click the right answer", "“the right answer”"),
        ("click the correct box, then press Enter", "“the correct box”"),
        ("press Enter or click OK", "“Enter or click OK”"),
        ("点击确定或者取消", "“确定或者取消”"),
        ("click OK but not Cancel", "“OK but not Cancel”"),
        ("select words similar to fire", "“words similar to fire”"),
        ("click the button that closes the window", "“the button that closes the window”"),
        ("click OK if you like", "“OK if you like”"),
        ("click any link except Home", "“any link except Home”"),
        ("点击正确的按钮", "“正确的按钮”"),
        ("点击更划算的按钮", "“更划算的按钮”"),
        ("type the total number of blocks into Sum", "“the total number of blocks”"),
        ("write a poem about autumn in the editor", "“a poem about autumn”"),
        ("输入一首关于秋天的诗", "“一首关于秋天的诗”"),
    ],
)
def test_what_cannot_be_told_is_refused_and_named(goal: str, part: str) -> None:
    with pytest.raises(InstructionError, match=part):
        read_goal(goal)


@pytest.mark.parametrize(
    "goal", ["if OK is visible, click OK", "do not click OK", "click OK for each row", "never mind"]
)
def test_conditions_negation_and_loops_are_no_instruction(goal: str) -> None:
    with pytest.raises(InstructionError):
        read_goal(f"{goal}, unless it rains")


@pytest.mark.parametrize(
    "name",
    ["Select All", "Do not disturb", "Don't Save", "the Test", "全选", "最大化", "Latest news", "Save as a copy"],
)
def test_names_that_look_like_it_are_targets(name: str) -> None:
    assert read_goal(f"click {name}") == [Click(Target(name.removeprefix("the ")))]


def test_quotation_marks_make_words_stand_for_themselves() -> None:
    all_messages = Target("All messages", quoted=True)
    assert read_goal('click "All messages", type "the end"') == [Click(all_messages), Type("the end")]
