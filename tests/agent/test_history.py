"""What a run keeps in memory."""

from PIL import Image

from actions.geometry import Rect, View
from actions.schema import Action, Box, Click, Drag, PressKeys
from agent.history import EARLIER_IMAGES, History
from agent.step import Observation, Step

SCREEN = Rect(0, 0, 200, 100)
VIEW = View(SCREEN, (SCREEN,))


def history_of(count: int) -> History:
    history = History()
    for number in range(count):
        image = Image.new("RGB", SCREEN[2:], (number, 0, 0))
        step = Step(index=number + 1, screenshot=f"{number}.png", thought="", answer="")
        history.append(step, Observation(image, View(SCREEN, (SCREEN,))))
    return history


def test_only_the_newest_screenshots_are_kept_oldest_first_at_half_size() -> None:
    images = history_of(EARLIER_IMAGES + 3).images(EARLIER_IMAGES, 0.5)
    assert [image.getpixel((0, 0)) for image in images] == [(n, 0, 0) for n in (3, 4, 5, 6)]
    assert {image.size for image in images} == {(100, 50)}


def test_all_steps_are_kept() -> None:
    history = history_of(9)
    assert [step.index for step in history] == list(range(1, 10))


def test_so_many_are_shown_as_are_asked_for_at_full_size() -> None:
    images = history_of(3).images(2)
    assert [image.getpixel((0, 0)) for image in images] == [(1, 0, 0), (2, 0, 0)]
    assert {image.size for image in images} == {(200, 100)}
    assert history_of(3).images(0) == ()


def acted(*actions: Action) -> History:
    history = History()
    for number, action in enumerate(actions):
        step = Step(index=number + 1, screenshot="", thought="", answer="", performed=action, view=VIEW)
        history.append(step, Observation(Image.new("RGB", SCREEN[2:]), VIEW))
    return history


def test_the_pointer_is_where_the_last_action_that_went_anywhere_left_it() -> None:
    drag = Drag(box_2d=Box.at(1, 2), to_box_2d=Box.at(3, 4))
    assert acted(Click(box_2d=Box.at(9, 9)), drag, PressKeys(keys=("a",))).pointer(VIEW) == Box.at(3, 4)
    assert acted(PressKeys(keys=("a",))).pointer(VIEW) is None
    assert History().pointer(VIEW) is None


def test_in_another_view_nobody_knows_where_the_pointer_is() -> None:
    other = View(Rect(5, 0, 200, 100), (SCREEN,))
    assert acted(Click(box_2d=Box.at(9, 9))).pointer(other) is None
