"""Reads the address of cells in a goal: A1, cell b2, A1:C5, the range A1 to C5, 单元格C3, A1到C5."""

import re

from model.reader.address import CELL, read_cells
from model.reader.language.words.phrase import Phrase
from model.reader.plan import Target
from model.sight.element import Kind

_RANGE = rf"{CELL}(?:\s*(?::|：|to|through|until|-|–|~|～|到|至)\s*{CELL})?"
_NOUN = r"(?:(?:the|this)\s+)?(?:(?:cells?(?:\s+range)?|ranges?)(?:\s+of\s+cells)?|range\s+from|cells?\s+from)"
_NOUN_CHINESE = r"单元格(?:区域|范围)?|区域|范围|格子?"
_BARE = re.compile(rf"(?:from\s+|从)?(?P<cells>{_RANGE})")
_NAMED = re.compile(
    rf"(?:{_NOUN}\s+(?:from\s+)?|(?:{_NOUN_CHINESE})\s*(?:从\s*)?)(?P<cells>{_RANGE})(?:这个格子?|这个单元格)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:the\s+)?(?:从\s*)?(?P<cells>{_RANGE})\s*(?:cells?|range|(?:的|这个?|那个?)?(?:{_NOUN_CHINESE}))",
    re.IGNORECASE,
)

ADDRESS = rf"(?:(?:{_NOUN}\s+)(?:from\s+)?{_RANGE}|(?-i:{_RANGE})(?:\s+cells?)?)"
"""A pattern of an address in English, for what small letters do not matter to."""


def read_address(phrase: Phrase) -> Target | None:
    """Return the cells that a phrase names by their address, None for any other; bare ones are written in capitals."""
    words = phrase.words.strip()
    match = _BARE.fullmatch(words) or _NAMED.fullmatch(words) or _BEFORE.fullmatch(words)
    cells = read_cells(re.sub(r"\s*(?:through|until)\s*", ":", match["cells"])) if match else None
    return Target(str(cells), kind=Kind.CELL) if cells else None
