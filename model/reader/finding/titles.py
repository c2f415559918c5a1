"""Finds windows' titles: words to whose right their bar ends in a few small buttons. Looks at lines and pixels only."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.reader.finding.synonyms import synonyms
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

_INK = 24  # levels

# In heights of the words:
_FREE = 1.0  # beside the words
_BUTTON = 2.5  # one of them
_TOGETHER = 2.0  # between two
_BUTTONS = (1.5, 9.0)  # all of them
_MARGIN = 3.0  # between the last button and the window's edge


def titles(name: str, lines: Sequence[TextLine], pixels: Pixels) -> list[PixelBox]:
    """Return the titles that name a window, by its own words or by the sort of its application."""
    words = (name, *synonyms(name))
    sorts = [title for called, title in _SORTS if called.fullmatch(name.strip())]
    named = (line for line in lines if _names(line, words) or any(title.search(line.text) for title in sorts))
    return [line.box for line in named if is_title(pixels, line.box)]


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
