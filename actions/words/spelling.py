"""One form for texts that mean the same, however they were set, typed or read by OCR."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

CHINESE = r"\u2e80-\u9fff"  # as in a regular expression's class of characters

_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc`", "''''")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_LOST_SPACE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MNEMONIC = re.compile(r"\(\s*[&_]?[A-Z0-9]\s*\)|_")
_SPACE_IN_CHINESE = re.compile(rf"(?<=[{CHINESE}])\s+(?=[{CHINESE}])")
_LETTER_SPACED = re.compile(r"(?<!\w)\w(?: \w){2,}(?!\w)")


def fold(text: str) -> str:
    """Return text in one form: full and half width, case, apostrophes and spaces, also those that OCR lost."""
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return " ".join(_LOST_SPACE.sub(" ", plain).casefold().split())


def spell(label: str) -> str:
    """Return a label's words, folded: without mnemonics and what cannot be seen, "删 除" and "S E N D" closed up."""
    seen = unicodedata.normalize("NFKC", _INVISIBLE.sub("", label))
    words = _SPACE_IN_CHINESE.sub("", fold(_MNEMONIC.sub("", seen)))
    return simplified(_LETTER_SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), words))


def simplified(text: str) -> str:
    """Return text with simplified Chinese characters for the traditional ones that occur in the vocabulary."""
    return text.translate(_characters())


@cache
def _characters() -> dict[int, str]:
    pairs = files("actions.words").joinpath("characters.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}
