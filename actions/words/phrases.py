"""Phrases of a vocabulary as regular expressions that forgive what OCR confuses: l, I and 1; O and 0; lost spaces."""

import re
from collections.abc import Iterable

from actions.words.spelling import CHINESE

LETTER = rf"[^\W\d_{CHINESE}]"
"""A letter of a script that marks words off."""

_NOTHING = "(?!)"
_END = "\0"
_SPACE = rf"[\s{_END}-]*"
# A space may have been seen before an I that is an l: "DeIete" looks like two words run together.
_CONFUSED = {"l": r"(?:[l1|]| ?i)", "i": r"[il1|]", "o": "[o0]", " ": _SPACE, "'": r"\W?"}
_SIGNS = {"(": "(?:", ")": ")", "|": "|", "?": "?", "^": r"\A[\W\d]*", "$": f"(?={_END})", "#": r"\d+"}
_NUMBER = r"[$€£¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?[%$€£¥₹元]|\(\d+\)|\(&?[a-z]\)"
_SHORTCUT = r"(?:(?:ctrl|control|alt|shift|cmd|command|super|meta)\s?\+\s?)+\w+|f\d+"


class Edges:
    """Where a label begins and ends, but for what changes nothing there: icons, a price, a shortcut, words `beside`."""

    def __init__(self, beside: Iterable[str]) -> None:
        words = _any_of(beside)
        no_letter = rf"(?:\W|\d(?!{LETTER}))*"
        self._before = re.compile(rf"(?:{no_letter}(?:{words}|[a-z])(?!{LETTER}))*{no_letter}")
        self._after = re.compile(rf"(?:\W*(?<!{LETTER})(?:{words}|{_NUMBER}|{_SHORTCUT})(?!{LETTER}))*\W*$")

    def marked(self, label: str) -> tuple[str, int]:
        """Return the label with its end marked, for phrases that end with `$`, and where its first word stands."""
        before, after = self._before.match(label), self._after.search(label)
        end = after.start() if after else len(label)
        return f"{label[:end]}{_END}{label[end:]}", before.end() if before else 0


def compiled(phrases: Iterable[str], marks_words_off: bool) -> re.Pattern[str]:
    """Return a pattern for any of the phrases, as whole words in a language that marks words off."""
    words = _any_of(phrases)
    return re.compile(rf"(?<!{LETTER})(?:{words})(?!{LETTER})" if marks_words_off else words)


def run_into(phrases: Iterable[str], beside: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern whose group 1 is any of the phrases, also where OCR joined it and a word `beside`: "DELETEALL".

    What a hyphen joins to other words is another word ("reply-to").
    """
    words, other = _any_of(phrases), _any_of(beside)
    return re.compile(
        rf"(?<!{LETTER})(?<!{LETTER}-)(?:(?:{other})-?)?({words})(?:-?(?:{other}))?(?!{LETTER})(?!-{LETTER})"
    )


def at_the_end(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for text that ends with any of the phrases."""
    return re.compile(rf"(?<!{LETTER})(?:{_any_of(phrases)}){_SPACE}$")


def as_it_stands(texts: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of these texts, as whole words where it is a language that marks words off."""
    return re.compile("|".join(map(_word, texts)) or _NOTHING)


def _word(text: str) -> str:
    spelt = "".join(_CONFUSED.get(char, re.escape(char)) for char in text)
    before = "" if re.match(f"[{CHINESE}]", text[0]) else rf"(?<![^\W{CHINESE}])"
    after = "" if re.match(f"[{CHINESE}]", text[-1]) else rf"(?![^\W{CHINESE}])"
    return f"{before}{spelt}{after}"


def _any_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(map(_pattern, longest_first)) or _NOTHING


def _pattern(phrase: str) -> str:
    signs = _CONFUSED | _SIGNS
    return "".join(signs.get(char, re.escape(char)) for char in phrase)
