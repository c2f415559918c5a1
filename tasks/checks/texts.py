"""How two texts differ, in a few words: the first line that does, or the trifles that are all there is."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import NamedTuple

import regex

from tasks.checks.base import CheckFault

_SHOWN = 80  # characters of a text
_SEARCH_SECONDS = 2.0
_BEFORE = 30  # characters shown before the first one that differs


def shown(text: str, place: int = 0) -> str:
    """Return a text in quotes on one line; where it is long, the part around a place."""
    start = max(0, place - _BEFORE) if len(text) > _SHOWN else 0
    end = start + _SHOWN
    return f"{'…' if start else ''}{_quoted(text[start:end])}{'…' if end < len(text) else ''}"


def search(pattern: str, text: str) -> str | None:
    """Return the first part of a text that fits; raise `CheckFault` where that takes for ever to find out."""
    try:
        found = regex.search(pattern, text, timeout=_SEARCH_SECONDS)
    except TimeoutError as error:
        raise CheckFault(f"The regular expression {pattern} takes too long: it repeats what repeats.") from error
    return found[0] if found else None


def difference(wanted: str, seen: str) -> str:
    """Say what stands in a text that differs from the one wanted."""
    if trifles := _trifles(wanted, seen):
        return f"the same text {' and '.join(trifles)}"
    if not seen:
        return "nothing"
    lines = list(zip_longest(wanted.splitlines(), seen.splitlines()))
    number, (was, now) = next(((n, pair) for n, pair in enumerate(lines) if pair[0] != pair[1]), (0, (wanted, seen)))
    if now is None:
        return f"the end after line {number}"
    reads = shown(now, _first_difference(was or "", now))
    return f"{reads} in line {number + 1}" if len(lines) > 1 else reads


class _Trifle(NamedTuple):
    """Something that the eye does not see: what makes it even, and how it is told."""

    even_out: Callable[[str], str]
    told: Callable[[str], str]


_TRIFLES = (
    _Trifle(
        lambda text: text.removeprefix("\ufeff"),
        lambda seen: ("with" if seen.startswith("\ufeff") else "without") + " a byte order mark",
    ),
    _Trifle(
        lambda text: re.sub("\r\n?", "\n", text),
        lambda seen: "with the line ends of Windows" if "\r\n" in seen else "with other line ends",
    ),
    _Trifle(
        lambda text: re.sub("\r?\n\\Z", "", text),
        lambda seen: ("with" if seen.endswith("\n") else "without") + " a newline at its end",
    ),
    _Trifle(
        lambda text: unicodedata.normalize("NFC", text),
        lambda seen: f"in another Unicode normal form ({_normal_form(seen)})",
    ),
)


def _trifles(wanted: str, seen: str) -> list[str]:
    """Return the trifles that are all the difference; none where there is more to it."""
    if _evened_out(wanted, _TRIFLES) != _evened_out(seen, _TRIFLES):
        return []
    others = ([other for other in _TRIFLES if other is not trifle] for trifle in _TRIFLES)
    return [
        trifle.told(seen)
        for trifle, rest in zip(_TRIFLES, others, strict=True)
        if _evened_out(wanted, rest) != _evened_out(seen, rest)
    ]


def _evened_out(text: str, trifles: Iterable[_Trifle]) -> str:
    for trifle in trifles:
        text = trifle.even_out(text)
    return text


def _normal_form(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return "NFC"
    return "NFD" if unicodedata.is_normalized("NFD", text) else "neither NFC nor NFD"


def _first_difference(wanted: str, seen: str) -> int:
    pairs = zip_longest(wanted, seen)
    return next((place for place, (was, now) in enumerate(pairs) if was != now), 0)


def _quoted(text: str) -> str:
    """Return a text in quotes, with what cannot be seen written out."""
    return '"' + "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text) + '"'
