"""Tells the goal's own statement on the screen from what it names: a sentence that says what to do is no control.

A page shows its task, a terminal the command that began the run and the answers so far. Knows no pixels: what stands
beside a target's words on the screen is compared with what stands beside them in what was said.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from model.reader.language.chinese.words import VERB as CHINESE_VERB
from model.reader.language.english.words import VERB as ENGLISH_VERB
from model.reader.language.things.targets import KIND, MENU_STEP
from model.sight.locate import Match, find
from model.sight.text_line import TextLine

_COMPARED = 10  # letters to one side
_NEAR = 6 * _COMPARED  # characters in which these are looked for
_LEAST_WEIGHT = 4  # letters that the two have in common: fewer are chance
_LEAST_LIKENESS = 75.0  # per cent: OCR slips
_LEAST_TOLD = 85.0  # per cent of a line that was said too
_LEAST_REPEATED = 9  # letters

# In heights of a line:
_LINE_GAP = 0.6
_INDENT = 1.0
_LEVEL, _WORD_GAP = 0.4, 0.5

_KINDS = re.compile(rf"(?<![a-z])(?:{KIND})(?![a-z])", re.IGNORECASE)
_VERB = re.compile(rf"\b{ENGLISH_VERB}|{CHINESE_VERB}", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """What was said in the run: `text` is the goal and the answers so far, `typed` the texts that the goal has typed.

    Lines of a typed text are no statement where they stand alone.
    """

    text: str = ""
    typed: tuple[str, ...] = ()

    @cached_property
    def letters(self) -> str:
        """The text without spaces and marks."""
        return _letters(self.text)

    def repeats(self, line: str) -> bool:
        """Say whether a line says nothing but a longer stretch of what was said."""
        letters, words = _letters(line), line.split()
        is_long = len(letters) >= _LEAST_REPEATED and (len(words) > 1 or letters[0] >= "\u2e80")
        return is_long and fuzz.partial_ratio(letters, self.letters) >= _LEAST_TOLD


def find_outside(phrase: str, lines: Sequence[TextLine], said: Said) -> list[Match]:
    """Return every place on the screen that fits a phrase, but for those where the goal itself is written down."""
    return [match for match in find(phrase, lines) if not _is_statement(match, phrase, lines, said)]


def is_only_stated(phrase: str, lines: Sequence[TextLine], said: Said) -> bool:
    """Say whether the screen reads a phrase, and only in the goal's own words."""
    return bool(find(phrase, lines)) and not find_outside(phrase, lines, said)


def is_statement_line(line: TextLine, phrase: str, said: Said) -> bool:
    """Say whether a line says a phrase, and around it what was said."""
    matches = find(phrase, [line])
    return bool(matches) and all(_is_statement(match, phrase, [], said) for match in matches)


def _is_statement(match: Match, phrase: str, lines: Sequence[TextLine], said: Said) -> bool:
    """Say whether the words beside a match are those beside the phrase in what was said, more than a kind's name."""
    text = match.line.text
    if any(_letters(text) in _letters(typed) for typed in said.typed):
        return False
    left, right = _row_beside(match.line, lines)
    before = _letters(_line_above(match.line, lines, said) + left + text[: match.start])
    after = _letters(text[match.end :] + right)
    return any(
        _is_alike(before[::-1], said_before[::-1]) or _is_alike(after, said_after)
        for said_before, said_after in _beside(phrase, said)
    )


def _beside(phrase: str, said: Said) -> Iterator[tuple[str, str]]:
    """Yield the letters before and after the phrase, for each place where it was said."""
    plain = unicodedata.normalize("NFKC", said.text)
    wanted = "".join(unicodedata.normalize("NFKC", phrase).split())
    letters = [char for char in wanted if char.isalnum()] or wanted
    if pattern := r"\W*".join(map(re.escape, letters)):
        for place in re.finditer(pattern, plain, re.IGNORECASE):
            start, end = place.span()
            yield _letters(plain[max(start - _NEAR, 0) : start]), _letters(plain[end : end + _NEAR])


def _is_alike(read: str, wanted: str) -> bool:
    compared = min(len(read), len(wanted), _COMPARED)
    return (
        read[:1] == wanted[:1]
        and sum(1 if char < "\u2e80" else 2 for char in read[:compared]) >= _LEAST_WEIGHT
        and fuzz.ratio(read[:compared], wanted[:compared]) >= _LEAST_LIKENESS
    )


def _row_beside(line: TextLine, lines: Sequence[TextLine]) -> tuple[str, str]:
    """Return what stands to the left and to the right as close as words do: a line may have been read in pieces."""
    row = [other for other in lines if abs(other.box.centre[1] - line.box.centre[1]) < _LEVEL * line.box.height]
    gap = _WORD_GAP * line.box.height
    left = "".join(other.text for other in row if 0 <= line.box.x1 - other.box.x2 < gap)
    return left, "".join(other.text for other in row if 0 <= other.box.x1 - line.box.x2 < gap)


def _line_above(line: TextLine, lines: Sequence[TextLine], said: Said) -> str:
    """Return the line that this one goes on from, where that one tells what to do."""
    for other in lines:
        gap, indent = line.box.y1 - other.box.y2, abs(line.box.x1 - other.box.x1)
        is_above = other.box.y1 < line.box.y1 and gap <= _LINE_GAP * line.box.height
        if is_above and gap > -line.box.height and indent <= _INDENT * line.box.height and _tells(other, said):
            return f"{other.text} "
    return ""


def _tells(line: TextLine, said: Said) -> bool:
    """Say whether a line tells what to do in words that were said."""
    read, wanted = _letters(line.text), said.letters
    tells = _VERB.search(f"{line.text} \u2026")  # the verb may be the last word, and what it is about the next line's
    return bool(tells) and len(read) < len(wanted) and fuzz.partial_ratio(read, wanted) >= _LEAST_TOLD


def _letters(text: str) -> str:
    """Return the letters and digits alone, without case and without the names of kinds of controls.

    The arrows of a way through menus stay: menus side by side have none.
    """
    plain = MENU_STEP.sub(">", unicodedata.normalize("NFKC", text).casefold())
    return "".join(char for char in _KINDS.sub(" ", plain) if char.isalnum() or char == ">")
