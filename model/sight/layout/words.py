"""Cuts a line of text where it runs over the edge of a control, or a gap is wider than any space: menus, tabs, cells.

Before reading only the widest gaps are certain: a full stop of Chinese leaves one too. What was read tells.
"""

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.parts import gaps, is_blank
from model.sight.text_line import PixelBox, TextLine

_LEAST = 0.35  # of a line's height: less sticks out of a control by the detector's margin only
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DRAWN = frozenset({Kind.CHECKBOX, Kind.RADIO, Kind.SLIDER, Kind.SCROLLBAR})
_WIDE = 0.55  # of the font's size, beyond what is between letters: wider than a space, also beside a "T"
_SPACE = 0.22
_CLOSING_MARKS, _OPENING_MARKS = frozenset("，。：；！？、）】》”…·"), frozenset("（【《“")
_SURE = 0.5
_LITTLE, _WELL_READ = 2, 0.9  # characters, and a score
_CLOSE = 0.14  # heights of a ring to the letters beside it in its word, at most
_DOUBTFUL_BEFORE, _DOUBTFUL_BEHIND = 0.5, 0.2  # where the ring is doubtful: what is ticked there stands further away
_SQUARE = 1.5  # times as wide as high, at most
_LETTER = 0.4  # of a line's height
_TICKED = frozenset({Kind.CHECKBOX, Kind.RADIO})
_COVERED = 0.5  # of a line's height that a control has to reach over


def cut_at(line: PixelBox, edges: Sequence[PixelBox]) -> list[PixelBox]:
    """Return the pieces of a line between the sides of the controls that it runs through, left to right."""
    least = _LEAST * line.height
    sides = [side for box in edges if _shares_row(box, line) for side in (box.x1, box.x2)]
    inner = sorted({side for side in sides if line.x1 + least < side < line.x2 - least})
    bounds = [line.x1, *inner, line.x2]
    return [line._replace(x1=left, x2=right) for left, right in itertools.pairwise(bounds) if right > left]


def is_drawing(line: TextLine, controls: Sequence[Element]) -> bool:
    """Say whether what passes for text is the tick of a checkbox, or another part of a control that bears none."""
    if _is_words(line):
        return False
    drawn = (control.box for control in controls if control.kind in _DRAWN)
    return any(box.has(line.box.centre) and line.box.width <= 2 * max(box.width, box.height) for box in drawn)


def without_days(controls: Sequence[Element], lines: Sequence[TextLine]) -> list[Element]:
    """Leave out what passes for a box to tick and frames a number or a word, as a calendar does its days."""
    words = [line.box.centre for line in lines if _is_words(line)]
    return [c for c in controls if c.kind not in _TICKED or not _is_square(c.box) or not any(map(c.box.has, words))]


def _is_words(line: TextLine) -> bool:
    """Say whether more was read, and surer, than a tick or a handle passes for."""
    return len(line.text) >= _LITTLE and line.score >= _WELL_READ and line.text.replace(" ", "").isalnum()


def _is_square(box: PixelBox) -> bool:
    return box.width <= _SQUARE * box.height


def may_be_icon(line: TextLine) -> bool:
    """Say whether so little was read, or so doubtfully, that it may have been an icon."""
    return len(line.text) <= _LITTLE and (line.score < _WELL_READ or not line.text.isalnum())


def without_letters(pixels: Pixels, controls: Sequence[Element], lines: Sequence[PixelBox]) -> list[Element]:
    """Leave out what passes for a box to tick and is the ring of a letter."""
    return [control for control in controls if control.kind not in _TICKED or not _is_letter(pixels, control, lines)]


def _is_letter(pixels: Pixels, control: Element, lines: Sequence[PixelBox]) -> bool:
    """Say whether a ring is much lower than its line, or, where that is doubtful, stands amid it; or by letters."""
    around = [line for line in lines if line.has(control.box.centre)]
    if any(control.box.height < _LETTER * line.height for line in around):
        return True
    if any(_touches(pixels, control, line) for line in around):
        return True
    left, right = control.box.x1, control.box.x2
    amid = any(left - line.x1 > line.height and line.x2 - right > line.height for line in around)
    return amid and control.score < _SURE


def _touches(pixels: Pixels, control: Element, line: PixelBox) -> bool:
    """Say whether letters stand as close beside a ring as they do in a word, which no box to tick has its words.

    A high letter may reach over to a low one: the "T" of "To".
    """
    ring, rows = control.box, line._replace(y1=max(line.y1, 0))
    before, behind = (_CLOSE, _CLOSE) if control.score >= _SURE else (_DOUBTFUL_BEFORE, _DOUBTFUL_BEHIND)
    left = rows._replace(x1=ring.x1 - 1 - before * ring.height, x2=ring.x1 - 1)
    right = rows._replace(x1=ring.x2 + 1, x2=ring.x2 + 1 + behind * ring.height)
    beside = [side.within(line) for side in (left, right)]
    return any(side.width >= 1 and not is_blank(pixels, side) for side in beside)


def _shares_row(box: PixelBox, line: PixelBox) -> bool:
    return min(box.y2, line.y2) - max(box.y1, line.y1) >= _COVERED * line.height and box.height < 4 * line.height


def apart(pixels: Pixels, line: TextLine) -> list[TextLine]:
    """Return the words of a line that was read, parted where a gap is wider than a space of its letters.

    A space that was lost in reading is put back.
    """
    found = gaps(pixels, line.box, full_height=_HAN.search(line.text) is not None)
    places = [(bisect.bisect(line.centres, x), width) for x, width in found]
    wide = [place for place, width in places if width > _WIDE and not _explains_gap(line.text, place)]
    bounds = [0, *(place for place in wide if 0 < place < len(line.text)), len(line.text)]
    lost = [place for place, width in places if _SPACE < width <= _WIDE and _lacks_space(line.text, place)]
    words = (_part(line, start, end, lost) for start, end in itertools.pairwise(bounds))
    return [word for word in words if word.text]


def _lacks_space(text: str, place: int) -> bool:
    """Say whether letters of words or numbers meet; between those of Chinese is no space."""
    before, after = text[place - 1 : place], text[place : place + 1]
    return all(char.isalnum() and not _HAN.match(char) for char in (before, after) if char) and bool(before and after)


def _explains_gap(text: str, place: int) -> bool:
    """Say whether a mark of Chinese, which is as wide as a letter, stands before or after a gap."""
    before, after = text[:place].rstrip()[-1:], text[place:].lstrip()[:1]
    return before in _CLOSING_MARKS or after in _OPENING_MARKS


def _part(line: TextLine, start: int, end: int, lost: Sequence[int]) -> TextLine:
    """Return some characters of a line, without the spaces around them, and with those that were lost."""
    words = line.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    text, centres = list(line.text[start:end]), list(line.centres[start:end])
    for place in sorted(lost, reverse=True):
        if start < place < end:
            text.insert(place - start, " ")
            centres.insert(place - start, (line.centres[place - 1] + line.centres[place]) / 2)
    return replace(line, text="".join(text), box=line.part(start, end), centres=tuple(centres))
