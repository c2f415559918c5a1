"""Tabs without frames, on drawn panes."""

from PIL import Image, ImageDraw

from model.sight.element import Element, Kind
from model.sight.layout.tabs import mark_tabs
from model.sight.ocr import as_pixels
from model.sight.text_line import PixelBox

PANE = PixelBox(100, 100, 600, 400)
ROW = [Element(Kind.TEXT, PixelBox(x, 110, x + 60, 126), text=text) for x, text in ((120, "General"), (220, "Sound"))]


def pane(*, ruled: bool) -> Image.Image:
    image = Image.new("RGB", (800, 500), "#f0f0f0")
    pen = ImageDraw.Draw(image)
    pen.rectangle(tuple(PANE), fill="#fafafa")
    if ruled:
        pen.line((100, 136, 600, 136), fill="#f6f6f6")
        pen.line((120, 136, 180, 136), fill="blue")  # below the one that is open
    return image


def kinds(image: Image.Image, *more: Element) -> set[Kind]:
    found = mark_tabs(as_pixels(image), [*ROW, *more], [PANE])
    return {element.kind for element in found if element.text in ("General", "Sound")}


def test_words_at_the_top_of_a_pane_above_a_faint_line_across_are_tabs() -> None:
    assert kinds(pane(ruled=True)) == {Kind.TAB}


def test_without_a_line_they_are_words() -> None:
    assert kinds(pane(ruled=False)) == {Kind.TEXT}


def test_the_heads_of_columns_are_no_tabs() -> None:
    cells = [Element(Kind.TEXT, PixelBox(x, 150, x + 40, 166), text="12") for x in (120, 220)]
    assert kinds(pane(ruled=True), *cells) == {Kind.TEXT}
