"""What a model can write under a dialect's grammar: random walks through it all end in a valid action."""

import random

import pytest
from llguidance import LLMatcher, LLTokenizer, TokenizerWrapper

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.glm_pc import GLM_PC
from actions.dialects.glm_web import GLM_WEB
from actions.dialects.parser import read_answer
from actions.schema import Action, Box, Click, PressKeys, TypeText
from tests.actions.dialects.samples import SAMPLES

END = 256
DIALECTS = pytest.mark.parametrize("dialect", [GLM_JSON, GLM_PC, GLM_WEB], ids=lambda dialect: dialect.name)


class Bytes:
    """A tokenizer whose tokens are the bytes."""

    eos_token_id = END
    bos_token_id = None
    special_token_ids = (END,)
    tokens = (*(bytes([byte]) for byte in range(256)), b"<end>")

    def __call__(self, text: bytes | str) -> list[int]:
        return list(text.encode() if isinstance(text, str) else text)


@pytest.fixture(scope="module")
def tokenizer() -> LLTokenizer:
    return LLTokenizer(TokenizerWrapper(Bytes()), n_vocab=257)


def matcher_of(tokenizer: LLTokenizer, dialect: Dialect, max_text: int) -> LLMatcher:
    matcher = LLMatcher(tokenizer, dialect.grammar(max_text=max_text))
    assert not matcher.is_error(), matcher.get_error()
    return matcher


def walk(matcher: LLMatcher, choose: random.Random) -> str:
    """Write one allowed byte after the other, chosen at random, to the end."""
    matcher.reset()
    written = bytearray()
    while not matcher.is_stopped():
        allowed = [token for token, bias in enumerate(matcher.compute_logit_bias()) if bias]
        token = choose.choice(allowed)
        assert matcher.consume_token(token)
        written += bytes([token]) if token != END else b""
    return written.decode()


def accepts(matcher: LLMatcher, text: str) -> bool:
    matcher.reset()
    return bool(matcher.try_consume_tokens(list(text.encode())) == len(text.encode()) and matcher.is_accepting())


def after_trigger(dialect: Dialect, action: Action) -> str:
    return dialect.write(action) + ("\nMemory:\n[]" if dialect in (GLM_PC, GLM_WEB) else "")


@DIALECTS
def test_every_walk_ends_in_a_valid_action(tokenizer: LLTokenizer, dialect: Dialect) -> None:
    matcher, choose = matcher_of(tokenizer, dialect, max_text=20), random.Random(7)
    actions: list[Action] = []
    for _ in range(150):
        answer = f"I do it.\n{dialect.trigger}{walk(matcher, choose)}"
        actions.append(read_answer(answer).action)
    assert len({type(action) for action in actions}) == 13


@DIALECTS
@pytest.mark.parametrize("action", SAMPLES, ids=lambda action: action.action_type)
def test_the_grammar_holds_what_the_dialect_writes(tokenizer: LLTokenizer, dialect: Dialect, action: Action) -> None:
    matcher = matcher_of(tokenizer, dialect, max_text=100)
    for before, after in ((" ", ""), ("", "</answer>")):
        assert accepts(matcher, f"{before}{after_trigger(dialect, action)}{after}")


@DIALECTS
@pytest.mark.parametrize(
    "action",
    [
        Click(box_2d=Box(1000, 5, 1000, 5)),
        TypeText(text="x" * 101),
        PressKeys(keys=("ß",)),
    ],
)
def test_the_grammar_holds_no_more(tokenizer: LLTokenizer, dialect: Dialect, action: Action) -> None:
    assert not accepts(matcher_of(tokenizer, dialect, max_text=100), after_trigger(dialect, action))


@pytest.mark.parametrize(
    "text",
    [
        '  {"action_type": "wait"}',
        '{"action_type":"wait"}',
        '{"action_type": "wait"} ',
        '{"action_type": "wait", "seconds": 61}',
        '{"action_type": "click"}',
        '{"action_type": "click", "box_2d": [[1,2,3,4]], "clicks": 4}',
        '{"action_type": "press_keys", "keys": []}',
        '{"action_type": "input_text", "text": "a\nb"}',
        '{"action_type": "input_text", "text": "\\ud800"}',
        '{"action_type": "wait"}{"action_type": "wait"}',
    ],
)
def test_other_spacing_and_values_out_of_bounds_cannot_be_written(tokenizer: LLTokenizer, text: str) -> None:
    assert not accepts(matcher_of(tokenizer, GLM_JSON, max_text=100), text)


def test_a_call_is_followed_by_a_list_of_what_to_remember(tokenizer: LLTokenizer) -> None:
    matcher = matcher_of(tokenizer, GLM_PC, max_text=100)
    answer = ' WAIT()\nMemory:\n[{"code": "42", "name": "李雷"}, {"page": "2"}]'
    assert accepts(matcher, answer)
    assert read_answer(f"Action:{answer}").memory == '[{"code": "42", "name": "李雷"}, {"page": "2"}]'
    assert not accepts(matcher, " WAIT()")
    assert not accepts(matcher, " WAIT()\nMemory:\n[42]")


@DIALECTS
def test_the_slices_fit_beside_the_general_ones(tokenizer: LLTokenizer, dialect: Dialect) -> None:
    sliced = tokenizer.with_slices([*LLTokenizer.general_slices(), *dialect.slices])
    assert accepts(matcher_of(sliced, dialect, max_text=100), after_trigger(dialect, TypeText(text="It's fine")))
