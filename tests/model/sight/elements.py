"""Elements for tests, written in a line."""

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_CHARACTER, _HEIGHT = 10, 20


def text(words: str, x: float = 0, y: float = 0) -> Element:
    """Return words whose characters are each 10 px wide and 20 px high."""
    box = PixelBox(x, y, x + _CHARACTER * len(words), y + _HEIGHT)
    centres = tuple(x + _CHARACTER * (place + 0.5) for place in range(len(words)))
    return Element(Kind.TEXT, box, text=words, centres=centres)


def control(kind: Kind, x: float, y: float, width: float = 120, height: float = 28, words: str = "") -> Element:
    """Return a control with its text."""
    return Element(kind, PixelBox(x, y, x + width, y + height), text=words)
