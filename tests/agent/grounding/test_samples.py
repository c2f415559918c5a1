"""Several samples: what most of them do, and the middle of where most of those do it."""

from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from actions.schema import Action, Box, Click, Done, Drag, PressKeys, TypeText, Wait
from model.base import GenerationStopped
from tests.agent.grounding.asking import action_of, answer, click_at, said
from tests.fakes import FakeModel

SCREEN = Image.new("RGB", (80, 60))
ENTER, ESCAPE = PressKeys(keys=("enter",)), PressKeys(keys=("escape",))


def middle(*actions: Action | str) -> Action:
    replies = [action if isinstance(action, str) else said(action) for action in actions]
    return action_of(answer(FakeModel(*replies), f"samples:{len(replies)}", SCREEN))


def test_the_middle_of_places_is_their_median() -> None:
    assert middle(click_at(100, 500), click_at(130, 510), click_at(110, 530)) == click_at(110, 510)


def test_each_side_of_boxes_has_its_median() -> None:
    samples = [Click(box_2d=Box(*box)) for box in ((100, 100, 140, 120), (104, 90, 150, 122), (96, 110, 120, 118))]
    assert middle(*samples) == Click(box_2d=Box(100, 100, 140, 120))


def test_one_that_is_far_off_counts_for_nothing() -> None:
    assert middle(click_at(900, 900), click_at(100, 100), click_at(110, 104)) == click_at(105, 102)


def test_places_that_are_all_far_apart_leave_the_first_and_not_what_lies_between() -> None:
    assert middle(click_at(100, 900), click_at(500, 100), click_at(900, 500)) == click_at(100, 900)


def test_two_samples_that_differ_leave_the_first() -> None:
    assert middle(click_at(100, 900), click_at(500, 100)) == click_at(100, 900)


def test_what_most_samples_do_is_done() -> None:
    assert middle(click_at(100, 100), ENTER, ENTER) == ENTER
    assert middle(Done(), ENTER, ESCAPE, ESCAPE, Wait()) == ESCAPE


def test_of_equally_many_the_first_is_done() -> None:
    assert middle(ENTER, ESCAPE, Done()) == ENTER


def test_what_differs_beside_the_place_is_another_action() -> None:
    left, right = Click(box_2d=Box.at(100, 100)), Click(box_2d=Box.at(100, 100), button="right")
    assert middle(left, right, right) == right
    assert (
        middle(TypeText(text="a"), TypeText(text="b", box_2d=Box.at(1, 1)), TypeText(text="a")).model_dump()["text"]
        == "a"
    )


def test_a_text_with_and_without_a_place_are_two_actions() -> None:
    there, anywhere = TypeText(text="a", box_2d=Box.at(9, 9)), TypeText(text="a")
    assert middle(anywhere, there, there) == there


def test_both_ends_of_a_drag_have_their_middle() -> None:
    drags = [Drag(box_2d=Box.at(x, x), to_box_2d=Box.at(x + 500, x)) for x in (100, 120, 110)]
    assert middle(*drags) == drags[2]


def test_what_cannot_be_read_has_no_vote() -> None:
    assert middle("hm", "?", click_at(7, 7)) == click_at(7, 7)


def test_where_nothing_can_be_read_the_first_is_the_answer() -> None:
    reply = answer(FakeModel("hm", "?", "no"), "samples", SCREEN)
    assert (reply.answer, reply.parsed, reply.grounding.calls) == ("hm", None, 3)


def test_the_thought_is_the_first_one_and_the_reason_that_of_what_is_done() -> None:
    model = FakeModel(said(Done(), "first"), said(ENTER, "second", "two"), said(ENTER, "third", "three"))
    reply = answer(model, "samples", SCREEN)
    assert reply.parsed is not None
    assert (reply.thought, reply.parsed.reason) == ("first", "two")
    assert "Reason: two" in reply.answer
    assert reply.grounding.first == Done()
    assert reply.grounding.note == "2 of 3 samples say so."


def test_a_stop_asks_no_further_sample() -> None:
    stop = Event()
    model = FakeModel(said(click_at(1, 1)), while_thinking=lambda: stop.set() if len(model.requests) == 2 else None)
    with pytest.raises(GenerationStopped):
        answer(model, "samples:5", SCREEN, stop=stop)
    assert len(model.requests) == 2


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=2, max_size=7))
def test_the_middle_lies_among_samples_that_are_near_each_other(places: list[tuple[int, int]]) -> None:
    action = middle(*(click_at(*place) for place in places))
    assert isinstance(action, Click)
    x, y = action.box_2d.centre
    assert min(abs(x - px) for px, _ in places) <= 50
    assert min(abs(y - py) for _, py in places) <= 50
