"""Where lines of text stand on the newest screen, as far as it was looked at.

Turned to the next screenshot, it keeps what did not change. Knows no OCR: it says where to look, and is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox, enclosing

_MARGIN = 32  # pixels around a change that are looked at again: a line's neighbourhood tells it from a drawing
_OVERLAP = 48  # pixels that a part reaches beyond its rows: half of the tallest usual line
_WIDE_OVERLAP = 200  # for a line that is cut all the same
_CARET_WIDTH = 3  # pixels
_DOUBT = 3  # pixels by which a line's middle may differ from one part to the next


@dataclass(frozen=True)
class Part:
    """Rows of a screen whose lines are to be found: `rows` are its own, `area` is what is looked at."""

    area: PixelBox
    rows: PixelBox
    pending: PixelBox

    def cuts(self, box: PixelBox) -> bool:
        """Say whether a line goes on beyond what was looked at."""
        above = box.y1 <= self.area.y1 > self.pending.y1
        below = box.y2 >= self.area.y2 < self.pending.y2
        return self.owns(box) and (above or below)

    def owns(self, box: PixelBox) -> bool:
        """Say whether a line stands in the part's own rows."""
        return self.rows.y1 - _DOUBT <= box.centre[1] < self.rows.y2 + _DOUBT

    def widened(self) -> "Part":
        """Return the part looking further around."""
        return replace(self, area=_grown(self.rows, 0, _WIDE_OVERLAP).within(self.pending))


class Page:
    """One screen's lines, by their boxes, and which of them nobody has read ahead yet.

    `pixels` are the screen's, but for carets that came since.
    """

    def __init__(self) -> None:
        self.pixels: Pixels = np.zeros((0, 0, 3), np.uint8)
        self.boxes: list[PixelBox] = []
        self.unread: list[PixelBox] = []
        self.turned = 0
        self._pending: list[PixelBox] = []

    def turn_to(self, pixels: Pixels) -> None:
        """Go on to a further screenshot; what changed is to be looked at again, but for a caret."""
        if self.pixels.shape != pixels.shape:
            self.pixels = pixels.copy()
            self.boxes, self.unread, self._pending = [], [], [whole(pixels)]
        elif changes := [area for area in changed_areas(self.pixels, pixels) if area.width >= _CARET_WIDTH]:
            for area in changes:
                crop(self.pixels, area)[...] = crop(pixels, area)
            limits = whole(pixels)
            margins = [area.grown(_MARGIN).within(limits) for area in changes]
            self._pending = uncut([*margins, *self._pending], self.boxes)
            self.boxes, self.unread = self._beside(self.boxes), self._beside(self.unread)
        else:
            return
        self.turned += 1

    def next_part(self, tallest: int = 0) -> Part | None:
        """Return what is to be looked at next, in rows of that height at most; None when all is known."""
        if not self._pending:
            return None
        area = self._pending[0]
        if not tallest or area.height <= tallest + 2 * _OVERLAP:
            return Part(area, area, area)
        rows = area._replace(y2=area.y1 + tallest)
        return Part(_grown(rows, 0, _OVERLAP).within(area), rows, area)

    def learn(self, part: Part, boxes: list[PixelBox]) -> None:
        """Add the lines that were found in a part, and be done with its rows."""
        new = [box for box in boxes if part.owns(box) and not any(_same(box, known) for known in self.boxes)]
        self.boxes, self.unread = [*self.boxes, *new], [*self.unread, *new]
        rest = [part.pending._replace(y1=part.rows.y2)] if part.rows.y2 < part.pending.y2 else []
        self._pending = [*rest, *(area for area in self._pending if area != part.pending)]

    def inked(self, area: PixelBox) -> list[PixelBox]:
        """Return the parts of an area, side by side, in which anything stands."""
        shown = crop(self.pixels, area)
        runs = _runs((shown != shown[:1]).any(axis=(0, 2)))
        places = (area._replace(x1=area.x1 + run.start, x2=area.x1 + run.stop) for run in runs)
        return [_grown(place, _MARGIN, 0).within(area) for place in places]

    def boxes_in(self, pixels: Pixels, area: PixelBox) -> list[PixelBox]:
        """Return the lines that touch an area of a later screenshot; none where it looks otherwise, or is not known."""
        if any(pending.overlaps(area) for pending in self._pending) or not self._shows(pixels, area):
            return []
        return [box for box in self.boxes if box.overlaps(area)]

    def crop(self, pixels: Pixels, box: PixelBox) -> Pixels:
        """Return a part of a later screenshot, without the caret that came since."""
        return crop(self.pixels if self._shows(pixels, box) else pixels, box)

    def _beside(self, boxes: list[PixelBox]) -> list[PixelBox]:
        """Return those that nothing is to be looked at again in."""
        return [box for box in boxes if not any(box.overlaps(area) for area in self._pending)]

    def _shows(self, pixels: Pixels, area: PixelBox) -> bool:
        if self.pixels.shape != pixels.shape:
            return False
        known, now = crop(self.pixels, area), crop(pixels, area)
        if np.array_equal(known, now):
            return True
        columns = np.flatnonzero((known != now).any(axis=(0, 2)))
        return int(columns[-1] - columns[0]) < _CARET_WIDTH


def crop(pixels: Pixels, box: PixelBox) -> Pixels:
    """Return what a box shows, as a view."""
    return pixels[int(box.y1) : int(box.y2), int(box.x1) : int(box.x2)]


def whole(pixels: Pixels) -> PixelBox:
    """Return the box of a whole picture."""
    return PixelBox(0, 0, pixels.shape[1], pixels.shape[0])


def _grown(box: PixelBox, across: float, along: float) -> PixelBox:
    return PixelBox(box.x1 - across, box.y1 - along, box.x2 + across, box.y2 + along)


def _same(box: PixelBox, other: PixelBox) -> bool:
    return box.has(other.centre) and other.has(box.centre)


def changed_areas(before: Pixels, now: Pixels) -> list[PixelBox]:
    """Return boxes around all pixels that differ: bands of rows with changes, parted where nothing changed between."""
    different = (before != now).reshape(len(now), -1).any(axis=1)
    return [area for rows in _runs(different) for area in _areas_of_band(before, now, rows)]


def _areas_of_band(before: Pixels, now: Pixels, rows: slice) -> Iterator[PixelBox]:
    different = (before[rows] != now[rows]).any(axis=2)
    for columns in _runs(different.any(axis=0)):
        touched = np.flatnonzero(different[:, columns].any(axis=1))
        yield PixelBox(columns.start, rows.start + int(touched[0]), columns.stop, rows.start + int(touched[-1]) + 1)


def _runs(different: NDArray[np.bool_]) -> list[slice]:
    """Return where something differs, with less than two margins between."""
    places = np.flatnonzero(different)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 2 * _MARGIN) + 1) if places.size else []
    return [slice(int(run[0]), int(run[-1]) + 1) for run in runs]


def uncut(areas: list[PixelBox], lines: list[PixelBox]) -> list[PixelBox]:
    """Return the areas widened until they cut through no line and none overlaps another."""
    widened: list[PixelBox] = []
    for changed in areas:
        area = changed
        while cut := [box for box in (*lines, *widened) if box.overlaps(area) and not area.contains(box)]:
            area = enclosing([area, *cut])
        widened = [*(other for other in widened if not area.contains(other)), area]
    return widened
