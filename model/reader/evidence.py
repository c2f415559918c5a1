"""What shows that a text was typed: it can be read, or where it went something stands, or dots hide it.

Knows lines of text and pixels, no instructions. An application may write a text in its own way.
"""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

from model.reader.statement import Said, is_statement_line
from model.sight.engine import Pixels
from model.sight.parts import ink_size
from model.sight.text_line import PixelBox, TextLine

_LOOKED_FOR = 12  # letters: a narrow field shows a text's end, or its beginning
_LEAST_LIKENESS = 70.0  # per cent
_LEAST_LIKENESS_HAN = 60.0  # three Han characters of five stand together nowhere else
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LEAST_LIKENESS_PART = 80.0
_LEAST_SHOWN = 0.6  # of a text
_LEAST_LETTERS = 3  # fewer stand everywhere
_CARET_WIDTH = 4  # pixels
_FRAME = (4, 8)  # pixels that a field's frame takes inwards, at the least and at the most
_ROUND = 0.2  # of its height: what a round corner takes
_HIDDEN = re.compile(r"[•●∙·*＊⚫.]{3,}")
_SECRET = re.compile(r"\{\{\s*secret\s*:")


def is_secret(text: str) -> bool:
    """Say whether a text is, in part, one that no screen shall show."""
    return _SECRET.search(text) is not None


def is_short(text: str) -> bool:
    """Say whether a text has so few letters that they stand everywhere, and only their place is evidence."""
    return 0 < len(_letters(text)) < _LEAST_LETTERS


def is_typed(text: str, lines: Sequence[TextLine], said: Said) -> bool:
    """Say whether a text stands on the screen other than in the goal's own words, or dots in its place."""
    wanted = _letters(text)
    if not wanted:
        return True
    read = [line for line in lines if not is_statement_line(line, text, said)]
    if any(_HIDDEN.fullmatch(line.text.strip()) for line in read):
        return True
    shown = "".join(_letters(line.text) for line in read)
    ends = (wanted[:_LOOKED_FOR], wanted[-_LOOKED_FOR:])
    least = _LEAST_LIKENESS_HAN if _HAN.fullmatch(wanted) else _LEAST_LIKENESS
    return any(len(end) <= len(shown) and fuzz.partial_ratio(end, shown) >= least for end in ends)


def reads_like(text: str, lines: Sequence[TextLine]) -> bool:
    """Say whether the lines of one field read a text, or what of it has room, but for slips."""
    wanted, shown = _letters(text), "".join(_letters(line.text) for line in lines)
    if len(shown) >= len(wanted):
        return is_typed(text, lines, Said())
    is_much = len(shown) >= min(_LOOKED_FOR, _LEAST_SHOWN * len(wanted))
    return is_much and fuzz.partial_ratio(shown, wanted) >= _LEAST_LIKENESS_PART


def reads_part(text: str, lines: Sequence[TextLine]) -> bool:
    """Say whether the lines read a part of a text, and nothing else."""
    shown = "".join(_letters(line.text) for line in lines)
    return bool(shown) and shown in _letters(text)


def holds_something(pixels: Pixels, field: PixelBox) -> bool:
    """Say whether more than a caret stands in a field."""
    frame = min(max(_FRAME[0], _ROUND * field.height), _FRAME[1])
    return ink_size(pixels, field.grown(-frame))[0] > _CARET_WIDTH


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
