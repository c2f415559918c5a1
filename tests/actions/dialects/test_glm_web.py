"""GLM's notation for web pages, which is read whatever was asked for."""

import pytest

from actions.dialects.parser import read_answer
from actions.errors import UnreadableReplyError
from actions.schema import Action, Answer, Box, Click, PressKeys, Scroll, TypeText


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
        ("SCROLL_DOWN(point=(1, 2), direction='up')", "scroll_down takes no direction."),
        ("SCROLL_DOWN(distance='far')", "scroll_down"),
        ("KEY_PRESS(key='Entr')", "there is no key named"),
        ("KEY_PRESS()", "key_press needs key."),
    ],
)
def test_what_is_no_such_call_is_told(call: str, sentence: str) -> None:
    with pytest.raises(UnreadableReplyError, match=sentence):
        read_answer(f"Action: {call}")
