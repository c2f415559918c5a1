"""Draws what was seen on a screenshot, for people: a box for each element in the colour of its kind, and what it is."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from model.sight.element import Element, Kind
from model.sight.fonts import Font, font_of
from model.sight.listing import describe

_COLOURS = {
    Kind.TEXT: "#7a8aa0", Kind.BUTTON: "#d6246e", Kind.FIELD: "#0a8f3c", Kind.CHECKBOX: "#a020f0",
    Kind.RADIO: "#a020f0", Kind.DROPDOWN: "#e07000", Kind.SPINNER: "#b8860b", Kind.SLIDER: "#6a5acd",
    Kind.SCROLLBAR: "#909090",
    Kind.TAB: "#8b4513", Kind.MENU: "#008b8b", Kind.MENU_ITEM: "#008b8b", Kind.LINK: "#1e63ff", Kind.ICON: "#00a0d0",
    Kind.DIALOG: "#ff0000",
}  # fmt: skip
_OTHER = "#b06080"
_LETTERS = 11  # pixels
_LONGEST = 34  # characters of a note


def draw(image: Image.Image, elements: Sequence[Element]) -> Image.Image:
    """Return a copy of a screenshot with the elements drawn on it; words that are only text get no note."""
    picture = image.convert("RGB")
    picture = picture.copy() if picture is image else picture
    pen, font = ImageDraw.Draw(picture), font_of(_LETTERS)
    for element in elements:
        pen.rectangle(tuple(element.box), outline=_colour(element), width=1 if element.kind is Kind.TEXT else 2)
    for element in elements:
        if element.kind is not Kind.TEXT:
            _note(pen, font, element)
    return picture


def _note(pen: ImageDraw.ImageDraw, font: Font, element: Element) -> None:
    """Write above a box what it is."""
    words = describe(element)
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    place = (max(element.box.x1, 0), max(element.box.y1 - _LETTERS - 2, 0))
    pen.rectangle(pen.textbbox(place, words, font=font), fill="white")
    pen.text(place, words, fill=_colour(element), font=font)


def _colour(element: Element) -> str:
    return _COLOURS.get(element.kind, _OTHER)
