"""Looks for the headers of a sheet: letters in alphabetical order above, numbers that count on at the left.

Knows lines of text and pixels. A single letter in a text is no header: letters that follow each other are.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from model.reader.address import number_of
from model.reader.finding.sheets.fitting import Read, Stretch, halfway, numbered
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox, TextLine, enclosing

_LEAST = 5  # letters and numbers together that tell a header
_LEAST_EACH = 2
_MOST_LETTERS = 3
_WORD = re.compile(r"\S+")
_SLIPS = str.maketrans({"0": "O", "1": "I", "|": "I", "l": "I", "Ⅰ": "I"})

_VISIBLE = 6  # levels of a channel: less is no line
_THROUGH = 0.7  # of a band that a line goes through
_FARTHER = 0.8  # of all: a letter's own strokes do not go so far, a round corner takes some of a line
_CLOSE = 3  # pixels between the two sides of one line
_BAND = 3  # pixels beside the letters, where lines stand and no letters do

# In heights of a letter:
_ON_LINE = 0.4
_BESIDE = 5.0  # from the numbers to the first column
_LEAST_COLUMN, _LEAST_ROW = 0.7, 0.7  # of what is cut off at an end


@dataclass(frozen=True)
class Headers:
    """Where columns and rows stand, by their numbers; `letters` is the box of the letters above them."""

    columns: Mapping[int, Stretch]
    rows: Mapping[int, Stretch]
    letters: PixelBox


@dataclass(frozen=True)
class _Word:
    number: int
    box: PixelBox


def headers_on(pixels: Pixels, lines: Sequence[TextLine]) -> Headers | None:
    """Return the headers of the sheet on a screen, None where there is none."""
    numbers = list(_words(lines, _as_number))
    for above in _in_line(list(_words(lines, _as_letters))):
        columns = _columns(pixels, above)
        for beside in _in_column([word for word in numbers if word.box.y1 > above[0].box.y2]) if columns else ():
            if found := _headers(pixels, above, beside):
                return found
    return None


def _headers(pixels: Pixels, above: Sequence[_Word], beside: Sequence[_Word]) -> Headers | None:
    letters, numbers = (enclosing(word.box for word in words) for words in (above, beside))
    height = median(word.box.height for word in above)
    columns = {
        number: stretch
        for number, stretch in _columns(pixels, above).items()
        if stretch[0] >= numbers.x2 - 1 and stretch[1] - stretch[0] >= _LEAST_COLUMN * height
    }
    rows = {
        number: stretch
        for number, stretch in _rows(pixels, beside, numbers).items()
        if stretch[0] >= letters.y2 - 1 and stretch[1] - stretch[0] >= _LEAST_ROW * height
    }
    if min(len(columns), len(rows)) < _LEAST_EACH or len(columns) + len(rows) < _LEAST:
        return None
    first = min(left for left, _ in columns.values())
    return Headers(columns, rows, letters) if 0 <= first - numbers.x2 + 1 <= _BESIDE * height else None


def _columns(pixels: Pixels, above: Sequence[_Word]) -> Mapping[int, Stretch]:
    bands = _bands(pixels, *(int(median(word.box[side] for word in above)) for side in (1, 3)))
    read = [Read(word.box.centre[0], word.number) for word in above]
    return _numbered(read, _lines_through(bands), beyond=True)


def _rows(pixels: Pixels, beside: Sequence[_Word], numbers: PixelBox) -> Mapping[int, Stretch]:
    bands = _bands(pixels.swapaxes(0, 1), int(numbers.x1), int(numbers.x2))
    read = [Read(word.box.centre[1], word.number) for word in beside]
    return _numbered(read, _lines_through(bands), beyond=False)


def _numbered(read: Sequence[Read], lines: Sequence[float], *, beyond: bool) -> Mapping[int, Stretch]:
    """Where no lines part most of them, what is halfway between two does."""
    ends = [one.place for one in read]
    between = sum(min(ends) < line < max(ends) for line in lines)
    return numbered(read, lines if between >= (len(read) - 1) / 2 else halfway(read), beyond=beyond)


def _bands(pixels: Pixels, start: int, end: int) -> list[NDArray[np.int16]]:
    """Return the rows of pixels just before and just behind the letters, which do not reach them, and all of these."""
    first, last = max(start - _BAND + 1, 0), end + _BAND - 1
    places = (slice(first, start + 1), slice(end - 1, last), slice(first, last))
    return [pixels[place].astype(np.int16) for place in places]


def _lines_through(bands: Sequence[NDArray[np.int16]]) -> list[float]:
    """Return where lines, or the borders of grounds, go through: before and behind the letters, or farther than any."""
    if not all(band.size for band in bands):
        return []
    before, behind, along = ((np.abs(np.diff(band, axis=1)).max(axis=2) > _VISIBLE).mean(axis=0) for band in bands)
    through = (np.minimum(before, behind) >= _THROUGH) | (along >= _FARTHER)
    found: list[list[int]] = []
    for place in map(int, np.flatnonzero(through) + 1):
        if found and place - found[-1][-1] <= _CLOSE:
            found[-1].append(place)
        else:
            found.append([place])
    return [(places[0] + places[-1]) / 2 for places in found]


def _in_line(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Yield words of one line each, the fullest line first."""
    groups: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.box.centre[1]):
        last = groups[-1][-1] if groups else None
        if last and word.box.centre[1] - last.box.centre[1] <= _ON_LINE * min(word.box.height, last.box.height):
            groups[-1].append(word)
        else:
            groups.append([word])
    yield from sorted((group for group in groups if len(group) >= _LEAST_EACH), key=len, reverse=True)


def _in_column(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Yield words that stand below each other, the column at the left first."""
    groups: list[tuple[PixelBox, list[_Word]]] = []
    for word in sorted(words, key=lambda word: word.box.x1):
        last = groups[-1] if groups else None
        if last and word.box.x1 < last[0].x2:
            groups[-1] = enclosing([last[0], word.box]), [*last[1], word]
        else:
            groups.append((word.box, [word]))
    yield from (group for _, group in groups if len(group) >= _LEAST_EACH)


def _words(lines: Sequence[TextLine], number: Callable[[str], int]) -> Iterator[_Word]:
    for line in lines:
        for match in _WORD.finditer(line.text):
            if known := number(match[0]):
                yield _Word(known, line.part(*match.span()))


def _as_letters(text: str) -> int:
    letters = text.translate(_SLIPS).upper()
    is_name = len(letters) <= _MOST_LETTERS and letters.isascii() and letters.isalpha()
    return number_of(letters) if is_name else 0


def _as_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 7 else 0
