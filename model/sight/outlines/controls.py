"""Tells from the shape of an even area what control it is. Knows no toolkit; words beside it are not known yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Event

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.outlines.areas import text_areas
from model.sight.outlines.frames import Frame, frames, without_carets
from model.sight.outlines.grids import as_tables
from model.sight.outlines.large import is_large_button
from model.sight.outlines.scrollbars import scrollbars
from model.sight.outlines.sliders import sliders
from model.sight.outlines.ticks import tick_boxes
from model.sight.text_line import PixelBox, enclosing

_SCORE = 0.4  # a guess, against a detector's word
_BORDER = 2  # pixels
_ROUND, _ROUNDEST = 0.2, 8  # of the height, and pixels: what a round corner takes
_FLATTEST, _TALLEST = 16, 110  # pixels of a control's height
_LEAST_WIDE = 1.5  # heights
_MOST_WIDE = 0.9  # of the picture: a bar, unless it is empty or words stand at its left end
_WIDEST = 0.97
_CENTRED = 0.2  # of the width: how far from a button's middle its words may stand
_ARROW = 1.3  # heights: where a drop-down's arrow stands
_LEAST_ARROW = 0.38  # of a field's height: lower frames are the insides of letters
_LONE_ARROW = 0.7  # of it: what is no half of a spinner's end is as high as the field
_BAR_GROUPS = 3  # of words, apart from each other
_INK = 40  # levels
_COLOURFUL = 64  # levels between the channels: a selected row, or a button
_TOUCHING = 4  # pixels between a field and its arrow
_STEPS = 2.8  # heights: where both signs of a spinner stand
_SIGN = 0.6  # of the height: how wide a sign is at most
_BAR_GAP = 2.0  # heights between what stands on a bar, and not in one button
_EQUAL = 1.6  # times as wide: the two ends of a spinner differ by less


class OutlinedControls:
    """Finds fields, buttons, drop-downs, cells, boxes to tick, sliders and scrollbars by their outlines."""

    def find(self, pixels: Pixels, stop: Event) -> list[Element]:
        """Return the controls that a frame encloses."""
        areas = without_carets(pixels, frames(pixels))
        found = [element for area in areas if (element := _control(pixels, area.box))]
        found = _with_arrows(pixels, found, areas)
        boxed = [*as_tables(found), *text_areas(pixels), *tick_boxes(pixels)]
        return _outermost([*boxed, *sliders(pixels), *scrollbars(pixels), *_large_buttons(pixels, areas, found)])


def _control(pixels: Pixels, box: PixelBox) -> Element | None:
    if not _is_flat(box):
        return None
    part = box.width / pixels.shape[1] if pixels.shape[1] > 2 * _TALLEST else 0.0
    kind = _kind(pixels, box) if part <= _WIDEST else None
    if part > _MOST_WIDE and kind is not Kind.FIELD:
        return None
    return Element(kind, box.grown(_BORDER), selected=kind is Kind.ROW, score=_SCORE) if kind else None


def _large_buttons(pixels: Pixels, areas: Sequence[Frame], found: Sequence[Element]) -> Iterator[Element]:
    """Yield the buttons that are no flat ones; what holds other controls is none."""
    for area in areas:
        holds = any(area.box.has(element.box.centre) for element in found)
        if not holds and not _is_flat(area.box) and is_large_button(pixels, area.box):
            yield Element(Kind.BUTTON, area.box.grown(_BORDER), score=_SCORE)


def _is_flat(box: PixelBox) -> bool:
    return _FLATTEST <= box.height <= _TALLEST and box.width >= _LEAST_WIDE * box.height


def _kind(pixels: Pixels, box: PixelBox) -> Kind | None:
    """Return what words in the middle, an arrow at the end or neither make of a frame; several apart make a bar."""
    inside, corner = box.grown(-_BORDER), min(_ROUND * box.height, _ROUNDEST)
    part = pixels[int(box.y1 + corner) : int(box.y2 - corner), int(inside.x1) : int(inside.x2)]
    ground = np.median(part.reshape(-1, 3), axis=0)
    ink = np.flatnonzero((np.abs(part.astype(np.int16) - ground) > _INK).any(axis=(0, 2)))
    if not ink.size:
        return Kind.FIELD if not _is_colourful(ground) else None
    gaps = np.flatnonzero(np.diff(ink) > box.height / 2)
    if _has_signs(ink, gaps, inside):
        return Kind.SPINNER
    if gaps.size >= _BAR_GROUPS - 1:
        return None
    last = ink[gaps[-1] + 1] if gaps.size else ink[0]
    if gaps.size and last >= inside.width - _ARROW * box.height:
        end = PixelBox(inside.x1 + int(last), box.y1 + corner, inside.x2, box.y2 - corner)
        return Kind.SPINNER if _has_two_arrows(pixels, end.grown(_BORDER)) else Kind.DROPDOWN
    if gaps.size and (ink[gaps + 1] - ink[gaps]).max() > _BAR_GAP * box.height:
        return None
    middle = (int(ink[0]) + int(ink[-1])) / 2
    if abs(middle - inside.width / 2) <= _CENTRED * inside.width / 2:
        return Kind.BUTTON
    return Kind.ROW if _is_colourful(ground) else Kind.FIELD


def _has_signs(ink: NDArray[np.intp], gaps: NDArray[np.intp], inside: PixelBox) -> bool:
    """Say whether two small signs stand at a frame's end: a minus and a plus."""
    begins, ends = ink[np.append(0, gaps + 1)], ink[np.append(gaps, ink.size - 1)]
    if not 2 <= begins.size <= _BAR_GROUPS or inside.width < 2 * _STEPS * inside.height:
        return False
    small = (ends[-2:] - begins[-2:]) <= _SIGN * inside.height
    return bool(small.all() and begins[-2] >= inside.width - _STEPS * inside.height)


def _is_colourful(colour: NDArray[np.float64]) -> bool:
    return bool(colour.max() - colour.min() >= _COLOURFUL)


def _with_arrows(pixels: Pixels, found: Sequence[Element], areas: Sequence[Frame]) -> list[Element]:
    """Join a field with the small frames at its end: a drop-down's arrow; two, or one with two arrows, of a spinner."""
    small = [area.box for area in areas if area.square and area.box.width <= _ARROW * area.box.height * 2]
    joined = []
    for element in found:
        high = [box for box in small if box.height >= _LEAST_ARROW * element.box.height]
        ends = _ends(element.box, high) if element.kind is Kind.FIELD else []
        is_spinner = _are_equal(ends) if len(ends) > 1 else any(_has_two_arrows(pixels, end) for end in ends)
        kind = Kind.SPINNER if is_spinner else Kind.DROPDOWN
        box = enclosing([element.box, *(end.grown(_BORDER) for end in ends)])
        joined.append(replace(element, kind=kind, box=box) if ends else element)
    return joined


def _are_equal(ends: Sequence[PixelBox]) -> bool:
    widths = [end.width for end in ends]
    return max(widths) <= _EQUAL * min(widths)


def _has_two_arrows(pixels: Pixels, end: PixelBox) -> bool:
    """Say whether two signs of one size stand above each other in the frame at a field's end."""
    inside = end.grown(-_BORDER)
    part = pixels[int(inside.y1) : int(inside.y2), int(inside.x1) : int(inside.x2)].astype(np.int16)
    if part.size == 0:
        return False
    inked = np.flatnonzero((np.abs(part - np.median(part.reshape(-1, 3), axis=0)) > _INK).any(axis=(1, 2)))
    signs = np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1)
    return len(signs) == 2 and max(map(len, signs)) <= _EQUAL * min(map(len, signs))


def _ends(field: PixelBox, small: Sequence[PixelBox]) -> list[PixelBox]:
    """Return the frames at a field's end: above each other, or one after the other."""
    first = [box for box in small if _is_at_end(box, field, field)]
    if len(first) == 1 and first[0].height < _LONE_ARROW * field.height:
        return []
    return first if len(first) != 1 else [*first, *(box for box in small if _is_at_end(box, first[0], field))]


def _is_at_end(box: PixelBox, before: PixelBox, field: PixelBox) -> bool:
    beside = abs(box.x1 - before.x2) <= 2 * _TOUCHING and box.x1 > field.x1
    return beside and field.y1 <= box.centre[1] < field.y2 and max(box.height, box.width) <= field.height + 2 * _BORDER


def _outermost(found: Sequence[Element]) -> list[Element]:
    """Leave out what lies inside another control: a part of it."""
    kept: list[Element] = []
    for element in sorted(found, key=lambda element: -element.box.width * element.box.height):
        if not any(other.box.has(element.box.centre) for other in kept):
            kept.append(element)
    return kept
