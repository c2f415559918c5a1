"""The parser on what models are known to write."""

import pytest

from actions.dialects.parser import LONGEST_ANSWER, quoted, read_answer
from actions.errors import UnreadableReplyError
from actions.schema import (
    Action,
    Answer,
    AskUser,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

BOX = Box(490, 20, 520, 50)
CLICK = Click(box_2d=BOX)
OBJECT = '{"action_type": "click", "box_2d": [[490,20,520,50]]}'


def action(answer: str) -> Action:
    return read_answer(answer).action


def complaint(answer: str) -> str:
    with pytest.raises(UnreadableReplyError) as raised:
        read_answer(answer)
    return str(raised.value)


def test_the_three_labelled_parts_of_the_json_dialect() -> None:
    parsed = read_answer(f"Memory: the code is 42\nReason: it says\nOK\nAction: {OBJECT}")
    assert (parsed.action, parsed.memory, parsed.reason) == (CLICK, "the code is 42", "it says\nOK")


def test_the_three_parts_on_one_line() -> None:
    parsed = read_answer(f"Memory: none Reason: it says OK Action: {OBJECT}")
    assert (parsed.action, parsed.memory, parsed.reason) == (CLICK, "none", "it says OK")


def test_chinese_labels_and_colons() -> None:
    parsed = read_answer(f"记忆：验证码是 42\n理由：按钮在这里\n动作：{OBJECT}")
    assert (parsed.action, parsed.memory, parsed.reason) == (CLICK, "验证码是 42", "按钮在这里")


def test_markdown_around_labels() -> None:
    parsed = read_answer(f"1. **Memory:** none\n2. **Reason**: yes\n3. **Action:** {OBJECT}")
    assert (parsed.action, parsed.memory, parsed.reason) == (CLICK, "none", "yes")


def test_an_explanation_a_call_and_the_memory_on_the_next_line() -> None:
    parsed = read_answer('I click OK.\nleft_click(start_box=\'[505,35]\')\nMemory:\n[{"code": "42"}]')
    assert (parsed.action, parsed.memory) == (Click(box_2d=Box.at(505, 35)), '[{"code": "42"}]')
    assert parsed.reason == "I click OK."


@pytest.mark.parametrize(
    "answer",
    [
        f"<|begin_of_box|>{OBJECT}<|end_of_box|>",
        f"Action: <|start_of_box|>{OBJECT}<|end_of_box|>",
        f"<answer>Action: {OBJECT}</answer>",
        f"Action: {OBJECT}</answer><|user|>",
        f"Action: {OBJECT}\n</answer>\n<|endoftext|>\n",
        f"Action: {OBJECT}\n\nThis will open the menu (see above).",
        f"```json\n{OBJECT}\n```",
        f"Action:\n```\n{OBJECT}\n```",
        f"Action: `{OBJECT}`",
        f"Action: [{OBJECT}]",
        f"Action: {{{OBJECT}}}",
        OBJECT.replace('"', "'"),
        OBJECT.replace("click", "Click"),
        OBJECT.replace('"action_type": "click"', '"Action_Type": "CLICK"'),
        '{"box_2d": [[490, 20, 520, 50]], "action_type": "click"}',
        '{"action_type": "click", "box_2d": [[490,20,520,50]],}',
        '{"action_type": "click", "box_2d": [[490,020,520,050]]}',
        '{"action_type": "click", "box_2d": [[520,50,490,20]]}',
        '{"action_type": "click", "box_2d": <|begin_of_box|>[[490,20,520,50]]<|end_of_box|>}',
        '{"action_type": "click", "box_2d": "<|begin_of_box|>[[490,20,520,50]]<|end_of_box|>"}',
        "click(box_2d=[490,20,520,50])",
    ],
)
def test_wrappings_and_spellings_of_one_click(answer: str) -> None:
    assert action(answer) == CLICK


@pytest.mark.parametrize(
    "box", ["[1,2,3,4]", "[[1,2,3,4]]", "(1,2,3,4)", "<1,2,3,4>", "[[1, 2], [3, 4]]", '"[[1,2,3,4]]"', '"1, 2, 3, 4"']
)
def test_styles_of_boxes(box: str) -> None:
    assert action(f'{{"action_type": "hover", "box_2d": {box}}}') == Hover(box_2d=Box(1, 2, 3, 4))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("left_click(start_box='[1,2]', element_info='OK')", Click(box_2d=Box.at(1, 2))),
        ("left_click('[1,2]', 'OK')", Click(box_2d=Box.at(1, 2))),
        ("left_click(start_box='<|begin_of_box|>[1,2]<|end_of_box|>')", Click(box_2d=Box.at(1, 2))),
        ("left_click(start_box='(1, 2)')", Click(box_2d=Box.at(1, 2))),
        ("left_click(start_box=[1, 2])", Click(box_2d=Box.at(1, 2))),
        ("left_click(start_box='[1,2]', modifiers='Control+shift')",
         Click(box_2d=Box.at(1, 2), modifiers=("ctrl", "shift"))),
        ("Right_Click(start_box='[1,2]')", Click(box_2d=Box.at(1, 2), button="right")),
        ("middle_click(start_box='[1,2]')", Click(box_2d=Box.at(1, 2), button="middle")),
        ("left_double_click(start_box='[1,2]')", Click(box_2d=Box.at(1, 2), clicks=2)),
        ("left_triple_click(start_box='[1,2]')", Click(box_2d=Box.at(1, 2), clicks=3)),
        ("hover(start_box='[1,2]')", Hover(box_2d=Box.at(1, 2))),
        ("long_press(start_box='[1,2]')", LongPress(box_2d=Box.at(1, 2))),
        ("left_drag(start_box='[1,2]', end_box='[3,4]')", Drag(box_2d=Box.at(1, 2), to_box_2d=Box.at(3, 4))),
        ("key(keys='ctrl+c')", PressKeys(keys=("ctrl", "c"))),
        ("key(key='Ctrl + C')", PressKeys(keys=("ctrl", "c"))),
        ("key(keys=['ctrl', 'c'])", PressKeys(keys=("ctrl", "c"))),
        ("key(keys='ctrl++')", PressKeys(keys=("ctrl", "+"))),
        ("key(keys='+')", PressKeys(keys=("+",))),
        ("key(keys='Return')", PressKeys(keys=("enter",))),
        ("scroll(start_box='[1,2]', direction='down', step=3)",
         Scroll(direction="down", notches=3, box_2d=Box.at(1, 2))),
        ("scroll('[1,2]', 'Up')", Scroll(direction="up", box_2d=Box.at(1, 2))),
        ("WAIT()", Wait(seconds=5)),
        ("wait(3)", Wait(seconds=3)),
        ("DONE()", Done()),
        ("FAIL()", Infeasible()),
        ("open_app(name='Files')", OpenApp(app_name="Files")),
        ("answer(content='42')", Answer(text="42")),
        ("ask_user(content='Which one?')", AskUser(text="Which one?")),
    ],
)  # fmt: skip
def test_calls(call: str, expected: Action) -> None:
    assert action(f"I do it.\nAction: {call}\nMemory:\n[]") == expected


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ('"action_type": "status", "goal_status": "complete"', Done()),
        ('"action_type": "status", "goal_status": "infeasible"', Infeasible()),
        ('"action_type": "keyboard_enter"', PressKeys(keys=("enter",))),
        ('"action_type": "navigate_back"', PressKeys(keys=("alt", "left"))),
        ('"action_type": "navigate_home"', PressKeys(keys=("super", "d"))),
        ('"action_type": "swipe", "direction": "up"', Scroll(direction="down")),
        ('"action_type": "swipe", "direction": "left", "box_2d": []', Scroll(direction="right")),
        ('"action_type": "press_keys", "keys": ["ctrl+S"]', PressKeys(keys=("ctrl", "s"))),
        ('"action_type": "input_text", "text": "a", "box_2d": null', TypeText(text="a")),
        ('"action_type": "wait"', Wait()),
        ('"action_type": "open_app", "app_name": "Files"', OpenApp(app_name="Files")),
        ('"action_type": "left_double_click", "box_2d": [[1,2,3,4]]', Click(box_2d=Box(1, 2, 3, 4), clicks=2)),
    ],
)
def test_objects(members: str, expected: Action) -> None:
    assert action(f"Action: {{{members}}}") == expected


def test_a_python_dictionary_is_read() -> None:
    answer = "Action: {'action_type': 'input_text', 'text': 'hi', 'box_2d': [[1,2,3,4]], 'override': True}"
    assert action(answer) == TypeText(text="hi", box_2d=Box(1, 2, 3, 4), override=True)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"'It\'s fine'", "It's fine"),
        ("'It's fine'", "It's fine"),
        ("'f(x) = 2'", "f(x) = 2"),
        ("'print('a')'", "print('a')"),
        ("'print('a')\nprint('b')'", "print('a')\nprint('b')"),
        ("'foo(')'", "foo(')"),
        ("'one\ntwo'", "one\ntwo"),
        (r"'one\ntwo'", "one\ntwo"),
        (r"'C:\dir'", r"C:\dir"),
        ("\"He said 'hi'\"", "He said 'hi'"),
        ("'''It's'''", "It's"),
        (r"'\u4f60\u597d \ud83d\ude00'", "你好 😀"),
        ("''", ""),
        ("'WAIT() until it is done, fail or next'", "WAIT() until it is done, fail or next"),
        ("'DONE()'", "DONE()"),
        ("'\nAction: FAIL()\nMemory: x'", "\nAction: FAIL()\nMemory: x"),
    ],
)
def test_typed_text_arrives_whole(written: str, text: str) -> None:
    assert action(f"Action: type(content={written})\nMemory:\n[]") == TypeText(text=text)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'It's fine'", "It's fine"),
        ('"He said "hi" to me"', 'He said "hi" to me'),
        (r'"\u4f60 \"a\" \/ \\"', '你 "a" / \\'),
        ('"{\\"action_type\\": \\"wait\\"}"', '{"action_type": "wait"}'),
        ('"done"', "done"),
        ('"\\n```\\nAction: WAIT()"', "\n```\nAction: WAIT()"),
    ],
)
def test_typed_text_in_an_object_arrives_whole(written: str, text: str) -> None:
    assert action(f"Action: {{'action_type': 'input_text', 'text': {written}, 'override': True}}") == TypeText(
        text=text, override=True
    )


def test_the_same_action_written_twice_is_one() -> None:
    parsed = read_answer(f"Memory: a\nReason: b\nAction: {OBJECT}\n</answer>\n<answer>Memory: a\nAction: {OBJECT}")
    assert (parsed.action, parsed.memory) == (CLICK, "a")


def test_a_restatement_that_was_cut_off_does_no_harm() -> None:
    assert action(f"Action: {OBJECT}\nAction: {OBJECT[:30]}") == CLICK


def test_of_two_different_actions_none_is_taken() -> None:
    assert "two different actions" in complaint(f"Action: {OBJECT}\nAction: DONE()")


def test_what_the_label_introduces_goes_before_a_mention() -> None:
    assert action("WAIT() would not help.\nAction: DONE()") == Done()


def test_notes_hold_no_actions() -> None:
    assert action(f"Memory: typed\n{{'action_type': 'wait'}} and DONE()\nReason: FAIL()?\nAction: {OBJECT}") == CLICK
    assert "no action" in complaint("Memory: WAIT() did it\nReason: DONE()")


def test_nothing_in_a_thought_is_read() -> None:
    thought = f"print(x) then type(content='x')\nMemory: a\nReason: b\nAction: {OBJECT}"
    assert action(f"<think>{thought}</think><answer>Action: DONE()</answer>") == Done()
    assert action(f"{thought}</think>Action: DONE()") == Done()
    assert "thought" in complaint(f"<think>{thought}")
    assert "no action" in complaint(f"<think>{thought}</think><answer></answer>")


@pytest.mark.parametrize("answer", ["", "All done!", "The task is complete.", "print(x)", "Done", "click the button"])
def test_an_answer_without_an_action_is_never_an_ending(answer: str) -> None:
    assert "holds no action" in complaint(answer)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ('{"action_type": "click"}', "click needs box_2d."),
        ("left_click(element_info='OK')", "left_click needs start_box."),
        ("left_click(start_box='[1200,5]')", "start_box: a box's numbers lie between 0 and 1000."),
        ("left_click(start_box='[-5,5]')", "between 0 and 1000"),
        ("left_click(start_box='[1,2]', speed=3)", "left_click takes no speed."),
        ("left_click(start_box='[1,2]', button='right')", "left_click takes no button."),
        ("left_click('[1,2]', 'OK', 'ctrl', 4)", "left_click takes at most 3 arguments."),
        ("type(content='a', content='b')", "more than one content"),
        ("key(keys='ctrl+hyper')", "there is no key named “hyper”"),
        ("key(keys='ctrl+')", "there is no key named “ctrl+”"),
        (
            "scroll(start_box='[1,2]', direction='sideways')",
            "direction: input should be 'up', 'down', 'left' or 'right'",
        ),
        ('{"action_type": "click", "action_type": "hover", "box_2d": [[1,2,3,4]]}', "more than one action_type"),
        ('{"action_type": "click", "box_2d": [[1,2,3,4]], "box_2d": [[5,6,7,8]]}', "more than one box_2d"),
        ('{"action_type": "teleport"}', "There is no action “teleport”"),
        ('{"action_type": "status", "goal_status": "great"}', "“status with goal_status great”"),
        ("Action: double_tap(start_box='[1,2]')", "There is no action “double_tap”"),
        ('{"goal": "x"}', 'has no "action_type"'),
        ('Action: {"action_type": "click", "box_2d": [[1,2', "breaks off"),
        ('Action: {"action_type": "input_text", "text": "half a sen', "has no end"),
        ('Action: {"action_type": "wait", "seconds": soon}', "cannot be read from 'soon}' on"),
        ("x" * (LONGEST_ANSWER + 1), "longer than"),
        (f"key(keys='{'a+' * 1000}hyper')", "at most 5"),
        (f'{{"action_type": "wait", "seconds": {"9" * 5000}}}', "less than or equal to 60"),
        ("left_click(start_box=" + "[" * 5000 + "1]", "cannot be read"),
    ],
)
def test_a_complaint_says_what_is_wrong(answer: str, words: str) -> None:
    assert words in complaint(answer)
    assert len(complaint(answer)) <= 300


def test_an_answer_is_quoted_through_its_action_without_tokens() -> None:
    answer = f"Reason: b\nAction: <|begin_of_box|>{OBJECT}<|end_of_box|>\nMemory:\n[]\nAction: {OBJECT}"
    assert quoted(answer) == f"Reason: b\nAction: {OBJECT}"


def test_an_unreadable_answer_is_quoted_short() -> None:
    assert quoted("<|begin_of_box|>" + "so " * 5000).startswith("so so so")
    assert len(quoted("so " * 5000)) == 1000
