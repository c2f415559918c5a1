"""The addresses of a spreadsheet's cells: cell B2, A1:B3, B2单元格. Knows words only."""

import re

from model.reader.language.words.phrase import Phrase
from model.reader.plan import Target
from model.sight.element import Kind

_ONE = r"(?-i:\$?[A-Z]{1,3}\$?|[a-z])[1-9]\d{0,5}"
_NOUN = (
    r"(?:(?:the|this)\s+)?(?:cells?(?:\s+range)?|range(?:\s+of\s+cells)?)(?:\s+from)?|单元格(?:区域|范围)?|区域|范围"
)
_TO = r"\s*(?::|：|-|–|~|～|\bto\b|\bthrough\b|到|至)\s*"
_ADDRESS = re.compile(
    rf"(?P<noun>{_NOUN})?\s*(?P<first>{_ONE})(?:(?P<to>{_TO})(?P<last>{_ONE}))?\s*(?:的|这个|这些)?\s*(?P<behind>{_NOUN})?",
    re.IGNORECASE,
)


def read_address(phrase: Phrase) -> Target | None:
    """Return the cell, or the cells from one to another, that a phrase gives the address of; None for all else."""
    match = _ADDRESS.fullmatch((phrase.quotation or phrase.words).strip())
    if not match or not (match["noun"] or match["behind"] or ":" in (match["to"] or "")):
        return None
    ends = [end.replace("$", "") for end in match.group("first", "last") if end]
    return Target(":".join(ends), kind=Kind.CELL)
