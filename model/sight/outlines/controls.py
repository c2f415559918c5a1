"""Tells from the shape of an even area what control it is. Knows no toolkit; words beside it are not known yet."""

from collections.abc import Sequence
from threading import Event

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.outlines.frames import Frame, frames
from model.sight.parts import ink_size
from model.sight.text_line import PixelBox

_SCORE = 0.4  # a guess, against a detector's word
_BORDER = 2  # pixels
_LARGEST_BOX = 44  # pixels: a checkbox at 200 %
_SQUARE = 0.15  # of the side
_FLATTEST, _LONGEST = 16, 1400  # pixels of a control's height and width
_TALLEST = 110
_CENTRED = 0.2  # of the width: how far from a button's middle its words may stand
_ARROW = 1.2  # heights: where a drop-down's arrow stands
_BAR_GROUPS = 3  # of words, apart from each other
_LEAST_INK = 4  # pixels


class OutlinedControls:
    """Finds fields, buttons, drop-downs and boxes to tick by their frames."""

    def find(self, pixels: Pixels, stop: Event) -> list[Element]:
        """Return the controls that a frame encloses."""
        found = [element for frame in frames(pixels) if (element := _control(pixels, frame))]
        return _outermost(found)


def _control(pixels: Pixels, frame: Frame) -> Element | None:
    box = frame.box
    if max(box.width, box.height) <= _LARGEST_BOX and abs(box.width - box.height) <= max(_SQUARE * box.width, 1):
        return _tick_box(pixels, frame)
    if not (_FLATTEST <= box.height <= _TALLEST and box.width >= 1.5 * box.height and box.width <= _LONGEST):
        return None
    kind = _kind(pixels, box)
    return Element(kind, box.grown(_BORDER), score=_SCORE) if kind else None


def _tick_box(pixels: Pixels, frame: Frame) -> Element | None:
    """Return a checkbox, or a round radio button; what is in it ticks it."""
    kind = Kind.CHECKBOX if frame.square else Kind.RADIO
    inside = frame.box.grown(-max(2.0, frame.box.width / 6))
    width, height = ink_size(pixels, inside)
    checked = min(width, height) >= _LEAST_INK or frame.filled < 0.7
    return Element(kind, frame.box.grown(1), checked=checked, score=_SCORE)


def _kind(pixels: Pixels, box: PixelBox) -> Kind | None:
    """Return what words in the middle, an arrow at the end or neither make of a frame; several apart make a bar."""
    inside = box.grown(-_BORDER)
    ink = _inked_columns(pixels, inside)
    if not ink.size:
        return Kind.FIELD
    gaps = np.flatnonzero(np.diff(ink) > box.height / 2)
    if gaps.size >= _BAR_GROUPS - 1:
        return None
    last = ink[gaps[-1] + 1] if gaps.size else ink[0]
    if gaps.size and last >= inside.width - _ARROW * box.height:
        return Kind.DROPDOWN
    middle = (int(ink[0]) + int(ink[-1])) / 2
    return Kind.BUTTON if abs(middle - inside.width / 2) <= _CENTRED * inside.width / 2 else Kind.FIELD


def _inked_columns(pixels: Pixels, box: PixelBox) -> NDArray[np.intp]:
    part = pixels[int(box.y1) : int(box.y2), int(box.x1) : int(box.x2)].astype(np.int16)
    background = np.median(part.reshape(-1, 3), axis=0)
    return np.flatnonzero((np.abs(part - background) > 40).any(axis=(0, 2)))


def _outermost(found: Sequence[Element]) -> list[Element]:
    """Leave out what lies inside another control: a part of it."""
    by_size = sorted(found, key=lambda element: -element.box.width * element.box.height)
    kept: list[Element] = []
    for element in by_size:
        if not any(other.box.has(element.box.centre) for other in kept):
            kept.append(element)
    return kept
