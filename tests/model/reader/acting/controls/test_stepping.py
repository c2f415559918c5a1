"""A number that does not let itself be written is stepped to, and read without the focus."""

from model.reader.plan import SetValue, Target
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.acting.following import follow, kinds, spots
from tests.model.reader.finding.scenes import at, scene

PLAN = [SetValue(Target("Copies"), "3")]
UP = Element(Kind.ICON, PixelBox(110, 0, 120, 10), name="up")
DOWN = Element(Kind.ICON, PixelBox(110, 20, 120, 30), name="down")


def reading(number: str) -> Scene:
    return scene(at(Kind.SPINNER, 0, 0, number, label="Copies"), UP, DOWN)


def framed() -> Scene:
    """Return the field with the focus, whose frame lies over the number."""
    return scene(Element(Kind.FIELD, PixelBox(5, 3, 90, 27), label="Copies"), UP, DOWN)


def test_keys_step_to_the_number_and_it_is_read_again() -> None:
    one, three = reading("1"), reading("3")
    actions = follow(PLAN, one, one, one, one, one, one, one, three)
    assert kinds(actions) == ["input_text", "wait", "press_keys", "click", *["press_keys"] * 3, "done"]
    assert [action["keys"] for action in actions if "keys" in action] == [["tab"], ["up"], ["up"], ["tab"]]


def test_arrows_are_clicked_where_keys_do_nothing() -> None:
    one, three = reading("1"), reading("3")
    changes = [True, True, True, True, False, False, True, True, True]
    actions = follow(PLAN, *[one] * 9, three, changes=changes)
    assert kinds(actions)[6:8] == ["click", "click"]
    assert spots(actions)[6:8] == [(110, 0)] * 2
    assert kinds(actions)[-1] == "done"


def test_a_field_that_keeps_the_focus_is_left_by_a_click_beside_it() -> None:
    three = reading("3")
    actions = follow(PLAN, reading("1"), framed(), framed(), framed(), three)
    assert kinds(actions) == ["input_text", "wait", "press_keys", "click", "done"]


def test_how_far_a_step_goes_is_learnt_from_the_first_ones() -> None:
    plan = [SetValue(Target("Copies"), "11")]
    actions = follow(plan, *[reading("1")] * 14, *[reading("51")] * 11, reading("11"))
    assert [action["keys"] for action in actions[4:14]] == [["up"]] * 10
    assert [action["keys"] for action in actions[16:24]] == [["down"]] * 8
    assert kinds(actions)[-1] == "done"


def test_a_number_that_never_shows_is_told() -> None:
    end = follow(PLAN, *[framed()] * 5)[-1]
    assert end["action_type"] == "infeasible"
    assert "“3”" in end["reason"]
