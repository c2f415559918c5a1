"""Finds where icons stand: ink of an icon's size on a plain background, which is no text. Knows no names of icons."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.icons.group import grouped
from model.sight.text_line import PixelBox

_STEP = 18  # levels of a channel between neighbours: an edge, not a gradient
_SMALLEST, _LARGEST = 8, 72  # pixels of the longer side: 10 at 100 %, 32 at 200 %, and an application's own at that
_SLIMMEST = 2.4  # times as long as wide: the slimmest icon, which is three dots or a bar
_BAR = 6  # pixels: what is slimmer is a bar, a minus or a line
_BESIDE = 4  # lengths of a bar to the next icon of its row
_PLAIN, _LIKE = 0.8, 24  # of the pixels around are the same colour, by so many levels
_LETTER = 1.35  # times as wide as high: a shorter text may be an icon that was read
_DRAWN = {Kind.SLIDER, Kind.SCROLLBAR, Kind.SPINNER, Kind.DROPDOWN}
"""Controls that draw marks of their own, which are no icons; what passes for a box to tick may be one."""


def find_icons(pixels: Pixels, text_boxes: Sequence[PixelBox] = (), controls: Sequence[Element] = ()) -> list[PixelBox]:
    """Return the boxes of what may be an icon, close around its ink, in no promised order.

    `text_boxes` are the words of the screen: what lies in one is text, unless that is as short as a letter, for which
    icons are often taken. Marks inside `controls` such as spinners are left out; a frame around one icon belongs to it.
    """
    if min(pixels.shape[:2]) < _SMALLEST:
        return []
    edges = _edges(pixels)
    whole = PixelBox(0, 0, pixels.shape[1], pixels.shape[0])
    for text in (box.within(whole) for box in text_boxes if box.overlaps(whole)):
        if text.width > _LETTER * text.height:
            edges[int(text.y1) : int(text.y2) + 1, int(text.x1) : int(text.x2) + 1] = 0
    single, rows = grouped(edges, _LARGEST)
    drawn = [control.box for control in controls if control.kind in _DRAWN]
    found = [box for box in single if _has_size(box) and _is_free(box, drawn) and _stands_plain(pixels, box)]
    icons = [box for box in found if min(box.width, box.height) > _BAR]
    icons += [row for row in rows if max(row.width, row.height) >= _SMALLEST and _is_free(row, drawn)]
    buttons = [control.box for control in controls if control.kind in {Kind.BUTTON, Kind.ICON}]
    bars = [box for box in found if box.width > box.height and box.height <= _BAR]
    return icons + [bar for bar in bars if _is_icon(bar, icons, buttons)]


def _edges(pixels: Pixels) -> NDArray[np.uint8]:
    """Return where neighbours differ, as 1."""
    import cv2  # 20 MB, which a process that never looks need not have

    steps = cv2.morphologyEx(pixels, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8))
    strongest = cv2.max(cv2.max(steps[:, :, 0], steps[:, :, 1]), steps[:, :, 2])
    return np.asarray(cv2.threshold(strongest, _STEP, 1, cv2.THRESH_BINARY)[1], np.uint8)


def _is_free(box: PixelBox, drawn: Sequence[PixelBox]) -> bool:
    return not any(area.has(box.centre) for area in drawn)


def _has_size(box: PixelBox) -> bool:
    longer, shorter = max(box.width, box.height), min(box.width, box.height)
    slim_enough = longer <= _SLIMMEST * shorter or shorter <= _BAR or (shorter <= 10 and longer <= 5 * shorter)
    return _SMALLEST <= longer <= _LARGEST and slim_enough


def _stands_plain(pixels: Pixels, box: PixelBox) -> bool:
    """Say whether the pixels right around a box are of one colour: nothing cuts it out of a picture or a text."""
    height, width = pixels.shape[:2]
    x1, y1, x2, y2 = (int(side) for side in box.grown(2).within(PixelBox(0, 0, width, height)))
    part = pixels[y1:y2, x1:x2]
    ring = np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]]).astype(np.int16)
    return bool((np.abs(ring - np.median(ring, axis=0)).max(axis=1) <= _LIKE).mean() >= _PLAIN)


def _is_icon(bar: PixelBox, icons: Sequence[PixelBox], buttons: Sequence[PixelBox]) -> bool:
    """Say whether a bar is a minus: in a button, or in a row with icons of its size."""
    if any(button.contains(bar) for button in buttons):
        return True
    reach = _BESIDE * bar.width
    row = bar._replace(x1=bar.x1 - reach, x2=bar.x2 + reach, y1=bar.y1 - bar.width / 2, y2=bar.y2 + bar.width / 2)
    return any(row.has(icon.centre) and bar.width / 2 <= icon.width <= 2 * bar.width for icon in icons)
