"""What replies mean, in any dialect."""

import pytest

from actions.dialects.glm_pc import GLM_PC
from actions.dialects.qwen import QwenDialect
from actions.schema import Action, Box, Click, Infeasible, TypeText
from tasks.recorded.predictions.prediction import Header, Predicted, Prediction
from tasks.recorded.predictions.replies import read_prediction
from tasks.recorded.steps import BadRecordError, Screenshot
from tests.tasks.recorded.writing import reply

CLICK = Click(box_2d=Box(100, 200, 300, 400))
SHOWN = Screenshot(annotated=(1920, 1080))


def read(text: str, header: Header | None = None, screenshot: Screenshot = SHOWN) -> Predicted:
    return read_prediction(Prediction(id="1", reply=text), header, screenshot)


def header(dialect: str, family: str = "other") -> Header:
    return Header.model_validate({"benchmark": "screenspot", "dialect": dialect, "family": family})


@pytest.mark.parametrize("action", [CLICK, Infeasible(), TypeText(text="It's 保存", box_2d=Box.at(1, 2))])
def test_replies_of_glm_and_qwen_are_read_without_a_header(action: Action) -> None:
    assert read(reply(action)).actions == (action,)
    pc = read(f"Action: {GLM_PC.write(action)}\nMemory:\n[]").actions[0]
    qwen = read(f"I click.\n<tool_call>\n{QwenDialect().write(action)}").actions[0]
    assert type(pc) is type(qwen) is type(action)


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("[512, 40]", (512, 40, 512, 40)),
        ("The button is at (512,40).", (512, 40, 512, 40)),
        ("<|begin_of_box|>[[100,200,300,400]]<|end_of_box|>", (100, 200, 300, 400)),
        ("<think>Is it [1,2] or [3,4]?</think><answer>[512.5, 40]</answer>", (512.5, 40, 512.5, 40)),
        ("[512,40], that is (512, 40)", (512, 40, 512, 40)),
        ("[300,400,100,200]", (100, 200, 300, 400)),
    ],
)
def test_a_bare_place_in_thousandths_is_a_click(text: str, box: tuple[float, ...]) -> None:
    assert read(text).actions == (Click(box_2d=Box(*box)),)


@pytest.mark.parametrize("text", ["", "I cannot say.", "[1,2] or [3,4]", "<think>[1,2]", "[1,2,3]"])
def test_what_names_no_place_or_two_is_unreadable(text: str) -> None:
    assert read(text).complaint
    assert not read(text).actions


def test_a_place_beyond_1000_is_told() -> None:
    assert read("[1920, 40]").complaint == "The place [1920.0, 40.0] lies outside 0 to 1000: thousandths are meant."


def test_under_a_header_replies_are_read_as_in_a_run_and_no_further() -> None:
    assert read("[512, 40]", header("json")).complaint
    assert read(reply(CLICK), header("pc")).actions == (CLICK,)
    assert read(reply(CLICK), header("qwen")).complaint


def test_pixels_of_the_image_as_sent_need_its_size() -> None:
    dialect = QwenDialect(1932, 1092)  # 1920 x 1080 in multiples of 28
    text = f"<tool_call>\n{dialect.write(CLICK)}"
    found = read(text, header("qwen", "qwen2.5-vl")).actions[0]
    assert isinstance(found, Click)
    assert found.box_2d.centre == pytest.approx((200, 300), abs=0.5)
    with pytest.raises(BadRecordError):
        read(text, header("qwen", "qwen2.5-vl"), Screenshot())


def test_actions_and_pixels_mean_themselves() -> None:
    assert read_prediction(Prediction(id="1", action=(CLICK,)), None, SHOWN).actions == (CLICK,)
    assert read_prediction(Prediction(id="1", pixels=(1, 2)), None, SHOWN).pixels == (1, 2)
