"""Scenes of given elements and lines, as the finding and the acting see them."""

from collections.abc import Sequence
from threading import Event

from PIL import Image

from model.reader.scene import Scene
from model.reader.statement import Said
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine
from tests.model.sight.screens import FakeSight, blank, line


def scene(
    *elements: Element, lines: Sequence[TextLine] = (), image: Image.Image | None = None, said: str = ""
) -> Scene:
    """Return a screen with these elements, each with its text as a line in its middle, and further lines."""
    written = [_inside(element) for element in elements if element.text]
    sight = FakeSight([*written, *lines], elements)
    return Scene(image or blank(), sight, Event(), lambda _: None, Said(said))


def at(kind: Kind, x: float, y: float, text: str = "", label: str = "", **more: object) -> Element:
    """Return an element 100 px wide and 30 px high."""
    return Element(kind, PixelBox(x, y, x + 100, y + 30), text=text, label=label, **more)  # type: ignore[arg-type]


def _inside(element: Element) -> TextLine:
    return line(element.text, element.box.x1 + 5, element.box.y1 + 5)
