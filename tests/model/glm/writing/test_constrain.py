import pytest
import torch

from model.base import Grammar, ModelError
from model.glm.prompt.vocabulary import Vocabulary
from model.glm.writing.constrain import Constraint
from tests.model.glm.tiny_checkpoint import STOPS, byte_tokenizer

TOKENIZER = byte_tokenizer(["yes"])
STOP_IDS = TOKENIZER.convert_tokens_to_ids(list(STOPS))
VOCABULARY = Vocabulary(TOKENIZER, len(TOKENIZER) + 40, STOP_IDS)


def constraint(lark: str, *slices: str) -> Constraint:
    return Constraint(Grammar("Action:", lark, slices), VOCABULARY, torch.device("cpu"))


def allowed_texts(held: Constraint) -> set[str]:
    allowed = held.allowed()
    assert allowed.shape == (VOCABULARY.size,)
    return {TOKENIZER.decode([int(token)]) for token in allowed.nonzero()}


def test_only_what_the_grammar_continues_with_is_allowed() -> None:
    assert allowed_texts(constraint('start: "yes" | "no"')) == {"y", "ye", "yes", "n"}


def test_consuming_moves_on_and_the_end_is_seen() -> None:
    held = constraint('start: "yes" | "no"')
    held.consume(VOCABULARY.encode("n")[0])
    assert allowed_texts(held) == {"o"}
    assert not held.finished
    held.consume(VOCABULARY.encode("o")[0])
    assert held.finished


def test_where_the_grammar_may_end_the_stop_tokens_are_allowed() -> None:
    held = constraint('start: "a" "b"?')
    held.consume(VOCABULARY.encode("a")[0])
    assert allowed_texts(held) == {"b", *STOPS}
    held.consume(STOP_IDS[1])
    assert held.finished


def test_special_tokens_do_not_pass_for_text() -> None:
    held = constraint("start: /[^x]+/")
    assert "<|image|>" not in allowed_texts(held)


def test_slices_change_the_speed_and_nothing_else() -> None:
    lark = 'start: "\\"" /[^"]*/ "\\""'
    assert allowed_texts(constraint(lark, '[^"]{1,30}')) == allowed_texts(constraint(lark))


def test_the_end_of_an_answer_may_be_one_token() -> None:
    one_token = VOCABULARY.encode("</answer>")
    assert len(one_token) == 1
    for ending in (one_token, [VOCABULARY.encode(letter)[0] for letter in "</answer>"]):
        held = constraint('start: "a" "</answer>"?')
        for token in (*VOCABULARY.encode("a"), *ending):
            held.consume(token)
        assert held.finished


def test_what_is_forced_is_seen_beyond_what_is_guessed() -> None:
    held = constraint('start: "yes" ("," | ";") " again"')
    comma = VOCABULARY.encode(",")
    assert TOKENIZER.decode(held.forced([])) == "yes"
    assert held.forced(VOCABULARY.encode("yes")) == []
    assert TOKENIZER.decode(held.forced([*VOCABULARY.encode("yes"), *comma])) == " again"
    assert held.forced(VOCABULARY.encode("no")) == []
    assert TOKENIZER.decode(held.forced([])) == "yes"


def test_what_is_possible_is_counted() -> None:
    held = constraint('start: "yes" ","')
    assert held.possible(VOCABULARY.encode("yes,")) == 2
    assert held.possible(VOCABULARY.encode("yes!")) == 1
    assert held.possible(VOCABULARY.encode("no")) == 0
    assert not held.finished


def test_a_grammar_that_is_none_is_an_error() -> None:
    with pytest.raises(ModelError, match="grammar of actions"):
        constraint("start: unknown_rule")


def test_a_token_that_was_not_allowed_is_an_error() -> None:
    with pytest.raises(ModelError, match="grammar of actions"):
        constraint('start: "yes"').consume(VOCABULARY.encode("n")[0])
