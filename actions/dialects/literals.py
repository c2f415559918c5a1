"""Reads the values that models write: JSON, Python and what lies between.

Strings in any quotes, numbers, true and false in either spelling, lists in any brackets. It builds plain values only,
runs nothing, and takes time in proportion to the text. Knows no action.
"""

import re
from collections.abc import Iterable
from typing import Any

from actions.dialects.markup import COLON
from actions.errors import UnreadableReplyError

_DEEPEST = 8
_SNIPPET = 40

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_WORD = re.compile(r"[A-Za-z]+")
_ARGUMENT_NAME = re.compile(r"(\w+)\s*=(?!=)")
_QUOTE = re.compile(r"'''|\"\"\"|'|\"")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")

_WORDS = {"true": True, "false": False, "null": None, "none": None}
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\\": "\\", "'": "'", '"': '"', "\n": ""}
_BRACKETS = {"[": "]", "(": ")", "<": ">"}

_GOES_ON = re.compile(r"[\w'\"]")

_END = rf"[\s`.*#]*(?:\Z|</?answer>|(?:Memory|记忆)\s*{COLON})"
_AFTER_ARGUMENT = re.compile(rf"\s*(?:,\s*\w+\s*=|\){_END})")
_AFTER_MEMBER = re.compile(rf"\s*(?:,\s*[\"']\w+[\"']\s*:|\}}{_END})")
"""What follows a string that holds its own quote unescaped."""


def read_arguments(text: str, start: int) -> tuple[list[tuple[str, Any]], int]:
    """Return the arguments of a call, those without a name named "", and where the call ends.

    `start` is after the opening parenthesis. Raises UnreadableReplyError.
    """
    try:
        return _Cursor(text, start).arguments(None)
    except UnreadableReplyError:
        return _Cursor(text, start).arguments(_AFTER_ARGUMENT)


def read_members(text: str, start: int) -> tuple[list[tuple[str, Any]], int]:
    """Return the members of an object and where it ends; `start` is after the opening brace."""
    try:
        members, end = _Cursor(text, start).members(None)
    except UnreadableReplyError:
        members, end = _Cursor(text, start).members(_AFTER_MEMBER)
    check_unrepeated(members)
    return members, end


def check_unrepeated(members: Iterable[tuple[str, Any]]) -> None:
    """Raise `UnreadableReplyError` for a name with two values: which is meant, nobody knows."""
    first: dict[str, Any] = {}
    for name, value in members:
        if first.setdefault(name, value) != value:
            raise UnreadableReplyError(f"There is more than one {name[:40]}.")


class _Cursor:
    """A place in a text. `after` is None where a string ends at its first unescaped quote."""

    def __init__(self, text: str, place: int) -> None:
        self._text, self._place = text, place

    def arguments(self, after: re.Pattern[str] | None) -> tuple[list[tuple[str, Any]], int]:
        given = []
        while not self._take(")"):
            name = self._match(_ARGUMENT_NAME)
            given.append((name[1] if name else "", self._value(after)))
            if not self._take(","):
                self._expect(")")
                break
        return given, self._end()

    def members(self, after: re.Pattern[str] | None) -> tuple[list[tuple[str, Any]], int]:
        given = []
        while not self._take("}"):
            name = self._string(None)
            self._expect(":")
            given.append((name, self._value(after)))
            if not self._take(","):
                self._expect("}")
                break
        return given, self._end()

    def _end(self) -> int:
        """Return this place, unless the text goes on: then a quote in it was taken for its end."""
        if _GOES_ON.match(self._text, self._place):
            raise self._failure(self._place)
        return self._place

    def _value(self, after: re.Pattern[str] | None = None, depth: int = 0) -> Any:
        self._skip_space()
        if _QUOTE.match(self._text, self._place):
            return self._string(after)
        if number := self._match(_NUMBER):
            return _number(number[0])
        opening = self._text[self._place : self._place + 1]
        if opening in _BRACKETS and depth < _DEEPEST:
            self._place += 1
            return self._items(_BRACKETS[opening], depth + 1)
        return self._word()

    def _items(self, closing: str, depth: int) -> list[Any]:
        items = []
        while not self._take(closing):
            items.append(self._value(depth=depth))
            self._take(",")
        return items

    def _word(self) -> bool | None:
        start = self._place
        word = self._match(_WORD)
        if word is None or word[0].lower() not in _WORDS:
            raise self._failure(start)
        return _WORDS[word[0].lower()]

    def _string(self, after: re.Pattern[str] | None) -> str:
        quote = self._match(_QUOTE)
        if quote is None:
            raise self._failure(self._place)
        for mark in re.compile(rf"\\.|{quote[0]}", re.DOTALL).finditer(self._text, quote.end()):
            if mark[0] == quote[0] and (after is None or after.match(self._text, mark.end())):
                self._place = mark.end()
                return _unescaped(self._text[quote.end() : mark.start()], quote[0])
        raise UnreadableReplyError(f"The text that begins with {self._snippet(quote.start())} has no end.")

    def _take(self, character: str) -> bool:
        self._skip_space()
        taken = self._text.startswith(character, self._place)
        self._place += taken
        return taken

    def _expect(self, character: str) -> None:
        if not self._take(character):
            raise self._failure(self._place)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return what stands here, after white space, and go past it."""
        self._skip_space()
        match = pattern.match(self._text, self._place)
        self._place = match.end() if match else self._place
        return match

    def _skip_space(self) -> None:
        while self._text[self._place : self._place + 1].isspace():
            self._place += 1

    def _failure(self, place: int) -> UnreadableReplyError:
        if not self._text[place:].strip():
            return UnreadableReplyError("The action breaks off before its end.")
        return UnreadableReplyError(f"The action cannot be read from {self._snippet(place)} on.")

    def _snippet(self, place: int) -> str:
        return repr(self._text[place : place + _SNIPPET])


def _number(text: str) -> float:
    return int(text) if text.isdecimal() and len(text) < 16 else float(text)


def _unescaped(text: str, quote: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            return chr(int(code, 16))
        if match[3] == "/" and quote == '"':
            return "/"
        return _ESCAPED.get(match[3], match[0])

    return _SURROGATES.sub(_joined, _ESCAPE.sub(character, text)) if "\\" in text else text


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
