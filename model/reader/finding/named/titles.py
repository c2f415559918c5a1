"""Finds windows' titles: words to whose right their bar ends in a few small buttons, or that are level with these.

The buttons of a bar are seen by its pixels. A window that draws a bar of its own, as browsers do, has more in it, tabs
above all: there they are the icons that close the window and make it larger and smaller.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.reader.finding.named.synonyms import synonyms
from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.locate import Closeness, find
from model.sight.text_line import PixelBox, TextLine

_SORTS = (
    (
        re.compile(r"terminal|console|shell|终端|命令行", re.I),
        re.compile(r"term|konsole|console|shell|终端|\w@\w", re.I),
    ),
    (re.compile(r"(?:web )?browser|浏览器", re.I), re.compile(r"chrom|firefox|browser|浏览器", re.I)),
    (re.compile(r"calculator|计算器", re.I), re.compile(r"calc|计算器", re.I)),
)
"""What people call sorts of applications, and what is in the titles of these."""

_OWN_BUTTONS = frozenset({"maximize", "remove"})
"""What stands beside the cross that closes a window, and never beside a tab's; "remove" is the bar that minimises."""

_INK = 24  # levels

# In heights of the words:
_FREE = 1.0  # beside the words
_BUTTON = 2.5  # one of them
_TOGETHER = 2.0  # between two
_BUTTONS = (1.5, 9.0)  # all of them
_MARGIN = 3.0  # between the last button and the window's edge


def titles(name: str, lines: Sequence[TextLine], pixels: Pixels) -> list[PixelBox]:
    """Return the titles that name a window, by its own words or by the sort of its application."""
    return [line.box for line in _named(name, lines) if is_title(pixels, line.box)]


def tabs_in_bars(name: str, lines: Sequence[TextLine], elements: Sequence[Element]) -> list[PixelBox]:
    """Return the words that name a window in a bar of its own making: left of its buttons, and level with them."""
    buttons = [e.box for e in elements if e.kind is Kind.ICON and e.name in _OWN_BUTTONS]
    closers = [e.box for e in elements if e.kind is Kind.ICON and e.name == "close"]
    return [line.box for line in _named(name, lines) if _has_buttons(line.box, buttons, closers)]


def _has_buttons(words: PixelBox, buttons: Sequence[PixelBox], closers: Sequence[PixelBox]) -> bool:
    level = [b for b in buttons if b.x1 > words.x2 and abs(b.centre[1] - words.centre[1]) <= words.height]
    return any(_is_beside(button, closer, words.height) for button in level for closer in closers)


def _is_beside(button: PixelBox, closer: PixelBox, height: float) -> bool:
    is_level = abs(button.centre[1] - closer.centre[1]) <= height
    return is_level and abs(button.centre[0] - closer.centre[0]) <= _BUTTON * height


def _named(name: str, lines: Sequence[TextLine]) -> list[TextLine]:
    words = (name, *synonyms(name))
    sorts = [title for called, title in _SORTS if called.fullmatch(name.strip())]
    return [line for line in lines if _names(line, words) or any(title.search(line.text) for title in sorts)]


def _names(line: TextLine, words: Sequence[str]) -> bool:
    return any(match.closeness <= Closeness.WORDS for word in words for match in find(word, [line]))


def is_title(pixels: Pixels, words: PixelBox) -> bool:
    """Say whether words stand in a title bar; pixels have the shape (height, width, 3)."""
    height = words.height
    strip = pixels[int(words.y1) + 1 : int(words.y2) - 1, int(words.x2 + height / 4) :].astype(np.int16)
    if not strip.size:
        return False
    differs = np.abs(strip - strip[:, :1]).max(axis=2) > _INK  # row by row: a bar may fade from top to bottom
    edge = _edge(differs.all(axis=0), _BUTTON * height)
    marks = np.flatnonzero(differs[:, :edge].any(axis=0))
    if not marks.size or marks[0] < _FREE * height or edge - marks[-1] > _MARGIN * height:
        return False
    is_one_group = bool((np.diff(marks) <= _TOGETHER * height).all())
    return is_one_group and _BUTTONS[0] * height <= marks[-1] - marks[0] <= _BUTTONS[1] * height


def _edge(other: NDArray[np.bool_], widest: float) -> int:
    """Return where a bar ends: from there on, for more than a button's width, its colour is nowhere in the column."""
    plain = np.flatnonzero(~other)
    ends = plain[np.flatnonzero(np.diff(plain) > widest)]
    return int(ends[0] if ends.size else plain[-1]) + 1
