"""Finds the page of a window that is there to be written on: no frame tells it, only that it is large and plain.

Editors of text are so. A title or a menu bar above it tells a window's page from the desktop.
"""

from collections.abc import Iterator

import numpy as np

from model.reader.finding.named.titles import is_title
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_LARGE = 0.06  # of the screen, at the least
_PLAIN = 0.8  # of the page in its own colour
_COLOURS = 3  # that cover most of a screen: the desktop's, the windows', the page's
_BELOW = 0.25  # of the screen's height: bars between a title and a page
_ROOM = 0.15  # of its height, at its end: where its text seldom reaches


def page_to_write_on(scene: Scene) -> PixelBox | None:
    """Return the largest plain page, or None where no window has one."""
    heads = [line.box for line in scene.lines if is_title(scene.pixels, line.box)]
    heads += [element.box for element in scene.elements if element.kind is Kind.MENU]
    reach = _BELOW * scene.image.height
    pages = [page for page in _plain(scene.pixels) if any(_is_below(page, head, reach) for head in heads)]
    return max(pages, key=lambda box: box.width * box.height, default=None)


def room_at_end(page: PixelBox) -> PixelBox:
    """Return where a page is written on without hitting a word: a click there leaves the caret behind all text."""
    return page._replace(y1=page.y2 - _ROOM * page.height)


def _is_below(page: PixelBox, head: PixelBox, reach: float) -> bool:
    return page.x1 <= head.centre[0] < page.x2 and 0 <= page.y1 - head.y2 <= reach


def _plain(pixels: Pixels) -> Iterator[PixelBox]:
    """Yield the large areas of the commonest colours that fill their own boxes."""
    import cv2  # 20 MB, which a process that never looks need not have

    least = _LARGE * pixels.shape[0] * pixels.shape[1]
    red, green, blue = pixels.reshape(-1, 3)[::7].astype(np.uint32).T
    codes, counts = np.unique(red << 16 | green << 8 | blue, return_counts=True)
    for code in codes[np.argsort(-counts, kind="stable")[:_COLOURS]].tolist():
        colour = np.array([code >> 16, code >> 8 & 255, code & 255], np.uint8)
        mask = np.asarray(cv2.inRange(pixels, colour, colour))
        _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
        for x, y, width, height, area in stats[1:]:
            if area >= max(_PLAIN * width * height, least):
                yield PixelBox(float(x), float(y), float(x + width), float(y + height))
