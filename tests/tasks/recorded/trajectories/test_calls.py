"""AgentNet's calls in our actions, and its code read as data."""

import random
from typing import Any

import pytest

from actions.schema import (
    Action,
    Answer,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    Point,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.steps import BadRecordError
from tasks.recorded.trajectories.notations.call import Call
from tasks.recorded.trajectories.notations.calls import as_actions, as_calls
from tasks.recorded.trajectories.notations.pyautogui_code import read_code

AT, TO = Box.at(250, 500), Box.at(750, 125)
P, Q = Point(0.25, 0.5), Point(0.75, 0.125)


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        ("pyautogui.click(x=0.25, y=0.5)", [Call("click", P)]),
        ("pyautogui.click(0.25, 0.5)", [Call("click", P)]),
        ("pyautogui.doubleClick(x=0.25, y=0.5, button='left')", [Call("doubleClick", P)]),
        (
            "pyautogui.moveTo(x=0.25, y=0.5)\npyautogui.dragTo(x=0.75, y=0.125, button='left')",
            [Call("moveTo", P), Call("dragTo", Q)],
        ),
        ("pyautogui.scroll(-3)", [Call("scroll", amount=-3)]),
        ("pyautogui.hscroll(5)", [Call("hscroll", amount=5)]),
        ('pyautogui.write(message="help me polish this: \'")', [Call("write", text="help me polish this: '")]),
        ("pyautogui.write('It\\'s 会议')", [Call("write", text="It's 会议")]),
        ("pyautogui.write(message='a\\nb')", [Call("write", text="a\nb")]),
        (
            "pyautogui.write(message='pyautogui.click(x=0.1, y=0.1)')",
            [Call("write", text="pyautogui.click(x=0.1, y=0.1)")],
        ),
        ("pyautogui.press(keys=['enter'])", [Call("press", keys=("enter",))]),
        ("pyautogui.press('enter')", [Call("press", keys=("enter",))]),
        ("pyautogui.press('down', presses=3)", [Call("press", keys=("down",) * 3)]),
        ("pyautogui.hotkey(keys=['ctrl', 'c'])", [Call("hotkey", keys=("ctrl", "c"))]),
        ("pyautogui.hotkey('ctrl', 'c')", [Call("hotkey", keys=("ctrl", "c"))]),
        ("computer.tripleClick(x=0.25, y=0.5)", [Call("tripleClick", P)]),
        ("computer.terminate(status='success')", [Call("terminate", text="success")]),
        ("computer.wait()", [Call("wait")]),
    ],
)
def test_code_is_read(code: str, calls: list[Call]) -> None:
    assert list(read_code(code)) == calls


@pytest.mark.parametrize(
    "code",
    [
        "import os",
        "os.system('true')",
        "pyautogui.click(x=__import__('os').getpid(), y=0)",
        "pyautogui.click(x=0.1, y=0.1); print(1)",
        "pyautogui.click(x=0.1",
        "pyautogui.click(x='a', y=0.1)",
        "pyautogui.click(x=True, y=0.1)",
        "pyautogui.press()",
        "(" * 5000,
        "pyautogui.write(message='",
    ],
)
def test_anything_else_is_refused_with_a_sentence(code: str) -> None:
    with pytest.raises(BadRecordError, match=r"\.$"):
        read_code(code)


@pytest.mark.parametrize(
    ("action", "calls"),
    [
        (Click(box_2d=AT), [Call("click", P)]),
        (Click(box_2d=Box(200, 450, 300, 550), clicks=2), [Call("doubleClick", P)]),
        (Click(box_2d=AT, clicks=3), [Call("tripleClick", P)]),
        (Click(box_2d=AT, button="right"), [Call("rightClick", P)]),
        (Click(box_2d=AT, button="middle"), [Call("middleClick", P)]),
        (Hover(box_2d=AT), [Call("moveTo", P)]),
        (Drag(box_2d=AT, to_box_2d=TO), [Call("moveTo", P), Call("dragTo", Q)]),
        (Scroll(direction="down", notches=3, box_2d=AT), [Call("moveTo", P), Call("scroll", amount=-3)]),
        (Scroll(direction="right", notches=3, box_2d=AT), [Call("moveTo", P), Call("hscroll", amount=3)]),
        (TypeText(text="a"), [Call("write", text="a")]),
        (TypeText(text="a", press_enter=True), [Call("write", text="a\n")]),
        (PressKeys(keys=("enter",)), [Call("press", keys=("enter",))]),
        (PressKeys(keys=("win", "r")), [Call("hotkey", keys=("win", "r"))]),
        (Done(), [Call("terminate", text="success")]),
        (Infeasible(), [Call("terminate", text="failure")]),
        (Wait(), [Call("wait")]),
    ],
)
def test_an_action_comes_to_calls_and_back(action: Action, calls: list[Call]) -> None:
    assert list(as_calls((action,))) == calls
    back = as_actions(calls)
    assert as_calls(back) == as_calls((action,))


def test_a_scroll_without_a_place_is_at_the_centre_unless_the_pointer_moved() -> None:
    scroll = Scroll(direction="up", notches=2)
    assert as_calls((scroll,)) == (Call("moveTo", Point(0.5, 0.5)), Call("scroll", amount=2))
    assert as_calls((Hover(box_2d=AT), scroll)) == (Call("moveTo", P), Call("scroll", amount=2))


def test_where_text_goes_and_a_scroll_takes_place_can_be_left_out() -> None:
    assert as_calls((TypeText(text="a", box_2d=AT),)) == (Call("click", P), Call("write", text="a"))
    assert as_calls((TypeText(text="a", box_2d=AT),), bare=True) == (Call("write", text="a"),)
    assert as_calls((Scroll(direction="up", notches=2, box_2d=AT),), bare=True) == (Call("scroll", amount=2),)
    assert as_calls((Drag(box_2d=AT, to_box_2d=TO),), bare=True) == (Call("dragTo", Q),)


def test_keys_pressed_one_after_the_other_are_one_call() -> None:
    assert as_calls((PressKeys(keys=("down",)), PressKeys(keys=("tab",)))) == (Call("press", keys=("down", "tab")),)


def test_a_held_key_is_no_plain_click() -> None:
    assert as_calls((Click(box_2d=AT, modifiers=("ctrl",)),))[0].kind == "keydown"


def test_an_answer_ends_the_task() -> None:
    assert as_calls((Answer(text="42"),)) == (Call("terminate", text="success"),)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (Call("fly", P), "the action fly is not known."),
        (Call("click"), "the action click has no place."),
        (Call("click", Point(1.2, 0.5)), "the place (1.2, 0.5) of click lies outside the image, which is 0 to 1."),
        (Call("hotkey", keys=("ctrl", "nokey")), "there is no key named"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(call: Call, sentence: str) -> None:
    with pytest.raises(BadRecordError) as error:
        as_actions([call])
    assert sentence in str(error.value)


def test_published_values_of_a_wrong_kind_are_worth_as_little_as_none() -> None:
    values: tuple[Any, ...] = (None, {}, [1], [float("nan"), 0.5], True)
    for value in values:
        assert Call.from_json("click", value).place is None


def test_hostile_code_takes_no_time_and_raises_only_sentences() -> None:
    chance = random.Random(5)
    for _ in range(300):
        code = "pyautogui.click(" + "".join(chance.choice("()[]{}'\"\\,=xy0.1 \n中") for _ in range(200))
        try:
            read_code(code)
        except BadRecordError:
            continue
