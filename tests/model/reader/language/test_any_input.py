"""No input makes the reader of goals raise anything but its own error, and none keeps it busy for long."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.reader.language.goal import read_goal
from model.reader.language.words.quotes import InstructionError
from tests.model.reader.language.sentences import chinese_related, english_related

PIECES = (
    *("click ", "the ", "in the row of ", "to ", "and ", "of ", "next to ", "until ", "if ", "for each ", "select "),
    *(
        "点击",
        "的",
        "里",
        "在",
        "把",
        "到",
        "第",
        "最",
        "如果",
        "直到",
        "、",
        "，",
        "一",
        "1",
        "٣",
        "²",
        "first ",
        "A > ",
    ),
    *('"', "'", "“", "”", '" ', " '", "\\", "\n", " ", "\x00", "\u202e", "\ufffc", "🙂", "é", "＋", "..."),
)
SENTENCES = [goal for goal, _ in (*english_related.CASES, *chinese_related.CASES)]


def survives(goal: str) -> None:
    with suppress(InstructionError):
        assert read_goal(goal)


@given(st.text())
def test_any_text(goal: str) -> None:
    survives(goal)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25))
@settings(max_examples=150)
def test_words_in_any_order(pieces: list[str]) -> None:
    survives("".join(pieces))


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=100)
def test_halves_of_sentences(first: str, second: str, end: int, start: int) -> None:
    survives(first[:end] + second[start:])


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("before", ["", "click ", "type ", "点击", "如果"])
def test_a_piece_repeated_for_ten_thousand_characters(before: str, piece: str) -> None:
    survives(before + (piece * 10_000)[:10_000])


@pytest.mark.parametrize(
    "piece",
    [
        "if a is visible, ",
        "for each row, ",
        "如果看到“好”，",
        "对每个行，",
        "in the a next to b ",
        "twice ",
        "if a is visible ",
    ],
)
def test_what_nests_is_read_or_refused(piece: str) -> None:
    survives("click x " + piece * 500)
    survives(piece * 500 + "click x")
    survives("click x " + piece * 12)


def test_a_text_of_any_length_is_typed_as_it_stands() -> None:
    text = "the first, and then “the second”. " * 300
    plan = read_goal(f'type "{text}"')
    assert getattr(plan[0], "text", "") == text


def test_what_is_too_long_to_be_an_instruction_is_refused() -> None:
    with pytest.raises(InstructionError, match="too long for one instruction"):
        read_goal("click " + "very " * 100 + "much")
