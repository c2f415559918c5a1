"""The entries of a foreign application's open menu, read from the screen: no application tells where they are."""

from collections.abc import Mapping
from functools import cache
from threading import Event

import mss
from PIL import Image

from actions.geometry import Rect
from model.sight.ocr import Ocr
from tests.wall.stages.x11 import open_display, popups

_LARGEST = 400  # pixels: what is larger is no menu


def entries_shown(class_name: str) -> Mapping[str, Rect]:
    """Return the lines of text in whatever menus the application has open, and where they are."""
    with open_display() as display:
        menus = [rect for rect in popups(display, class_name) if rect.width <= _LARGEST]
    found = {}
    for menu in menus:
        for line in _reader().read(_grab(menu), Event()):
            x, y, right, bottom = map(round, line.box)
            found[line.text] = Rect(menu.x + x, menu.y + y, right - x, bottom - y)
    return found


@cache
def _reader() -> Ocr:
    return Ocr()


def _grab(rect: Rect) -> Image.Image:
    with mss.MSS() as screen:
        shot = screen.grab({"left": rect.x, "top": rect.y, "width": rect.width, "height": rect.height})
    return Image.frombytes("RGB", shot.size, shot.rgb)
