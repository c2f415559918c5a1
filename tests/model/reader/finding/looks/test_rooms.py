"""Where nothing stands: on a window's ground, away from all that is drawn there."""

import numpy as np
from PIL import Image, ImageDraw

from model.reader.finding.looks.rooms import empty_room


def test_room_is_on_the_largest_ground_of_a_window_and_not_on_the_desktop() -> None:
    image = Image.new("RGB", (800, 600), "black")
    draw = ImageDraw.Draw(image)
    draw.rectangle((100, 100, 600, 400), fill="#eeeeee")
    draw.rectangle((200, 120, 590, 390), fill="white")
    draw.rectangle((210, 130, 260, 180), fill="blue")
    room = empty_room(np.asarray(image))
    assert room
    assert 250 < room.centre[0] < 590
    assert 180 < room.centre[1] < 390


def test_the_desktop_is_what_is_left_where_no_window_is_open() -> None:
    assert empty_room(np.asarray(Image.new("RGB", (800, 600), "#336699")))


def test_what_is_drawn_everywhere_has_no_room() -> None:
    chance = np.random.default_rng(1)
    assert empty_room(chance.integers(0, 255, (200, 300, 3), dtype=np.uint8)) is None
