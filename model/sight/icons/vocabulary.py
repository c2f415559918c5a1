"""What icons are called: one plain English name for each, and what else people say, in English and Chinese.

Icons that look alike share a name, whatever they do: a bar is "remove", also where it minimises a window.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".txt")
"""A line a name: `name: what else it is called in English | and in Chinese`."""

_CERTAIN = 88.0  # of 100: a slip of the keyboard, no other word
_LEAST_LETTERS = 5  # shorter words are too near to others

_LINES = _FILE.read_text("utf-8").splitlines()

_ALSO = {"folder": ("open",), "save": ("download",), "zoom in": ("add",), "zoom out": ("remove",)}
"""What some sets draw for these instead: an open folder, an arrow onto a line, a bare plus or minus."""

_FILLERS = re.compile(r"\b(?:the|an?|icons?|buttons?|symbol|sign|logo|shaped|shape|like|glyph)\b")
_CHINESE_FILLERS = re.compile(r"^(?:那个|这个|那|这|该)+|(?:的|形状|形|状|样|图标|按钮|标志|符号|图案|键)+$")


def _split(words: str) -> list[str]:
    return [word for word in map(_plain, words.split(",")) if word]


def _plain(words: str) -> str:
    """Return words as they are compared: full-width and capital letters made plain, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().replace("-", " ").split())


@cache
def _said() -> dict[str, tuple[str, ...]]:
    """Return the names for everything that people say."""
    said: dict[str, tuple[str, ...]] = {}
    for line in _LINES:
        name, rest = line.split(":", 1)
        english, chinese = rest.rsplit("|", 1)
        for word in dict.fromkeys([name, *_split(english), *_split(chinese)]):
            said[word] = (*said.get(word, ()), name)
    for word, names in _ALSO.items():
        said[word] = (*said[word], *names)
    return said


NAMES: tuple[str, ...] = tuple(sorted(line.split(":", 1)[0] for line in _LINES))
"""Every name that an icon may have."""


def icon_names(words: str) -> tuple[str, ...]:
    """Return the names of the icons that these words may mean, likeliest first; none where they mean none.

    "the gear icon", "齿轮图标" and "settings" give ("settings",); case, articles and slips are forgiven.
    """
    said, plain = _said(), _plain(words)
    for known in (plain, _without_fillers(plain)):
        if known in said:
            return said[known]
    return _each_word(_without_fillers(plain)) or _nearest(_without_fillers(plain))


def _without_fillers(plain: str) -> str:
    return _CHINESE_FILLERS.sub("", " ".join(_FILLERS.sub(" ", plain).split())).strip()


def _each_word(plain: str) -> tuple[str, ...]:
    """Return the names that each of the words means: "settings gear" is one icon named twice."""
    meant = [_said().get(word, ()) for word in plain.split()]
    return tuple(name for name in meant[0] if all(name in names for names in meant)) if meant else ()


def _nearest(plain: str) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process  # slow to load, and seldom needed

    known = [word for word in _said() if len(word) >= _LEAST_LETTERS and word.isascii()]
    if len(plain) < _LEAST_LETTERS or not plain.isascii():
        return ()
    found = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_CERTAIN)
    return _said()[found[0]] if found else ()
