"""Qwen's calls: written, read back in pixels of any size, refused with a sentence, held to their grammar."""

import json
import random
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llguidance import LLMatcher, LLTokenizer, grammar_from

from actions.dialects.qwen import QWEN, QwenDialect
from actions.dialects.qwen.forms import CALLS
from actions.errors import UnreadableReplyError
from actions.schema import (
    Action,
    Answer,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tests.actions.strategies import actions, points, texts

FULL_HD = QwenDialect(1932, 1092)


def call(**arguments: Any) -> str:
    return f"<tool_call>\n{json.dumps({'name': 'computer_use', 'arguments': arguments})}\n</tool_call>"


def at(x: float, y: float) -> Box:
    """Return the point at these pixels of a full-HD screen as the model sees it."""
    return Box.at(x / 1932 * 1000, y / 1092 * 1000)


@pytest.mark.parametrize(
    ("arguments", "action"),
    [
        ({"action": "left_click", "coordinate": [1040, 582]}, Click(box_2d=at(1040, 582))),
        ({"action": "double_click", "coordinate": [1931, 0]}, Click(box_2d=at(1931, 0), clicks=2)),
        ({"action": "right_click", "coordinate": [3.5, 4]}, Click(box_2d=at(3.5, 4), button="right")),
        ({"action": "left_click", "coordinate": [10, 20, 30, 40]}, Click(box_2d=Box(*at(10, 20)[:2], *at(30, 40)[:2]))),
        ({"action": "mouse_move", "coordinate": [7, 8]}, Hover(box_2d=at(7, 8))),
        (
            {"action": "left_click_drag", "start_coordinate": [1, 2], "coordinate": [3, 4]},
            Drag(box_2d=at(1, 2), to_box_2d=at(3, 4)),
        ),
        ({"action": "type", "text": "你好\n"}, TypeText(text="你好\n")),
        ({"action": "key", "keys": ["ctrl", "C"]}, PressKeys(keys=("ctrl", "c"))),
        ({"action": "key", "keys": "ctrl+shift++"}, PressKeys(keys=("ctrl", "shift", "+"))),
        ({"action": "scroll", "pixels": -500}, Scroll(direction="down", notches=5)),
        ({"action": "scroll", "pixels": 3, "coordinate": [0, 0]}, Scroll(direction="up", notches=3, box_2d=at(0, 0))),
        ({"action": "scroll", "pixels": -60}, Scroll(direction="down", notches=1)),
        ({"action": "scroll", "pixels": -1e99}, Scroll(direction="down", notches=50)),
        ({"action": "hscroll", "pixels": 200}, Scroll(direction="right", notches=2)),
        ({"action": "hscroll", "pixels": -200}, Scroll(direction="left", notches=2)),
        ({"action": "wait", "time": 3}, Wait(seconds=3)),
        ({"action": "answer", "text": "42"}, Answer(text="42")),
        ({"action": "terminate", "status": "success"}, Done()),
        ({"action": "terminate", "status": "failure"}, Infeasible()),
    ],
)
def test_the_calls_of_its_cookbook_are_read(arguments: dict[str, Any], action: Action) -> None:
    assert FULL_HD.read(call(**arguments)).action == action


CLICK = {"action": "left_click", "coordinate": [500, 250]}


@pytest.mark.parametrize(
    "answer",
    [
        call(**CLICK),
        call(**CLICK).removesuffix("\n</tool_call>"),
        call(**CLICK).replace("\n", ""),
        str({"name": "computer_use", "arguments": CLICK}),
        json.dumps(CLICK),
        f"```json\n{json.dumps(CLICK)}\n```",
        f"{call(**CLICK)}<|im_end|>",
        f"{call(**CLICK)}\n{call(**CLICK)}",
        f"I might {call(action='answer', text='no')}</think>{call(**CLICK)}",
    ],
)
def test_variants_are_the_same_call(answer: str) -> None:
    assert QWEN.read(answer).action == Click(box_2d=Box.at(500, 250))


def test_what_stands_before_the_call_is_its_reason() -> None:
    parsed = QWEN.read("The button is there.\n" + call(**CLICK))
    assert (parsed.reason, parsed.memory) == ("The button is there.", "")


def test_a_typed_call_is_text() -> None:
    text = call(action="terminate", status="success")
    assert QWEN.read(call(action="type", text=text)).action == TypeText(text=text)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("", "holds no call"),
        ("Click on OK.", "holds no call"),
        (call(action="screenshot"), "no action “screenshot”"),
        (call(coordinate=[1, 2]), "no action “”"),
        (call(action="left_click"), "left_click needs coordinate"),
        (call(action="left_click", coordinate=[1933, 5]), r"\[1933, 5\] lies outside the screen of 1932x1092"),
        (call(action="left_click", coordinate=[-1, 5]), "lies outside"),
        (call(action="left_click", coordinate="here"), r"is \[x, y\]"),
        (call(action="left_click", coordinate=[1]), r"is \[x, y\]"),
        (call(action="left_click", coordinate=[1, 2], speed=3), "takes no speed"),
        (call(action="scroll"), "scroll needs pixels above 0 or pixels below 0"),
        (call(action="scroll", pixels=0), "scroll needs"),
        (call(action="terminate"), "terminate needs status success or status failure"),
        (call(action="key", keys=["hyper"]), "key: keys: there is no key named “hyper”"),
        (call(action="wait", time=999), "wait: time: "),
        (call(action="type", text="cut")[:-20], "breaks off|no end|cannot be read"),
        (call(action="left_click", coordinate=[1, 2])[:-15] + ', "coordinate": [3, 4]}}', "more than one coordinate"),
        ("<function=computer_use><parameter=action>wait<parameter=action>type</function>", "more than one action"),
        (call(action="wait", time=1) + call(action="wait", time=2), "two different calls"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(answer: str, sentence: str) -> None:
    with pytest.raises(UnreadableReplyError, match=sentence):
        FULL_HD.read(answer)


PIECES = st.one_of(
    st.sampled_from(
        ['{"action": "', '"arguments": {', "<tool_call>", "</tool_call>", '"coordinate": [', "-1e999", "}"]
    ),
    st.sampled_from([f'{{"action": "{known.name}", ' for known in CALLS]),
    texts(),
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_no_text_raises_anything_else(text: str) -> None:
    with suppress(UnreadableReplyError):
        QWEN.read(text)


@given(actions(points()))
def test_what_is_written_is_read_back_to_the_pixel(action: Action) -> None:
    read = FULL_HD.read("Because.\n" + FULL_HD.trigger + FULL_HD.write(action)).action
    for field, value in action:
        if isinstance(value, Box):
            assert getattr(read, field) == pytest.approx(value, abs=1)
        else:
            assert getattr(read, field) == value


def test_the_prompt_names_the_screen_and_every_call() -> None:
    listed = FULL_HD.action_list()
    function = json.loads(listed.split("<tools>\n")[1].split("\n</tools>")[0])["function"]
    assert "1932x1092" in function["description"]
    assert set(function["parameters"]["properties"]["action"]["enum"]) == {known.name for known in CALLS}
    assert {a.name for known in CALLS for a in known.form.arguments} < set(function["parameters"]["properties"])


TOKENS = LLTokenizer("byte")


def matcher(dialect: QwenDialect, max_text: int = 30) -> LLMatcher:
    return LLMatcher(TOKENS, grammar_from("grammar", dialect.grammar(max_text=max_text)), log_level=0)


def holds(dialect: QwenDialect, text: str) -> bool:
    held = matcher(dialect)
    return bool(held.consume_tokens(TOKENS.tokenize_str(text)) and held.is_accepting())


@pytest.mark.parametrize(
    "action",
    [
        Click(box_2d=at(1931, 1091), modifiers=("ctrl",)),
        TypeText(text='It\'s "fine"\n你好\\', override=True, box_2d=at(0, 0)),
        Scroll(direction="down", notches=50),
        Scroll(direction="up", notches=5),
        PressKeys(keys=("ctrl", '"')),
        Infeasible(reason="no"),
        Done(),
    ],
)
def test_the_grammar_holds_what_is_written(action: Action) -> None:
    assert holds(FULL_HD, FULL_HD.write(action))


@pytest.mark.parametrize(
    "text",
    [
        FULL_HD.write(Click(box_2d=at(5, 5))).replace("[5, 5]", "[1932, 5]"),
        FULL_HD.write(Done()) + "more",
        FULL_HD.write(Done()).replace("success", "perhaps"),
        FULL_HD.write(TypeText(text="x" * 31)),
    ],
)
def test_the_grammar_holds_nothing_else(text: str) -> None:
    assert not holds(FULL_HD, text)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_the_grammar_lets_through_is_read(seed: int) -> None:
    chance, held, written = random.Random(seed), matcher(FULL_HD), bytearray()
    while not held.is_stopped():
        mask = held.compute_logit_bias()
        byte = chance.choice([token for token, allowed in enumerate(mask) if allowed])
        held.consume_token(byte)
        if byte < 256:
            written.append(byte)
    FULL_HD.read(written.decode())
