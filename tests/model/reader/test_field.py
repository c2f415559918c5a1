"""Fields on drawn screens: beside, below and around a label. Real ones are in `test_real_screens`."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from model.reader.field import find_field
from model.sight.text_line import PixelBox

LABEL = PixelBox(100, 100, 150, 120)


def screen(*frames: tuple[int, int, int, int], radius: int = 0, fill: str = "white", width: int = 1) -> Image.Image:
    """Return a light screen with the label's ink and some frames."""
    image = Image.new("RGB", (800, 400), "#f6f5f4")
    draw = ImageDraw.Draw(image)
    for frame in frames:
        draw.rounded_rectangle(frame, radius, fill=fill, outline="#777777", width=width)
    for x in range(106, 144, 8):
        draw.line((x, 105, x, 114), fill="black", width=2)
    return image


def field_of(image: Image.Image, label: PixelBox = LABEL) -> PixelBox | None:
    return find_field(np.asarray(image), label)


@pytest.mark.parametrize(("radius", "width", "fill"), [(0, 1, "white"), (5, 2, "white"), (0, 1, "#f6f5f4")])
def test_a_field_beside_its_label(radius: int, width: int, fill: str) -> None:
    field = field_of(screen((170, 95, 500, 125), radius=radius, width=width, fill=fill))
    assert field
    assert PixelBox(168, 93, 502, 127).contains(field)
    assert field.width > 320


def test_a_field_so_close_that_the_label_box_reaches_over_its_frame() -> None:
    field = field_of(screen((147, 98, 400, 122)))
    assert field
    assert field == PixelBox(147, 98, 401, 123)


def test_a_field_below_its_label() -> None:
    assert field_of(screen((100, 128, 400, 150))) == PixelBox(100, 128, 401, 151)


def test_a_text_area_below_its_label() -> None:
    assert field_of(screen((100, 128, 400, 300))) == PixelBox(100, 128, 401, 301)


def test_a_field_that_holds_selected_text() -> None:
    image = screen((170, 95, 500, 125), radius=3)
    ImageDraw.Draw(image).rectangle((173, 99, 230, 121), fill="#308cc6")
    field = field_of(image)
    assert field
    assert field.width > 320


def test_letters_of_the_label_close_above_a_field() -> None:
    image = screen((100, 121, 400, 142))
    ImageDraw.Draw(image).line((106, 105, 106, 119), fill="black", width=2)
    assert field_of(image) == PixelBox(100, 121, 401, 143)


def test_a_placeholder_names_the_field_that_it_stands_in() -> None:
    field = field_of(screen((101, 96, 400, 123)))
    assert field == PixelBox(102, 97, 400, 123)


def test_a_frame_around_the_label_and_its_field_is_not_the_field() -> None:
    assert field_of(screen((90, 88, 700, 134), (170, 95, 500, 125), fill="#f6f5f4")) == PixelBox(170, 95, 501, 126)


def test_the_field_beside_comes_before_the_one_below() -> None:
    assert field_of(screen((100, 128, 400, 150), (170, 95, 500, 125))) == PixelBox(170, 95, 501, 126)


@pytest.mark.parametrize(
    "frames",
    [
        (),
        ((170, 95, 185, 125),),  # too narrow: a check box
        ((50, 50, 700, 350),),  # around the label, but too tall: a pane
        ((170, 20, 500, 390),),  # beside it, but too tall
        ((600, 95, 700, 125),),  # too far
    ],
)
def test_what_is_no_field(frames: tuple[tuple[int, int, int, int], ...]) -> None:
    assert field_of(screen(*frames)) is None


def test_other_text_in_between_hides_a_field() -> None:
    image = screen((300, 95, 500, 125))
    ImageDraw.Draw(image).line((200, 108, 210, 112), fill="black")
    assert field_of(image) is None


@pytest.mark.parametrize("label", [PixelBox(0, 0, 30, 20), PixelBox(770, 380, 800, 400), PixelBox(0, 0, 2, 2)])
def test_labels_at_the_edges_of_the_screen(label: PixelBox) -> None:
    assert field_of(screen(), label) is None


def test_the_room_of_a_dialog_above_a_field_that_is_as_wide_is_not_the_field() -> None:
    image = screen((90, 88, 420, 160), (100, 128, 410, 150), fill="#f6f5f4")
    assert field_of(image) == PixelBox(100, 128, 411, 151)
