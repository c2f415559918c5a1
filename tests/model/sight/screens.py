"""Screens for tests: lines of text as OCR would read them, and an OCR that reads what it is told."""

from collections.abc import Sequence
from threading import Event

from PIL import Image, ImageDraw, ImageFont

from model.sight.element import Element
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox, TextLine

CJK_FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
SIZE = (1000, 1000)
"""Pixels and thousandths are the same numbers on a screen of this size."""

_HEIGHT = 20
_CHARACTER = 10


def line(text: str, x: float = 0, y: float = 0) -> TextLine:
    """Return a line whose characters are each 10 px wide and 20 px high."""
    box = PixelBox(x, y, x + _CHARACTER * len(text), y + _HEIGHT)
    return TextLine(text, box, 1.0, tuple(x + _CHARACTER * (place + 0.5) for place in range(len(text))))


class FakeOcr(Ocr):
    """Reads the given lines from any image, and counts how often it was asked."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        super().__init__()
        self.shown = list(lines)
        self.reads = 0

    def read(self, image: Image.Image, stop: Event | None = None) -> list[TextLine]:
        self.reads += 1
        return self.shown


class FakeSight:
    """Sees the given lines and elements on any image, and counts how often it was asked."""

    def __init__(self, lines: Sequence[TextLine] = (), elements: Sequence[Element] = ()) -> None:
        self.lines, self.elements = list(lines), tuple(elements)
        self.looks = 0

    def see(self, image: Image.Image, stop: Event) -> tuple[Element, ...]:
        self.looks += 1
        return self.elements

    def read(self, image: Image.Image, stop: Event) -> list[TextLine]:
        self.looks += 1
        return self.lines

    def read_in(self, image: Image.Image, box: PixelBox, stop: Event) -> str:
        return " ".join(line.text for line in self.lines if box.has(line.box.centre))


def blank(size: tuple[int, int] = SIZE) -> Image.Image:
    """Return a white screenshot."""
    return Image.new("RGB", size, "white")


def write(image: Image.Image, text: str, x: int, y: int, points: int = 16) -> None:
    """Write black text with its top left corner at a place."""
    font = ImageFont.truetype(CJK_FONT, points)
    ImageDraw.Draw(image).text((x, y), text, fill="black", font=font)
