"""A closer look: what is shown, what is taken from the answer, and what leaves the first as it is."""

from threading import Event

import numpy as np
import pytest
from PIL import Image

from actions.dialects import dialect_for
from actions.dialects.glm_pc import GLM_PC
from actions.schema import Action, Box, Click, Done, Drag, Hover, PressKeys, Scroll, TypeText
from model.base import GenerationStopped, ModelError
from model.families import family_named
from model.scripted import ScriptedModel
from tests.agent.grounding.asking import action_of, answer, click_at, said
from tests.fakes import FakeModel

SCREEN = Image.fromarray(np.indices((600, 800)).sum(axis=0).astype(np.uint8)).convert("RGB")


def test_the_second_answer_is_mapped_back_to_the_whole_screenshot() -> None:
    model = FakeModel(said(click_at(600, 300)), said(Click(box_2d=Box(400, 100, 500, 300))))
    reply = answer(model, "zoom", SCREEN)
    assert action_of(reply) == Click(box_2d=Box(550, 100, 600, 200))  # the crop begins at 350, 50
    assert '"box_2d": [[550,100,600,200]]' in reply.answer
    assert reply.grounding.first == click_at(600, 300)
    assert reply.grounding.note == "The closer look moved it by 152.1 thousandths."


def test_the_second_look_shows_half_of_each_side_at_the_first_ones_size() -> None:
    model = FakeModel(said(click_at(500, 500)))
    answer(model, "zoom", SCREEN)
    whole, closer = model.requests
    expected = SCREEN.crop((200, 150, 600, 450)).resize(SCREEN.size, Image.Resampling.BICUBIC)
    assert closer.screenshot is not None
    off = np.abs(np.asarray(closer.screenshot, int) - np.asarray(expected, int))[8:-8, 8:-8]
    assert off.max() <= 2
    assert closer.content[0] is closer.screenshot
    assert closer.content[1:-1] == whole.content[1:]
    assert "enlarged part of the screen" in str(closer.content[-1])
    assert (closer.goal, closer.turns, closer.grammar) == (whole.goal, whole.turns, whole.grammar)


def test_the_note_is_in_the_language_of_the_goal() -> None:
    model = FakeModel(said(click_at(500, 500)))
    answer(model, "zoom", SCREEN, goal="点击保存")
    assert "放大图" in str(model.requests[1].content[-1])


def test_near_an_edge_the_crop_is_moved_inside() -> None:
    model = FakeModel(said(click_at(999, 2)), said(click_at(1000, 0)))
    assert action_of(answer(model, "zoom", SCREEN)) == click_at(1000, 0)


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        (TypeText(text="a", box_2d=Box.at(500, 500)), TypeText(text="b", box_2d=Box.at(0, 0)), "a"),
        (Scroll(direction="down", box_2d=Box.at(500, 500)), Scroll(direction="up", box_2d=Box.at(0, 0)), "down"),
        (Click(button="right", box_2d=Box.at(500, 500)), click_at(0, 0), "right"),
        (Hover(box_2d=Box.at(500, 500)), Hover(box_2d=Box.at(0, 0)), "hover"),
    ],
)
def test_only_the_place_is_taken_from_the_second_look(first: Action, second: Action, meant: str) -> None:
    action = action_of(answer(FakeModel(said(first), said(second)), "zoom", SCREEN))
    assert action == first.model_copy(update={"box_2d": Box.at(250, 250)})
    assert meant in action.model_dump_json()


def test_a_drag_that_fits_into_the_crop_moves_at_both_ends() -> None:
    first = Drag(box_2d=Box.at(400, 400), to_box_2d=Box.at(600, 600))
    second = Drag(box_2d=Box.at(300, 300), to_box_2d=Box.at(800, 700))
    action = action_of(answer(FakeModel(said(first), said(second)), "zoom", SCREEN))
    assert action == Drag(box_2d=Box.at(400, 400), to_box_2d=Box.at(650, 600))


@pytest.mark.parametrize(
    "first",
    [
        Drag(box_2d=Box.at(100, 400), to_box_2d=Box.at(900, 600)),
        Click(box_2d=Box(0, 0, 900, 900)),
        PressKeys(keys=("ctrl", "s")),
        TypeText(text="no place"),
        Done(),
    ],
)
def test_what_has_no_place_or_is_larger_than_the_crop_is_not_looked_at_again(first: Action) -> None:
    model = FakeModel(said(first))
    reply = answer(model, "zoom", SCREEN)
    assert action_of(reply) == first
    assert len(model.requests) == reply.grounding.calls == 1
    assert reply.grounding.note == ""


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("I do not know.", "could not be read"),
        ("<think>It never ends", "could not be read"),
        ("", "could not be read"),
        (said(Done()), "said done instead"),
        (said(PressKeys(keys=("enter",))), "said press_keys instead"),
    ],
)
def test_a_second_answer_that_is_no_place_leaves_the_first(second: str, why: str) -> None:
    first = said(click_at(612, 333))
    reply = answer(FakeModel(first, second), "zoom", SCREEN)
    assert action_of(reply) == click_at(612, 333)
    assert (reply.text, reply.grounding.calls, reply.grounding.first) == (first, 2, None)
    assert why in reply.grounding.note


def test_a_first_answer_that_cannot_be_read_is_the_answer() -> None:
    model = FakeModel("hm")
    reply = answer(model, "zoom", SCREEN)
    assert (reply.answer, reply.parsed, len(model.requests)) == ("hm", None, 1)


def test_the_thought_is_the_first_one_and_only_it_is_streamed() -> None:
    heard: list[str] = []
    model = FakeModel(said(click_at(500, 500), "first thought"), said(click_at(1, 1), "second thought"))
    reply = answer(model, "zoom", SCREEN, on_text=heard.append)
    assert reply.thought == "first thought"
    assert "second" not in reply.text + "".join(heard)
    assert "first thought" in "".join(heard)


def test_a_stop_during_the_first_look_asks_no_second() -> None:
    stop = Event()
    model = FakeModel(said(click_at(500, 500)))
    with pytest.raises(GenerationStopped):
        answer(model, "zoom", SCREEN, stop=stop, on_text=lambda _text: stop.set())
    assert len(model.requests) == 1


def test_a_stop_during_the_second_look_ends_it() -> None:
    stop, looks = Event(), [lambda: None, lambda: stop.set()]
    model = FakeModel(said(click_at(500, 500)), while_thinking=lambda: looks.pop(0)())
    with pytest.raises(GenerationStopped):
        answer(model, "zoom", SCREEN, stop=stop)


def test_a_model_that_fails_at_the_second_look_fails() -> None:
    with pytest.raises(ModelError, match="script is over"):
        answer(ScriptedModel([said(click_at(500, 500))]), "zoom", SCREEN)


def test_memory_that_stands_behind_the_action_stays() -> None:
    first = f"<think>t</think>Action: {GLM_PC.write(click_at(500, 500))}\nMemory:\n['seen 12']"
    second = f"<think>t</think>Action: {GLM_PC.write(click_at(100, 100))}\nMemory:\n['other']"
    reply = answer(FakeModel(first, second), "zoom", SCREEN, dialect=GLM_PC)
    read = GLM_PC.read(reply.answer)
    assert (read.action, read.memory) == (click_at(300, 300), "['seen 12']")


def test_typed_text_that_looks_like_the_trigger_stays_whole() -> None:
    first = TypeText(text='Action: {"action_type": "wait"}', box_2d=Box.at(500, 500))
    second = TypeText(text="", box_2d=Box.at(100, 100))
    reply = answer(FakeModel(said(first), said(second)), "zoom", SCREEN)
    moved = first.model_copy(update={"box_2d": Box.at(300, 300)})
    assert action_of(reply) == moved
    assert GLM_PC.read(reply.answer).action == moved


def test_pixels_of_the_image_as_sent_are_mapped_to_fractions_of_them() -> None:
    family = family_named("qwen2.5-vl")
    dialect = dialect_for("qwen", family.canvas(*SCREEN.size))  # 812x588

    def call(x: int, y: int) -> str:
        arguments = f'{{"action": "left_click", "coordinate": [{x}, {y}]}}'
        return f'I see it.\n<tool_call>\n{{"name": "computer_use", "arguments": {arguments}}}\n</tool_call>'

    reply = answer(FakeModel(call(406, 294), call(407, 295)), "zoom", SCREEN, dialect=dialect)
    action = action_of(reply)
    assert isinstance(action, Click)
    assert action.box_2d.centre == pytest.approx((250 + 407 / 812 * 500, 250 + 295 / 588 * 500))
    assert reply.answer.startswith("I see it.")
    assert dialect.read(reply.answer).action != action  # whole pixels, as the model writes them
    assert "[406, 294]" in reply.answer or "[407, 295]" in reply.answer


def test_where_two_answers_agree_there_is_no_closer_look() -> None:
    model = FakeModel(said(click_at(500, 500)), said(click_at(504, 503)))
    reply = answer(model, "zoom-if-unsure", SCREEN)
    assert action_of(reply) == click_at(500, 500)
    assert (len(model.requests), reply.grounding.calls) == (2, 2)


def test_where_two_answers_differ_both_are_looked_at_closer() -> None:
    model = FakeModel(said(click_at(400, 500)), said(click_at(600, 500)), said(click_at(900, 500)))
    reply = answer(model, "zoom-if-unsure", SCREEN)
    assert action_of(reply) == click_at(700, 500)  # the crop begins at 250, 250
    assert reply.grounding.calls == 3


def test_where_the_second_is_far_off_or_unreadable_the_first_is_looked_at_closer() -> None:
    for second in (said(click_at(0, 0)), "hm", said(Done())):
        model = FakeModel(said(click_at(600, 700)), second, said(click_at(0, 0)))
        assert action_of(answer(model, "zoom-if-unsure", SCREEN)) == click_at(350, 450)


def test_what_has_no_place_is_asked_for_once() -> None:
    model = FakeModel(said(Done()))
    answer(model, "zoom-if-unsure", SCREEN)
    assert len(model.requests) == 1
