"""What a run keeps in memory."""

from PIL import Image

from actions.geometry import Rect, View
from agent.history import EARLIER_IMAGES, History
from agent.step import Observation, Step

SCREEN = Rect(0, 0, 200, 100)


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
