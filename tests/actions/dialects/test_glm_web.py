"""GLM's notation for web pages: read whatever was asked for, and prompted as a dialect of its own."""

import pytest

from actions.dialects.glm_web import GLM_WEB
from actions.dialects.parser import read_answer
from actions.errors import UnreadableReplyError
from actions.schema import Action, Answer, Box, Click, Drag, Infeasible, PressKeys, Scroll, TypeText, Wait


@pytest.mark.parametrize(
    ("call", "action"),
    [
        ("CLICK(point=(214, 100), box=[[198,92,229,107]], element_info='Dinners')", Click(box_2d=Box.at(214, 100))),
        ("CLICK(box=[[198,92,229,107]], element_info='[8] Dinners')", Click(box_2d=Box(198, 92, 229, 107))),
        ("CLICK(point=(214,100))", Click(box_2d=Box.at(214, 100))),
        (
            "TYPE(point=(214, 100), text='It\\'s (new)', box=[[1,2,3,4]])",
            TypeText(text="It's (new)", box_2d=Box.at(214, 100)),
        ),
        ("TYPE(text='会议', point=(1, 2))", TypeText(text="会议", box_2d=Box.at(1, 2))),
        ("KEY_PRESS(key='Enter')", PressKeys(keys=("enter",))),
        ("KEY_PRESS(key='ctrl+a')", PressKeys(keys=("ctrl", "a"))),
        ("SCROLL_DOWN(point=(500, 500), distance=0.5)", Scroll(direction="down", notches=5, box_2d=Box.at(500, 500))),
        ("SCROLL_UP(point=(500, 500), box=[[0,0,9,9]])", Scroll(direction="up", box_2d=Box.at(500, 500))),
        ("SCROLL_DOWN(distance=0)", Scroll(direction="down", notches=1)),
        ("SCROLL_DOWN(distance=1e9)", Scroll(direction="down", notches=50)),
        ("ANSWER(content='Dinners, 7 of them')", Answer(text="Dinners, 7 of them")),
    ],
)
def test_a_call_is_read_as_its_action(call: str, action: Action) -> None:
    assert (
        read_answer(f"<think>CLICK(point=(1, 1))</think><answer><|begin_of_box|>{call}<|end_of_box|></answer>").action
        == action
    )
    assert read_answer(f"I see a list.\nAction: {call}").action == action


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("CLICK(element_info='Dinners')", "click needs box_2d."),
        ("CLICK(point=(2000, 100))", "between 0 and 1000"),
        ("CLICK(point=(1, 2), point=(3, 4))", "more than one point"),
        ("CLICK(point=(1, 2), start_box='[3,4]')", "more than one start_box"),
        ("SCROLL_DOWN(point=(1, 2), direction='up')", "SCROLL_DOWN takes no direction."),
        ("SCROLL_DOWN(distance='far')", "SCROLL_DOWN"),
        ("KEY_PRESS(key='Entr')", "there is no key named"),
        ("KEY_PRESS()", "KEY_PRESS needs key."),
    ],
)
def test_what_is_no_such_call_is_told(call: str, sentence: str) -> None:
    with pytest.raises(UnreadableReplyError, match=sentence):
        read_answer(f"Action: {call}")


@pytest.mark.parametrize(
    ("action", "written"),
    [
        (Click(box_2d=Box.at(214, 100)), "CLICK(point=(214, 100))"),
        (Click(box_2d=Box(1, 2, 4, 4), button="right"), "CLICK(point=(2.5, 3), button='right')"),
        (TypeText(text="It's", box_2d=Box.at(1, 2)), r"TYPE(point=(1, 2), text='It\'s')"),
        (PressKeys(keys=("ctrl", "a")), "KEY_PRESS(key='ctrl+a')"),
        (Scroll(direction="down", notches=7, box_2d=Box.at(1, 2)), "SCROLL_DOWN(point=(1, 2), distance=0.7)"),
        (Scroll(direction="left", notches=20), "SCROLL_LEFT(distance=2)"),
        (Drag(box_2d=Box.at(1, 2), to_box_2d=Box.at(3, 4)), "DRAG(point=(1, 2), to_point=(3, 4))"),
        (Answer(text="42"), "ANSWER(content='42')"),
        (Wait(seconds=5), "WAIT()"),
        (Infeasible(reason="No."), "FAIL(reason='No.')"),
    ],
)
def test_actions_are_written_as_documented(action: Action, written: str) -> None:
    assert GLM_WEB.write(action) == written


@pytest.mark.parametrize("notches", range(1, 51))
def test_a_scroll_of_any_length_comes_back(notches: int) -> None:
    action = Scroll(direction="up", notches=notches)
    assert read_answer(GLM_WEB.write(action)).action == action


@pytest.mark.parametrize(
    "line",
    [
        "- HOVER(point=(x, y), element_info=''): Move the pointer over the box without clicking.",
        "- SCROLL_UP(point=(x, y), element_info=''): Turn the mouse wheel by notches, over the box or where the "
        "pointer is. Optional: point=(x, y); distance=0.1 to 5 (else 0.5).",
        "- DONE(): The goal is reached.",
    ],
)
def test_the_list_shows_forms_descriptions_and_bounds(line: str) -> None:
    assert line in GLM_WEB.action_list().splitlines()
