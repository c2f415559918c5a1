"""The tables of sentences: what people say gives the plan that a person would expect, or a clear refusal."""

import pytest

from model.reader.language.goal import read_goal
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Instruction
from tests.model.reader.language.sentences import (
    chinese_plain,
    chinese_related,
    english_plain,
    english_related,
    kept_aside_chinese,
    kept_aside_english,
    mixed,
    refused,
)
from tests.model.reader.language.sentences.rounds import (
    applications,
    cells,
    eighth_chinese,
    eighth_english,
    fifth_chinese,
    fifth_english,
    first_chinese,
    first_english,
    fourth_chinese,
    fourth_english,
    ninth_chinese,
    ninth_english,
    second_chinese,
    second_english,
    seventh_chinese,
    seventh_english,
    sixth_chinese,
    sixth_english,
    tenth_chinese,
    tenth_english,
    third_chinese,
    third_english,
)
from tests.model.reader.language.sentences.rounds import refused as refused_beside

ROUNDS = [
    case
    for table in (
        first_english, first_chinese, second_english, second_chinese, third_english, third_chinese,
        fourth_english, fourth_chinese, fifth_english, fifth_chinese, sixth_english, sixth_chinese, seventh_english,
        seventh_chinese, eighth_english, eighth_chinese, ninth_english, ninth_chinese,
        tenth_english, tenth_chinese, applications, cells, *mixed.ROUNDS,
    )
    for case in table.CASES
]  # fmt: skip
REFUSED = [
    *refused.ENGLISH, *refused.CHINESE, *refused_beside.ENGLISH, *refused_beside.CHINESE,
    *(goal for table in mixed.ROUNDS for goal in table.REFUSED),
]  # fmt: skip
ENGLISH = [*english_plain.CASES, *english_related.CASES]
CHINESE = [*chinese_plain.CASES, *chinese_related.CASES]


@pytest.mark.parametrize(("goal", "plan"), ENGLISH)
def test_english(goal: str, plan: list[Instruction]) -> None:
    assert read_goal(goal) == plan


@pytest.mark.parametrize(("goal", "plan"), CHINESE)
def test_chinese(goal: str, plan: list[Instruction]) -> None:
    assert read_goal(goal) == plan


@pytest.mark.parametrize(("goal", "plan"), [*kept_aside_english.CASES, *kept_aside_chinese.CASES])
def test_kept_aside(goal: str, plan: list[Instruction]) -> None:
    assert read_goal(goal) == plan


@pytest.mark.parametrize(("goal", "plan"), ROUNDS)
def test_rounds(goal: str, plan: list[Instruction]) -> None:
    assert read_goal(goal) == plan


@pytest.mark.parametrize("goal", REFUSED)
def test_what_is_no_instruction_is_refused_with_a_word(goal: str) -> None:
    with pytest.raises(InstructionError, match=r"\w"):
        read_goal(goal)


def test_every_plan_says_itself() -> None:
    for _, plan in (*ENGLISH, *CHINESE, *ROUNDS):
        assert all(str(step) and "=" not in str(step) for step in plan)
