"""Pictures drawn for a test, and a window of the test display that shows one."""

from types import TracebackType
from typing import Self

from PIL import Image, ImageDraw, ImageFont
from Xlib import X
from Xlib.display import Display

from actions.geometry import Rect
from tests.bare_windows import BareWindows

_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_PAPER, _INK = (246, 245, 244), (40, 40, 44)
PLACE = Rect(200, 150, 600, 400)


def button(text: str, scale: float = 1, ticked: bool = False) -> Image.Image:
    """Draw a button with a box that may be ticked, anew at each scale, with smooth edges."""
    finer = 4
    size = round(110 * scale), round(32 * scale)
    picture = Image.new("RGB", (size[0] * finer, size[1] * finer), _PAPER)
    draw, unit = ImageDraw.Draw(picture), scale * finer
    draw.rounded_rectangle((2 * unit, 2 * unit, 108 * unit, 30 * unit), 6 * unit, (255, 255, 255), _INK, round(unit))
    draw.rectangle((8 * unit, 10 * unit, 20 * unit, 22 * unit), (255, 255, 255), _INK, round(unit))
    if ticked:
        draw.line((10 * unit, 16 * unit, 13 * unit, 20 * unit, 18 * unit, 12 * unit), (30, 90, 200), round(2 * unit))
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    font = ImageFont.truetype(_FONT, round(14 * scale))
    ImageDraw.Draw(picture).text((28 * scale, 16 * scale), text, _INK, font, anchor="lm")
    return picture


def page(*parts: tuple[Image.Image, tuple[int, int]]) -> Image.Image:
    """Lay pictures on paper of the window's size."""
    paper = Image.new("RGB", PLACE[2:], _PAPER)
    for picture, place in parts:
        paper.paste(picture, place)
    return paper


def text_line(text: str, size: int = 18) -> Image.Image:
    font = ImageFont.truetype(_FONT, size)
    picture = Image.new("RGB", (round(font.getlength(text)) + 8, 2 * size), _PAPER)
    ImageDraw.Draw(picture).text((4, size), text, _INK, font, anchor="lm")
    return picture


class Shown:
    """A window that shows a picture while entered."""

    def __init__(self, picture: Image.Image, title: str = "Picture") -> None:
        self._picture, self._title, self._windows = picture, title, BareWindows()

    def __enter__(self) -> Self:
        window = self._windows.open(self._title, place=PLACE)
        display: Display = self._windows.display
        pixmap = window.create_pixmap(*PLACE[2:], display.screen().root_depth)
        context = window.create_gc()
        pixmap.put_pil_image(context, 0, 0, self._picture)
        window.change_attributes(background_pixmap=pixmap, event_mask=X.ExposureMask)
        window.clear_area()
        display.sync()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._windows.__exit__(kind, error, trace)
