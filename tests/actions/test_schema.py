import pytest
from hypothesis import given
from pydantic import ValidationError

from actions.schema import MAX_TEXT, Action, ActionAdapter, Box, Click, Point, PressKeys, Scroll, TypeText, Wait
from tests.actions.strategies import actions


def click(box: object) -> Click:
    return Click.model_validate({"box_2d": box})


@given(actions())
def test_an_action_survives_json(action: Action) -> None:
    assert ActionAdapter.validate_json(action.model_dump_json()) == action


@pytest.mark.parametrize("value", [[[1, 2, 3, 4]], [1, 2, 3, 4], (1, 2, 3, 4), [3, 4, 1, 2], [[[1, 4, 3, 2]]]])
def test_a_box_in_any_nesting_and_order_of_corners(value: object) -> None:
    assert click(value).box_2d == Box(1, 2, 3, 4)


def test_a_point_is_a_box_without_extent() -> None:
    box = click([7, 9]).box_2d
    assert (box, box.centre) == (Box(7, 9, 7, 9), Point(7, 9))


def test_both_ends_of_the_scale_are_inside() -> None:
    assert click([0, 0, 1000, 1000]).box_2d.centre == Point(500, 500)


@pytest.mark.parametrize(
    "value", [[1, 2, 3], [], None, "1,2", [1, 2, 3, 1001], [-1, 2], [float("nan"), 2], [True, False], [["a", "b"]]]
)
def test_what_is_no_box_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        click(value)


def test_whole_numbers_are_written_without_a_point() -> None:
    assert click([1.0, 2.5]).model_dump()["box_2d"] == [[1, 2.5, 1, 2.5]]


@pytest.mark.parametrize(
    "fields",
    [
        {"action_type": "click", "box_2d": [1, 2], "clicks": 4},
        {"action_type": "click", "box_2d": [1, 2], "button": "thumb"},
        {"action_type": "click", "box_2d": [1, 2], "speed": 3},
        {"action_type": "scroll", "direction": "down", "notches": 0},
        {"action_type": "wait", "seconds": float("nan")},
        {"action_type": "wait", "seconds": 61},
        {"action_type": "press_keys", "keys": []},
        {"action_type": "press_keys", "keys": ["hyper"]},
        {"action_type": "input_text", "text": "x" * (MAX_TEXT + 1)},
        {"action_type": "input_text", "text": "\ud800"},
        {"action_type": "open_app", "app_name": ""},
        {"action_type": "ask_user", "text": ""},
        {"action_type": "teleport"},
        {},
    ],
)
def test_what_is_out_of_bounds_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ActionAdapter.validate_python(fields)


def test_keys_get_their_one_name() -> None:
    assert PressKeys(keys=("Control", "Return")).keys == ("ctrl", "enter")


def test_actions_are_frozen_and_hashable() -> None:
    held = Click(box_2d=Box.at(1, 2), modifiers=("ctrl",))
    with pytest.raises(ValidationError):
        held.clicks = 2
    assert len({held, Click(box_2d=Box.at(1, 2), modifiers=("ctrl",))}) == 1


def test_defaults() -> None:
    assert TypeText(text="a") == TypeText(text="a", box_2d=None, override=False, press_enter=False)
    assert (Scroll(direction="up").notches, Wait().seconds) == (5, 2.0)
