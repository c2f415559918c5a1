"""Figures by their colour and shape."""

from PIL import Image, ImageDraw

from model.reader.finding.find import find_all
from model.reader.plan import Target
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


def test_a_rim_is_meant_where_nothing_is_filled_so() -> None:
    found = find_all(BLACK_BOX, scene(image=boxes("white")))
    assert [round(place.box.x1) for place in found] == [60]
