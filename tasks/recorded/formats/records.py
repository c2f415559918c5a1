"""Streams of records out of published files: JSON arrays and JSON lines, of any length, read a piece at a time.

What is no record is told in a sentence with its place, and the rest is read on. Knows no benchmark.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from tasks.recorded.formats.files import annotation_files, inner_name
from tasks.recorded.steps import BadRecordError, Place, Skipped

_PIECE = 1 << 18  # characters read at once
_HEAD = 1 << 20  # characters that may stand before the array
_LONGEST = 64 << 20  # characters of one record
_ESCAPED = "surrogateescape"  # keeps bytes that are no UTF-8 apart, so that only their record is lost
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAY_BE_HALF = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")
_BETWEEN = re.compile(r"[\s,]*")
_NEAR_THE_END = 16  # characters: the longest word or escape that can be cut off
_UTF_16 = ("\udcff\udcfe", "\udcfe\udcff")  # its marks, as bytes that are no UTF-8
_NOT_UTF_8 = "it holds bytes that are no UTF-8: save the file as UTF-8."

_Row = TypeVar("_Row", bound=BaseModel)


@dataclass(frozen=True)
class Record:
    """One JSON object, and its number in its file, from 1."""

    place: Place
    value: Mapping[str, Any]


Item: TypeAlias = Record | Skipped


def records(path: Path, root: Path, *, inside: str = "") -> Iterator[Item]:
    """Yield the objects of a JSON array or of JSON lines; places are told as seen from `root`.

    `inside` is the array's name where it is a member of an object.
    """
    name = inner_name(path, root)
    values = _lines(path) if path.suffix == ".jsonl" else _elements(path, inside)
    number = 0
    try:
        for number, value in enumerate(values, 1):
            yield _item(Place(name, str(number)), value)
    except (OSError, UnicodeDecodeError, _BrokenJsonError) as error:
        yield Skipped(Place(name, f"{number + 1} and all after it"), f"the file cannot be read on: {error}.")


def begins_with(file: Path, is_one: Callable[[Mapping[str, Any]], bool]) -> bool:
    """Say whether the first record of a file is such a one."""
    first = next(records(file, file.parent), None)
    return isinstance(first, Record) and is_one(first.value)


def files_of(data: Path, is_one: Callable[[Mapping[str, Any]], bool]) -> Iterator[Path]:
    """Yield the annotation files that begin with such a record."""
    return (file for file in annotation_files(data) if begins_with(file, is_one))


def document(path: Path, root: Path) -> Item:
    """Return the one object that a whole file is; its place is told as seen from `root`."""
    place = Place(inner_name(path, root), "1")
    try:
        if path.stat().st_size > _LONGEST:
            return Skipped(place, f"the file is longer than {_LONGEST >> 20} MiB.")
        value = _value(path.read_bytes())
    except OSError as error:
        return Skipped(place, f"the file cannot be read: {error.strerror}.")
    return _item(place, value)


def read_row(row: type[_Row], value: Mapping[str, Any]) -> _Row:
    """Return a record's fields as they are declared. Raises `BadRecordError` about the first that is none such."""
    try:
        return row.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "missing":
            raise BadRecordError(f"the field {name} is missing.") from None
        message = first["msg"].removeprefix("Value error, ")
        raise BadRecordError(f"{name}: {message[:1].lower()}{message[1:]}.") from None


class _BrokenJsonError(Exception):
    """The file is no JSON from here on."""


@dataclass(frozen=True)
class _Unreadable:
    """An element that is there and cannot be read."""

    reason: str


def _item(place: Place, value: Any) -> Item:
    if isinstance(value, _Unreadable):
        return Skipped(place, value.reason)
    if not isinstance(value, dict):
        return Skipped(place, "it is no JSON object.")
    return Record(place, value)


def _whole(value: Any, text: str) -> Any:
    """Return a value, unless there are halves of characters in it, which is also what bytes of no UTF-8 become."""
    return _Unreadable(_NOT_UTF_8) if _MAY_BE_HALF.search(text) and _has_surrogates(value) else value


def _has_surrogates(value: Any) -> bool:
    match value:
        case str():
            return bool(_SURROGATE.search(value))
        case dict():
            return any(_has_surrogates(name) or _has_surrogates(member) for name, member in value.items())
        case list():
            return any(map(_has_surrogates, value))
        case _:
            return False


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        while line := file.readline(_LONGEST):
            if line.strip():
                yield _value(line)


def _value(line: bytes) -> Any:
    text = line.decode("utf-8-sig", _ESCAPED)
    try:
        return _whole(json.loads(text), text)
    except json.JSONDecodeError as error:
        return _Unreadable(f"the line is no JSON: {error.msg} at character {error.pos + 1}.")
    except RecursionError:
        return _Unreadable("the line is nested too deep.")


def _elements(path: Path, inside: str) -> Iterator[Any]:
    """Yield the elements of the file's array, holding only one and a piece at a time."""
    with path.open(encoding="utf-8-sig", errors=_ESCAPED, newline="") as file:
        text = _Text(file.read)
        text.begin_array(inside)
        while text.has_more():
            yield text.element()


class _Text:
    """The part of a file that is not yet taken."""

    def __init__(self, read: Any) -> None:
        self._read, self._rest, self._place, self._at_end = read, "", 0, False
        self._decoder = json.JSONDecoder()

    def begin_array(self, inside: str) -> None:
        """Go past the opening bracket."""
        opening = re.compile(rf'"{re.escape(inside)}"\s*:\s*\[' if inside else r"\s*\[")
        while True:
            found = opening.search(self._rest) if inside else opening.match(self._rest)
            if found:
                self._place = found.end()
                return
            if self._at_end or len(self._rest) > _HEAD or (not inside and self._rest.strip()):
                raise _BrokenJsonError(_no_array(self._rest, inside))
            self._more()

    def has_more(self) -> bool:
        """Say whether an element follows."""
        while True:
            self._place = _between(self._rest, self._place)
            if self._place < len(self._rest):
                return self._rest[self._place] != "]"
            if self._at_end:
                raise _BrokenJsonError("it breaks off before the end of its array")
            self._more()

    def element(self) -> Any:
        """Take the next element."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._rest, self._place)
            except json.JSONDecodeError as error:
                self._more_or_broken(error)
            except RecursionError:
                raise _BrokenJsonError("it is nested too deep") from None
            else:
                text, self._place = self._rest[self._place : end], end
                return _whole(value, text)

    def _more_or_broken(self, error: json.JSONDecodeError) -> None:
        """Read on where only the end of the element was not there yet."""
        cut_off = error.msg.startswith("Unterminated string") or error.pos >= len(self._rest) - _NEAR_THE_END
        if self._at_end or not cut_off or len(self._rest) - self._place > _LONGEST:
            raise _BrokenJsonError(f"it is no JSON ({error.msg})") from None
        self._more()

    def _more(self) -> None:
        piece = self._read(max(_PIECE, len(self._rest)))
        self._at_end = not piece
        self._rest, self._place = self._rest[self._place :] + piece, 0


def _no_array(text: str, inside: str) -> str:
    if text.startswith(_UTF_16):
        return "it is UTF-16: save it as UTF-8"
    return f"it does not begin with {f'an array named {inside}' if inside else 'an array'}"


def _between(text: str, place: int) -> int:
    found = _BETWEEN.match(text, place)
    assert found, "it matches nothing too"
    return found.end()
