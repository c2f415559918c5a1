"""The dialects whose coordinates count to a canvas: written, read back to the pixel, held to their grammar."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llguidance import LLMatcher, LLTokenizer, grammar_from

from actions.dialects import dialect_for
from actions.dialects.base import Dialect
from actions.errors import UnreadableReplyError
from actions.schema import Action, Box, Click, Done, Drag, Hover, PressKeys, TypeText
from tests.actions.dialects.samples import SAMPLES
from tests.actions.strategies import texts

FULL_HD = (1932, 1092)
DIALECTS = tuple(
    dialect_for(name, canvas)
    for name, canvas in (
        ("uitars", FULL_HD),
        ("venus", (999, 999)),
        ("pyautogui", FULL_HD),
        ("mai", (999, 999)),
        ("qwen", (999, 999)),
    )
)
each = pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
TOKENS = LLTokenizer("byte")
UITARS, VENUS, CODE, MAI, QWEN = DIALECTS


def after_trigger(dialect: Dialect, text: str) -> str:
    return f"{dialect.trigger}{'' if dialect.trigger.endswith(chr(10)) else ' '}{text}"


@each
@pytest.mark.parametrize("action", SAMPLES, ids=lambda action: action.action_type)
def test_what_is_written_is_read_back_to_the_pixel(dialect: Dialect, action: Action) -> None:
    read = dialect.read("Because.\n" + after_trigger(dialect, dialect.write(action))).action
    assert read.action_type == action.action_type
    for field, value in action:
        if isinstance(value, Box):
            assert getattr(read, field) == pytest.approx(value, abs=1)
        else:
            assert getattr(read, field) == value


def matcher(dialect: Dialect, max_text: int) -> LLMatcher:
    return LLMatcher(TOKENS, grammar_from("grammar", dialect.grammar(max_text=max_text)), log_level=0)


@each
@pytest.mark.parametrize("action", SAMPLES, ids=lambda action: action.action_type)
def test_the_grammar_holds_what_is_written(dialect: Dialect, action: Action) -> None:
    held = matcher(dialect, 100)
    tokens = TOKENS.tokenize_str(dialect.write(action))
    assert held.try_consume_tokens(tokens) == len(tokens)
    assert held.is_accepting()


@each
def test_no_place_beyond_the_canvas_can_be_written(dialect: Dialect) -> None:
    written = dialect.write(Click(box_2d=Box.at(500, 500)))
    number = next(n for n in ("966", "500") if n in written)
    held = matcher(dialect, 100)
    tokens = TOKENS.tokenize_str(written.replace(number, "9999"))
    assert held.try_consume_tokens(tokens) < len(tokens)


@each
@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_grammar_lets_through_is_read(dialect: Dialect, seed: int) -> None:
    chance, held, written = random.Random(seed), matcher(dialect, 20), bytearray()
    while not held.is_stopped():
        byte = chance.choice([token for token, allowed in enumerate(held.compute_logit_bias()) if allowed])
        held.consume_token(byte)
        if byte < 256:
            written.append(byte)
    dialect.read(after_trigger(dialect, written.decode().removesuffix("</answer>").removeprefix(" ")))


PIECES = st.one_of(
    st.sampled_from(
        ["Action: ", "<action>", "</action>", "```python\n", "```", "click(", "Click(box=", "(1,2)", ")", "'"]
    ),
    st.sampled_from(
        ["Sequence(actions=[", "pyautogui.", "<tool_call>", "<function=computer_use>", "<parameter=action>"]
    ),
    st.sampled_from(['{"action": "', "[" * 300]),
    texts(),
)


@each
@given(pieces=st.lists(PIECES, max_size=8).map("".join))
def test_no_text_raises_anything_else(dialect: Dialect, pieces: str) -> None:
    with suppress(UnreadableReplyError):
        dialect.read(pieces)
    dialect.quoted(pieces)
    dialect.brief(pieces, 3)


LINES = (
    *("pyautogui.click(x=5, y=6)", "pyautogui.click()", "pyautogui.keyDown('ctrl')", "pyautogui.keyUp('ctrl')"),
    *("pyautogui.mouseDown()", "pyautogui.mouseUp(1, 2)", "pyautogui.dragTo(3, 4)", "pyautogui.write('x')", "# x"),
    *("pyautogui.hotkey('ctrl', 'a')", "pyautogui.press('enter')", "pyautogui.moveTo(5, 6)", "pyautogui.hotkey()"),
    *("time.sleep(1)", "pyautogui.scroll(-3)", "pyautogui.scroll()", "computer.terminate(status='success')"),
)
CALLS = (
    *("Click(box=(1, 2))", "Click()", "KeyDown(keys=['shift'])", "KeyUp(keys=['shift'])", "Type(content='a')"),
    *("Hotkey(keys=['ctrl', 'a'])", "Drag(end=(1, 2))", "MouseDown()", "MouseUp(box=(3, 4))", "Wait()", "Finished()"),
    *("Hover(box=(1, 2))", "Swipe(amount=0, axis='vertical')", "Sequence(actions=[Wait()])", "Hotkey(keys=[])"),
)
WHERE = st.sampled_from([None, Box.at(300, 400)])


@given(st.lists(st.sampled_from(LINES), max_size=6), WHERE)
def test_any_code_is_one_action_or_a_complaint(lines: list[str], pointer: Box | None) -> None:
    with suppress(UnreadableReplyError):
        CODE.read("```python\n" + "\n".join(lines) + "\n```", pointer)


@given(st.lists(st.sampled_from(CALLS), max_size=6), WHERE)
def test_any_sequence_is_one_action_or_a_complaint(calls: list[str], pointer: Box | None) -> None:
    with suppress(UnreadableReplyError):
        VENUS.read(f"<action>Sequence(actions=[{', '.join(calls)}])</action>", pointer)


@each
@pytest.mark.parametrize("answer", ["", "All done!", "The task is finished.", "click the button", "terminate"])
def test_an_answer_without_an_action_is_never_an_ending(dialect: Dialect, answer: str) -> None:
    with pytest.raises(UnreadableReplyError, match="holds no"):
        dialect.read(answer)


@each
def test_nothing_in_a_thought_is_read(dialect: Dialect) -> None:
    click, done = (after_trigger(dialect, dialect.write(action)) for action in (Click(box_2d=Box.at(1, 2)), Done()))
    assert dialect.read(f"{click}</think>{done}").action == Done()


@each
def test_of_two_different_actions_none_is_taken(dialect: Dialect) -> None:
    one, other = (after_trigger(dialect, dialect.write(PressKeys(keys=(key,)))) for key in ("a", "b"))
    body = other.removeprefix(dialect.trigger).strip() if dialect is UITARS else other
    if dialect is CODE:  # its own parser takes the last block, as in a reply that shows an example first
        body, one = other.removeprefix(dialect.trigger), one.removesuffix("\n```")
    with pytest.raises(UnreadableReplyError):
        dialect.read(f"{one}\n\n{body}")


@each
def test_the_same_action_written_twice_is_one(dialect: Dialect) -> None:
    written = after_trigger(dialect, dialect.write(Done()))
    assert dialect.read(f"{written}\n{written}").action == Done()


@each
def test_an_answer_is_quoted_through_its_action(dialect: Dialect) -> None:
    answer = "It is there.\n" + after_trigger(dialect, dialect.write(PressKeys(keys=("a",))))
    assert dialect.quoted(f"{answer}\nAnd then I shall see what comes of it.") == answer


@each
def test_an_answer_that_gives_a_reason_is_read_with_it(dialect: Dialect) -> None:
    answer = dialect.opening("It is there.") + after_trigger(dialect, dialect.write(PressKeys(keys=("a",))))
    read = dialect.read(answer)
    assert read.action == PressKeys(keys=("a",))
    assert "It is there." in read.reason
    if dialect is not UITARS:
        assert "It is there." in dialect.brief(answer, 1)


POINTER = Box.at(300, 400)


@pytest.mark.parametrize(
    ("dialect", "answer", "action"),
    [
        (VENUS, "<action>Click()</action>", Click(box_2d=POINTER)),
        (VENUS, "<action>Drag(end=(999, 0))</action>", Drag(box_2d=POINTER, to_box_2d=Box.at(1000, 0))),
        (QWEN, '{"action": "left_click"}', Click(box_2d=POINTER)),
        (
            QWEN,
            '{"action": "left_click_drag", "coordinate": [0, 999]}',
            Drag(box_2d=POINTER, to_box_2d=Box.at(0, 1000)),
        ),
        (CODE, "```python\npyautogui.click()\n```", Click(box_2d=POINTER)),
        (CODE, "```python\npyautogui.dragTo(0, 0)\n```", Drag(box_2d=POINTER, to_box_2d=Box.at(0, 0))),
    ],
)
def test_a_place_that_is_left_out_is_the_pointers(dialect: Dialect, answer: str, action: Action) -> None:
    assert dialect.read(answer, POINTER).action == action
    with pytest.raises(UnreadableReplyError):
        dialect.read(answer)


@pytest.mark.parametrize(
    ("dialect", "answer", "sentence"),
    [
        (UITARS, "Action: teleport(start_box='(1,2)')", "There is no action “teleport”"),
        (UITARS, "Action: click(start_box='(1933,2)')", r"\[1933, 2\] lies outside the screen of 1932x1092"),
        (UITARS, "Action: click(start_box='there')", r"is \[x, y\]"),
        (UITARS, "Action: click()", "click needs start_box"),
        (UITARS, "Action: keydown(key='shift')", "held within one action"),
        (UITARS, "Action: hotkey(key='hyper c')", "no key named “hyper”"),
        (VENUS, "<action>Launch(url='https://x.org')</action>", "type it|Launch needs app"),
        (VENUS, "<action>GetUrl()</action>", "address bar"),
        (VENUS, "<action>Click(box=(1, 2), speed=3)</action>", "takes no speed"),
        (VENUS, "<action>Sequence(actions=[Click(box=(1, 2)), Click(box=(5, 6))])</action>", "more than one action"),
        (VENUS, "<action>Sequence(actions=[])</action>", "held within|needs|There is no action|several"),
        (VENUS, "<action>click the button</action>", "is no call"),
        (VENUS, "<action>KeyDown(keys=['shift'])</action>", "held within one action"),
        (CODE, "```python\nx = 3\n```", "plain values"),
        (CODE, "```python\npyautogui.click(*[1, 2])\n```", "plain values"),
        (CODE, "```python\npyautogui.write(open('/etc/passwd').read())\n```", "plain values"),
        (
            CODE,
            "```python\npyautogui.press('down', presses=3)\n```",
            "press is done once in an answer; leave out presses",
        ),
        (CODE, "```python\npyautogui.press(['down', 'enter'])\n```", "one key in an answer"),
        (VENUS, "<action>Hotkey(keys=['down'], repeat=5)</action>", "done once in an answer; leave out repeat"),
        (MAI, '{"coordinate": [1, 2], "action": "fly"}', "There is no action “fly”"),
        (CODE, "```python\npyautogui.alert('x')\n```", "There is no action “alert”"),
        (CODE, "```python\nos.system('true')\n```", "There is no action “system”"),
        (CODE, "```python\n" + "(" * 5000 + "\n```", "cannot be read"),
        (CODE, "```python\n" + "#" * 20_001 + "\n```", "longer than"),
        (CODE, "```python\n# nothing\n```", "holds no action"),
        (CODE, "```python\npyautogui.click(x=1e999, y=5)\n```", "lies outside"),
        (UITARS, f"Action: click(start_box='({'9' * 300},5)')", r"lies outside|is \[x, y\]"),
        (
            CODE,
            "```python\n"
            + "".join(f"pyautogui.keyDown('{key}')\n" for key in ("ctrl", "alt", "shift"))
            + "pyautogui.hotkey('a', 'b', 'c')\n"
            + "".join(f"pyautogui.keyUp('{key}')\n" for key in ("shift", "alt", "ctrl"))
            + "```",
            "more than one action",
        ),
        (MAI, '{"action": "fly"}', "There is no action “fly”"),
        (MAI, '{"action": "swipe"}', "swipe needs direction up or direction down"),
        (QWEN, '{"action": "visit_url", "url": "x"}', "address bar"),
        (QWEN, '{"action": "key_down", "keys": ["shift"]}', "one chord"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(dialect: Dialect, answer: str, sentence: str) -> None:
    with pytest.raises(UnreadableReplyError, match=sentence) as raised:
        dialect.read(answer)
    assert len(str(raised.value)) <= 300


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("import pyautogui\nimport time\npyautogui.click(5, 6)\ntime.sleep(1)", Click(box_2d=Box.at(5, 6))),
        ("pyautogui.click(x=5, y=6, clicks=2, interval=0.1)", Click(box_2d=Box.at(5, 6), clicks=2)),
        ("pyautogui.click(5, 6, button='right')", Click(box_2d=Box.at(5, 6), button="right")),
        (
            "pyautogui.click(5, 6)\npyautogui.hotkey('ctrl', 'a')\npyautogui.write('x')\npyautogui.press('enter')",
            TypeText(text="x", box_2d=Box.at(5, 6), override=True, press_enter=True),
        ),
        (
            "pyautogui.keyDown('ctrl')\npyautogui.click(5, 6)\npyautogui.keyUp('ctrl')",
            Click(box_2d=Box.at(5, 6), modifiers=("ctrl",)),
        ),
        (
            "pyautogui.mouseDown(5, 6)\npyautogui.moveTo(7, 8)\npyautogui.mouseUp()",
            Drag(box_2d=Box.at(5, 6), to_box_2d=Box.at(7, 8)),
        ),
        ("pyautogui.moveTo(5, 6)\npyautogui.click()", Click(box_2d=Box.at(5, 6))),
        ("pyautogui.moveTo(5, 6, duration=0.5)", Hover(box_2d=Box.at(5, 6))),
        (r"pyautogui.write('\d and \\ and it\'s')", TypeText(text=r"\d and \ and it's")),
        ("pyautogui.click(x=1, y=1)", Click(box_2d=Box.at(1, 1))),
        ("pyautogui.click(x=0.5, y=1)", Click(box_2d=Box.at(500, 1000))),
        ("pyautogui.press('x')", PressKeys(keys=("x",))),
    ],
)
def test_what_makes_up_one_action_is_that_one(code: str, action: Action) -> None:
    thousandths = dialect_for("pyautogui", (1000, 1000))
    assert thousandths.read(f"```python\n{code}\n```").action == action


def test_of_several_blocks_of_code_the_last_counts_as_in_its_own_parser() -> None:
    answer = "```python\npyautogui.click(1, 2)\n```\nNo:\n```python\npyautogui.press('a')\n```"
    assert CODE.read(answer).action == PressKeys(keys=("a",))


def test_the_prompt_says_the_screen_that_coordinates_count_to() -> None:
    assert {dialect.name: dialect.screen for dialect in DIALECTS} == {
        "uitars": FULL_HD,
        "venus": (1000, 1000),
        "pyautogui": FULL_HD,
        "mai": (1000, 1000),
        "qwen": (1000, 1000),
    }
    assert "1000x1000" in QWEN.action_list()
