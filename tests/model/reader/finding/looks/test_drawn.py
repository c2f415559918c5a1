"""Figures by their colour and shape."""

from PIL import Image, ImageDraw

from model.reader.finding.find import find_all
from model.reader.plan import Target
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox
from tests.model.reader.finding.scenes import scene

BLACK_BOX = Target(colour="black", shape="box")


def boxes(*fills: str) -> Image.Image:
    """Return a picture of boxes side by side, each with a black rim."""
    image = Image.new("RGB", (60 + 200 * len(fills), 240), "white")
    pen = ImageDraw.Draw(image)
    for place, fill in enumerate(fills):
        pen.rectangle((60 + 200 * place, 60, 180 + 200 * place, 180), fill, "black", 3)
    return image


def test_a_black_rim_around_another_colour_is_no_black_box() -> None:
    found = find_all(BLACK_BOX, scene(image=boxes("yellow", "black", "orange")))
    assert [round(place.box.x1) for place in found] == [260]


def test_a_coloured_square_is_a_figure_also_where_it_passes_for_a_control() -> None:
    passing = Element(Kind.CHECKBOX, PixelBox(60, 60, 181, 181), checked=True)
    assert len(find_all(Target(colour="blue"), scene(passing, image=boxes("blue", "navy", "red")))) == 2


def test_a_mark_on_a_control_is_no_figure() -> None:
    button = Element(Kind.BUTTON, PixelBox(20, 20, 400, 220))
    assert find_all(Target(colour="blue"), scene(button, image=boxes("blue"))) == []


def test_a_rim_is_meant_where_nothing_is_filled_so() -> None:
    found = find_all(BLACK_BOX, scene(image=boxes("white")))
    assert [round(place.box.x1) for place in found] == [60]
