"""Quotations in a goal: where they stand, and what they say. Knows nothing of instructions.

Text in quotation marks is taken as it is, so that joiners and verbs inside it mean nothing. A backslash escapes:
`\\n` is a new line, `\\t` a tab, `\\\\` a backslash, and before a quotation mark it keeps that from ending the text.
Any other backslash stands for itself, and so does a real line break.
"""

import re
from collections.abc import Iterator

MASK = "\ufffc"
"""Stands for a whole quotation, marks included, in a phrase."""

_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "'": "'", "‘": "’", "`": "`"}
_APOSTROPHES = "'‘"
_ESCAPE = re.compile(r"""\\([nt\\"'`“”„«»「」『』‘’])""")
_ESCAPED = {"n": "\n", "t": "\t"}


class InstructionError(Exception):
    """A goal says something that the reader cannot carry out; the sentence says which part."""


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each quotation begins and ends, its marks included.

    Raises `InstructionError` where a quotation never ends.
    """
    place, unclosed = 0, ""
    while place < len(text):
        end = 0 if text[place] in unclosed else _quotation_end(text, place)
        if end:
            yield place, end
        elif text[place] in _APOSTROPHES and _may_open(text, place):
            unclosed += text[place]  # nor will a later one be: looking again would take quadratic time
        place = end or place + 1


def unquote(text: str) -> str | None:
    """Return what a text that is one quotation says, or None for text without quotation marks around it."""
    text = text.strip()
    if not text or _quotation_end(text, 0) != len(text):
        return None
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), text[1:-1])


def _quotation_end(text: str, start: int) -> int:
    """Return where the quotation that opens here has ended, or 0 where none opens."""
    closing = _CLOSING.get(text[start])
    if closing is None or not _may_open(text, start):
        return 0
    place = start + 1
    while place < len(text):
        if text[place] == "\\":
            place += 1
        elif text[place] in closing and _may_close(text, start, place):
            return place + 1
        place += 1
    if text[start] in _APOSTROPHES:
        return 0
    raise InstructionError(f"The quotation that begins {_beginning(text[start:])} never ends")


def _may_open(text: str, start: int) -> bool:
    """An apostrophe inside a word opens nothing."""
    return text[start] not in _APOSTROPHES or start == 0 or not _is_latin(text[start - 1])


def _may_close(text: str, start: int, end: int) -> bool:
    """An apostrophe inside a word closes nothing."""
    return text[start] not in _APOSTROPHES or end + 1 == len(text) or not _is_latin(text[end + 1])


def _is_latin(char: str) -> bool:
    return char.isalnum() and char < "\u2e80"


def _beginning(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"
