"""Finds text on a read screen: which line says what a target asks for, tolerant of how OCR and people write.

Knows nothing of pixels or of instructions. Spaces, case, full and half width never matter; what differs more only
counts where nothing closer is there.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from model.sight.text_line import PixelBox, TextLine

_ALIKE = str.maketrans({"1": "l", "i": "l", "|": "l", "!": "l", "0": "o", "5": "s", "8": "b", "f": "e"})
_LETTERS_PER_SLIP = 6  # one slip in a shorter word makes another word
_LEAST_LIKENESS = 75.0  # per cent: where in a longer line it is worth counting slips
_MNEMONIC = re.compile(r"(?<=[\u3040-\u9fff])\s?[(（][A-Za-z][)）](?=[\s:：.…]*$)")
_ACCELERATORS = ("ctrl", "alt", "shift", "super", "meta")


class Closeness(IntEnum):
    """How well a line fits, best first."""

    EXACT = 0  # letter by letter
    SAME = 1  # but for case and spaces
    BARE = 2  # but for marks at the ends: "Save As...", "Name:", "* Name"
    WORDS = 3  # whole words of a longer line
    ALIKE = 4  # but for letters that look alike: l, 1, I; an underlined F is an E
    SLIPS = 5  # but for a letter or two
    WORDS_SLIPS = 6  # a part of a longer line, but for a letter or two


@dataclass(frozen=True)
class Match:
    """A place that fits: the line, the box of just the words meant, and how much else the line says.

    `start` and `end` are where the words stand in the line's text.
    """

    line: TextLine
    box: PixelBox
    closeness: Closeness
    surplus: int
    start: int
    end: int

    @property
    def rank(self) -> tuple[int, int]:
        """Smaller is better."""
        return self.closeness, self.surplus


@dataclass(frozen=True)
class _Folded:
    """Text without case and spaces; `origin[i]` is where its character i stands in the original."""

    text: str
    origin: tuple[int, ...]


def find(phrase: str, lines: Sequence[TextLine]) -> list[Match]:
    """Return every place that fits, in the order of the lines."""
    return [match for line in lines for match in _matches_in(phrase, line)]


def says(phrase: str, text: str) -> bool:
    """Say whether a text has a phrase in it, but for letters that look alike."""
    line = TextLine(text, PixelBox(0, 0, len(text), 1), 1.0, tuple(place + 0.5 for place in range(len(text))))
    return any(match.closeness <= Closeness.ALIKE for match in find(phrase, [line]))


def comparable(matches: Sequence[Match]) -> list[Match]:
    """Return those as good as the best to someone who counts them: marks at the ends make no difference."""
    best = max(min((match.closeness for match in matches), default=Closeness.BARE), Closeness.BARE)
    return [match for match in matches if match.closeness <= best]


def _matches_in(phrase: str, line: TextLine) -> list[Match]:
    """Return the places in one line that fit best."""
    shown = line.text if _MNEMONIC.search(phrase) else _without_mnemonic(line.text)
    wanted, read = _fold(phrase), _fold(_without_accelerator(shown))
    if not wanted.text or not read.text:
        return []
    if wanted.text == read.text:
        exact = phrase.split() == line.text.split()
        closeness = Closeness.BARE if shown != line.text else Closeness.EXACT if exact else Closeness.SAME
        return [_match(line, read, 0, len(read.text), closeness)]
    bare, core = _strip_marks(wanted), _strip_marks(read)
    if not bare.text or not core.text:
        return list(_parts(line, read, wanted.text, Closeness.WORDS))
    if bare.text == core.text:
        return [_match(line, core, 0, len(core.text), Closeness.BARE)]
    return (
        list(_parts(line, read, wanted.text if wanted.text in read.text else bare.text, Closeness.WORDS))
        or list(_parts(line, _lookalike(core), _lookalike(bare).text, Closeness.ALIKE))
        or list(_with_slips(line, core, bare.text))
    )


def _parts(line: TextLine, read: _Folded, wanted: str, closeness: Closeness) -> Iterator[Match]:
    """Yield every place of the words in a line."""
    start = read.text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if _are_words(line, read, start, end):
            yield _match(line, read, start, end, closeness)
        start = read.text.find(wanted, end)


def _with_slips(line: TextLine, core: _Folded, wanted: str) -> Iterator[Match]:
    if _differs_by_slips(wanted, core.text):
        yield _match(line, core, 0, len(core.text), Closeness.SLIPS)
        return
    part = fuzz.partial_ratio_alignment(wanted, core.text, score_cutoff=_LEAST_LIKENESS)
    if not part or not _differs_by_slips(wanted, core.text[part.dest_start : part.dest_end]):
        return
    if _are_words(line, core, part.dest_start, part.dest_end):
        yield _match(line, core, part.dest_start, part.dest_end, Closeness.WORDS_SLIPS)


def _differs_by_slips(wanted: str, read: str) -> bool:
    """Letters may differ here and there, digits never: "Chapter 1" is not "Chapter 2"."""
    slips = len(wanted) // _LETTERS_PER_SLIP
    same_digits = [char for char in wanted if char.isdigit()] == [char for char in read if char.isdigit()]
    return slips > 0 and same_digits and Levenshtein.distance(wanted, read, score_cutoff=slips) <= slips


def _lookalike(folded: _Folded) -> _Folded:
    return replace(folded, text=folded.text.translate(_ALIKE))


def _are_words(line: TextLine, read: _Folded, start: int, end: int) -> bool:
    return not _joined(line.text, read.origin[start] - 1) and not _joined(line.text, read.origin[end - 1])


def _match(line: TextLine, read: _Folded, start: int, end: int, closeness: Closeness) -> Match:
    first, last = read.origin[start], read.origin[end - 1] + 1
    return Match(line, line.part(first, last), closeness, len(read.text) - (end - start), first, last)


def _fold(text: str) -> _Folded:
    pairs = [
        (folded, place)
        for place, char in enumerate(text)
        for folded in unicodedata.normalize("NFKC", char).casefold()
        if not folded.isspace()
    ]
    return _Folded("".join(char for char, _ in pairs), tuple(place for _, place in pairs))


def _strip_marks(folded: _Folded) -> _Folded:
    """Cut what is neither letter nor digit off both ends."""
    kept = [place for place, char in enumerate(folded.text) if char.isalnum()]
    if not kept:
        return _Folded("", ())
    span = slice(kept[0], kept[-1] + 1)
    return _Folded(folded.text[span], folded.origin[span])


def _joined(text: str, place: int) -> bool:
    """Say whether the characters at `place` and after it belong to one word.

    A word ends also where OCR lost a space before a capital or a digit; words of Chinese are not marked off.
    """
    first, second = text[place : place + 1] if place >= 0 else "", text[place + 1 : place + 2]
    if not all(char.isalnum() and char < "\u2e80" for char in (first, second)):
        return False
    return first.isdigit() == second.isdigit() and not (first.islower() and second.isupper())


def _without_mnemonic(text: str) -> str:
    """Cut the letter that presses a control from the keyboard, as Chinese ones show it: "另存为(A)..."."""
    found = _MNEMONIC.search(text)
    return text[: found.start()] if found else text


def _without_accelerator(text: str) -> str:
    """Cut the keys that a menu shows beside an entry: "Save Ctrl+S"."""
    words = text.split()
    if len(words) > 1 and "+" in words[-1].strip("+") and words[-1].split("+")[0].lower() in _ACCELERATORS:
        return text[: text.rindex(words[-1])]
    return text
