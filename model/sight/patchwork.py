"""Keeps what was found on a screen, and looks again only at what changed. Knows not what is being found."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from model.sight.element import Element
from model.sight.engine import Pixels
from model.sight.page import changed_areas, crop, uncut, whole
from model.sight.text_line import PixelBox

Find = Callable[[Pixels, PixelBox], list[Element]]
"""Finds elements on a part of a screenshot, which lies at that box; their own boxes are in the part's pixels."""

_MARGIN = 48  # pixels around a change that are looked at too: a control cannot be told from a part of it
_AROUND = 8  # pixels around what was found there before: what touches a part's edge cannot be told
_MOST = 0.5  # of the screen: where more changed, all is looked at in one go


class Patchwork:
    """The elements of the newest screen. Calls come from one thread at a time.

    With `rows`, parts reach from the left end of the screen to the right: how wide a thing is, is told from there.
    """

    def __init__(self, *, rows: bool = False) -> None:
        self._rows = rows
        self._pixels: Pixels = np.zeros((0, 0, 3), np.uint8)
        self._elements: list[Element] = []

    def turn_to(self, pixels: Pixels, find: Find) -> list[Element]:
        """Return what stands on a further screenshot. What the finder raises leaves all as it was."""
        areas = self._changes(pixels)
        beside = [element for element in self._elements if not any(element.box.overlaps(area) for area in areas)]
        found = [element for area in areas for element in _found(pixels, area, find)]
        self._pixels, self._elements = pixels.copy() if areas else self._pixels, [*beside, *found]
        return list(self._elements)

    def _changes(self, pixels: Pixels) -> list[PixelBox]:
        """Return the areas to be looked at; they cut through nothing that was found before."""
        screen = whole(pixels)
        if self._pixels.shape != pixels.shape:
            return [screen]
        changes = [area.grown(_MARGIN).within(screen) for area in changed_areas(self._pixels, pixels)]
        if self._rows:
            changes = [area._replace(x1=screen.x1, x2=screen.x2) for area in changes]
        boxes = [element.box.grown(_AROUND) for element in self._elements]
        areas = [area.within(screen) for area in uncut(changes, boxes)]  # a box may reach beyond the screen
        looked_at = sum(area.width * area.height for area in areas)
        return [screen] if looked_at > _MOST * screen.width * screen.height else areas


def _found(pixels: Pixels, area: PixelBox, find: Find) -> list[Element]:
    found = find(np.ascontiguousarray(crop(pixels, area)), area)
    return [moved(element, area.x1, area.y1) for element in found]


def moved(element: Element, dx: float, dy: float) -> Element:
    """Return the element shifted by some pixels."""
    part_of = element.part_of.moved(dx, dy) if element.part_of else None
    return replace(element, box=element.box.moved(dx, dy), part_of=part_of)
