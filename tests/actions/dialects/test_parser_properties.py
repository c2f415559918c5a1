"""Properties of reading that hold for any text and any action."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.glm_pc import GLM_PC
from actions.dialects.glm_web import GLM_WEB
from actions.dialects.parser import LONGEST_ANSWER, quoted, read_answer
from actions.errors import UnreadableReplyError
from actions.schema import Action
from tests.actions.strategies import actions, points, texts

_FRAGMENTS = (
    *("Action:", "Memory:", "Reason:", "动作：", "\n", " ", "<think>", "</think>", "<answer>", "</answer>"),
    *("{", "}", "[", "]", "(", ")", "<", ">", "'", '"', "'''", "\\", ",", "=", ":", "+", "1e999", "-5", "null", "True"),
    *("type(content='", "left_click(start_box='[1,2]')", "key(keys=", "wait(5", "DONE()", "click", "swipe"),
    *('{"action_type": "wait"}', '"action_type":', '"box_2d": [[1,2', "'goal_status': 'complete'", "\ud800"),
)


def answers() -> st.SearchStrategy[str]:
    """Any text, and texts made of what answers are made of."""
    return st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=3))).map("".join))


@given(actions())
def test_the_json_dialect_is_read_as_it_was_written(action: Action) -> None:
    assert read_answer(GLM_JSON.write(action)).action == action
    assert read_answer(f"Memory: \nReason: r\nAction: {GLM_JSON.write(action)}</answer>").action == action


@pytest.mark.parametrize("dialect", [GLM_PC, GLM_WEB], ids=lambda dialect: dialect.name)
@given(actions(points()))
def test_the_call_dialects_are_read_as_they_were_written(dialect: Dialect, action: Action) -> None:
    assert read_answer(dialect.write(action)).action == action
    assert read_answer(f"I do it.\nAction: {dialect.write(action)}\nMemory:\n[]</answer>").action == action


@given(answers())
def test_no_text_raises_anything_but_a_complaint(answer: str) -> None:
    quoted(answer)
    with suppress(UnreadableReplyError):
        read_answer(answer)


@given(answers(), actions())
def test_a_thought_never_counts(thought: str, action: Action) -> None:
    answer = f"<answer>Memory: m\nAction: {GLM_JSON.write(action)}</answer>"
    assert read_answer(f"{thought}</think>{answer}") == read_answer(answer)


@given(texts())
def test_an_answer_without_a_name_of_an_action_gives_none(text: str) -> None:
    """An action is only returned if it stands in the answer: marks and quotes alone never make one."""
    harmless = text.replace("(", " ").replace("{", " ")
    with pytest.raises(UnreadableReplyError):
        read_answer(harmless)


@pytest.mark.parametrize(
    "repeated", ['{"', "type('", "it's ", "a')  ", "[", "\\", "\n", " ", "Action: ", "<", "9", "a+", "```", "'a', b"]
)
def test_the_longest_answers_are_read_in_time(repeated: str) -> None:
    filling = (repeated * LONGEST_ANSWER)[: LONGEST_ANSWER - 40]
    started = time.perf_counter()
    for answer in (filling, f"type(content='{filling}", f"left_click(start_box='{filling}')"):
        with suppress(UnreadableReplyError):
            read_answer(answer)
    assert time.perf_counter() - started < 10
