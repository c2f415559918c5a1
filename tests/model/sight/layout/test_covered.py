"""What a front end's own windows hide, as screenshots show it."""

from threading import Event

from PIL import Image, ImageDraw

from model.base import COVER
from model.sight.element import Element, Kind
from model.sight.layout.covered import uncovered
from model.sight.ocr import as_pixels
from model.sight.open import open_sight
from model.sight.text_line import PixelBox

HIDDEN, SHOWN = (100, 40, 400, 90), (100, 200, 400, 240)


def screen(cover: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGB", (500, 300), "black")
    draw = ImageDraw.Draw(image)
    draw.rectangle(HIDDEN, fill=cover)
    draw.rectangle(SHOWN, fill="white", outline="gray")
    return image


def test_what_is_painted_out_is_no_field() -> None:
    with open_sight() as sight:
        seen = sight.see(screen(COVER), Event())
    assert [element.box.has((250, 220)) for element in seen] == [True]


def test_a_control_that_looks_out_below_a_cover_is_one() -> None:
    image = screen(COVER)
    half, whole = (Element(Kind.FIELD, PixelBox(100, 40, 400, y2)) for y2 in (160, 90))
    assert uncovered(as_pixels(image), [half, whole]) == [half]
