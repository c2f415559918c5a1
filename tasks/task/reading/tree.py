"""What a file says, before anyone asks what it means: texts, lists and mappings, each with its place."""

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_MOST_DIGITS = 300
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}


class Place(NamedTuple):
    """Where something stands in a file, both counted from 1; the column is in characters."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True)
class Leaf:
    """A value and its text as it was written, which is what counts where a text is wanted."""

    value: Scalar
    text: str
    place: Place


@dataclass(frozen=True)
class Items:
    """A list."""

    items: "tuple[Tree, ...]"
    place: Place


@dataclass(frozen=True)
class Mapping:
    """Keys, which are always texts, with their values and their own places."""

    entries: "dict[str, Tree]"
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)


Tree: TypeAlias = Leaf | Items | Mapping


class Mistake(NamedTuple):
    """What is wrong at a place of a file, in a sentence."""

    place: Place
    sentence: str


def scalar(text: str) -> Scalar:
    """Return what a text without quotes stands for: JSON's numbers and words are values, all else is text.

    So `on`, `yes`, `12:30`, `007` and `1_000` stay what was written.
    """
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if not number or len(text) > _MOST_DIGITS:
        return text
    value = json.loads(text)
    return value if math.isfinite(value) else text


def unquoted(text: str, place: Place) -> Leaf:
    """Return what a text without quotes stands for, at its place."""
    return Leaf(scalar(text), text, place)


def plain(tree: Tree, texts: frozenset[int] = frozenset()) -> Any:
    """Return the tree as plain data; the leaves whose `id` is in `texts` as they were written."""
    match tree:
        case Leaf():
            return tree.text if id(tree) in texts else tree.value
        case Items():
            return [plain(item, texts) for item in tree.items]
        case Mapping():
            return {key: plain(item, texts) for key, item in tree.entries.items()}
