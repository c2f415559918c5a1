from typing import Any

import pytest

from model.base import Grammar
from model.glm.prompt.vocabulary import Vocabulary
from model.glm.settings import GlmSettings
from model.glm.writing.draft import Draft, Phase
from tests.model.glm.tiny_checkpoint import STOPS, byte_tokenizer

TOKENIZER = byte_tokenizer(["Action", ":\n", "Action:"])
STOP = TOKENIZER.convert_tokens_to_ids("<|user|>")
VOCABULARY = Vocabulary(TOKENIZER, len(TOKENIZER), TOKENIZER.convert_tokens_to_ids(list(STOPS)))
GRAMMAR = Grammar("Action:", 'start: " x"')
CLOSED = "</think><answer>"


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def draft(*, grammar: Grammar | None = None, opened: bool = False, limit: int = 500, **settings: Any) -> Draft:
    clock = settings.pop("clock", Clock())
    values = GlmSettings(**{"action_tokens": 100, "thought_seconds": 30, **settings})
    return Draft(VOCABULARY, values, grammar, opened=opened, limit=limit, clock=clock)


def write(written: Draft, text: str) -> str:
    """Write a text as a model would, token by token; return what was shown."""
    return "".join(written.commit(token) for token in VOCABULARY.encode(text))


def shown(tokens: list[int]) -> str:
    return str(TOKENIZER.decode(tokens))


@pytest.mark.parametrize(
    ("text", "opened", "phase"),
    [
        ("", False, Phase.OPENING),
        ("\n<thi", False, Phase.OPENING),
        ("\n<think>hm", False, Phase.THOUGHT),
        ("hm", True, Phase.THOUGHT),
        ("hello", False, Phase.ANSWER),
        ("<think>hm</think>", False, Phase.ANSWER),
        ("hm Action: Action:</think>ok", True, Phase.ANSWER),
        ("hm</think><answer>Reason: so\nAction:", True, Phase.ACTION),
        ("Action:", False, Phase.ACTION),
    ],
)
def test_the_phase_follows_what_is_written(text: str, opened: bool, phase: Phase) -> None:
    written = draft(grammar=GRAMMAR, opened=opened)
    write(written, text)
    assert written.phase is phase


def test_without_a_grammar_there_is_no_action() -> None:
    written = draft()
    write(written, "Action: anything")
    assert written.phase is Phase.ANSWER


def test_characters_are_shown_whole() -> None:
    written = draft()
    pieces = [written.commit(token) for token in VOCABULARY.encode("é你")]
    assert pieces == ["", "é", "", "", "你"]


def test_special_tokens_are_kept_in_the_text_but_not_the_one_that_ends_it() -> None:
    written = draft()
    write(written, "<answer><|begin_of_box|>1")
    assert written.commit(STOP) == ""
    assert written.phase is Phase.ENDED
    assert written.text == "<answer><|begin_of_box|>1"


def test_a_character_that_was_cut_is_shown_as_a_mark() -> None:
    written = draft(limit=1)
    assert written.commit(VOCABULARY.encode("é")[0]) == "\ufffd"
    assert written.phase is Phase.ENDED


def test_a_thought_ends_after_its_tokens() -> None:
    written = draft(opened=True, thought_tokens=3)
    write(written, "hm")
    assert written.forced(answer_now=False) == []
    write(written, "m")
    assert shown(written.forced(answer_now=False)) == CLOSED


def test_a_thought_ends_after_its_seconds() -> None:
    clock = Clock()
    written = draft(opened=True, thought_seconds=5, clock=clock)
    clock.now = 4.9
    assert written.forced(answer_now=False) == []
    clock.now = 5.0
    assert shown(written.forced(answer_now=False)) == CLOSED


def test_a_thought_ends_when_the_user_wants_the_answer() -> None:
    written = draft(opened=True)
    assert shown(written.forced(answer_now=True)) == CLOSED
    write(written, CLOSED)
    assert written.forced(answer_now=True) == []


def test_a_reply_that_would_end_inside_its_thought_is_told_to_answer() -> None:
    written = draft(opened=True)
    write(written, "hm")
    assert shown(written.revise(STOP)) == CLOSED


def test_a_thought_leaves_room_for_the_action() -> None:
    written = draft(opened=True, grammar=GRAMMAR, limit=104, thought_tokens=500)
    write(written, "hmmm")
    assert shown(written.forced(answer_now=False)) == CLOSED


def test_an_answer_that_would_end_without_an_action_is_told_to_begin_it() -> None:
    for ending in (STOP, VOCABULARY.encode("</answer>")[0]):
        written = draft(grammar=GRAMMAR)
        write(written, "Reason: so")
        assert shown(written.revise(ending)) == "\nAction:"


def test_an_answer_that_goes_on_for_too_long_is_told_to_begin_its_action() -> None:
    written = draft(grammar=GRAMMAR, opened=True, answer_tokens=4)
    write(written, "hm</think>abc")
    assert written.forced(answer_now=False) == []
    write(written, "d")
    assert shown(written.forced(answer_now=False)) == "\nAction:"


def test_what_stands_of_the_trigger_is_not_written_twice() -> None:
    written = draft(grammar=GRAMMAR, answer_tokens=2)
    write(written, "\nAct")
    assert shown(written.forced(answer_now=False)) == "ion:"


def test_a_token_that_goes_beyond_the_trigger_is_cut_at_it() -> None:
    written = draft(grammar=GRAMMAR)
    action, colon = VOCABULARY.encode("Action"), VOCABULARY.encode(":\n")
    assert len(action) == len(colon) == 1
    written.commit(action[0])
    assert shown(written.revise(colon[0])) == ":"


def test_an_ordinary_token_is_written_as_it_is() -> None:
    written = draft(grammar=GRAMMAR, opened=True)
    assert written.revise(65) == [65]
    write(written, "hm</think>")
    assert written.revise(65) == [65]
