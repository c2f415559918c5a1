"""`{{name}}` in a task: replaced by a value, and nothing else; nothing is evaluated.

A text that is a placeholder as a whole becomes the value, a number too; inside a text stands the value as it was
written. `{{secret:NAME}}` is none of these: it is looked up only when it is typed. A few names have no value before the
task runs; they stay until then.
"""

import re
from collections.abc import Iterator, Set
from collections.abc import Mapping as Named
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from actions.secrets import secret_names
from tasks.task.nearest import nearest
from tasks.task.reading.tree import Items, Leaf, Mapping, Mistake, Place, Tree

M = TypeVar("M", bound=BaseModel)

_PLACEHOLDER = re.compile(r"\{\{(?!\s*secret\s*:)\s*([^{}]*?)\s*\}\}")

HOME, FOLDER, SERVER, UTTERANCE = "home", "folder", "server", "utterance"
"""Names whose values are known when the task runs: the scratch home, the task file's folder, the server's address, and
what an episode asks for."""

MADE_BY = {SERVER: "server", UTTERANCE: "episode"}
"""Names that have a value only with this key of `set_up`."""


class PlaceholderError(Exception):
    """A value cannot stand where it is wanted; the sentence says why."""


def names_in(tree: Tree) -> Iterator[str]:
    """Yield the names of all placeholders, in keys too."""
    match tree:
        case Leaf(value=str(text)):
            yield from (found[1] for found in _PLACEHOLDER.finditer(text))
        case Items():
            for item in tree.items:
                yield from names_in(item)
        case Mapping():
            for key, item in tree.entries.items():
                yield from (found[1] for found in _PLACEHOLDER.finditer(key))
                yield from names_in(item)


class Filled(NamedTuple):
    """A tree with its values, and what was wrong with its placeholders."""

    tree: Tree
    mistakes: list[Mistake]


def fill(tree: Tree, values: Named[str, Tree], later: Set[str], answers: Set[str] = frozenset()) -> Filled:
    """Put the values in; the names in `later` stay as they are, and every other one is a mistake.

    `answers` are all names of the file's questions: a mistake where they are not in `later` too.
    """
    filling = _Filling(values, later, answers)
    return Filled(filling.tree(tree), filling.mistakes)


class _Filling:
    def __init__(self, values: Named[str, Tree], later: Set[str], answers: Set[str]) -> None:
        self._values, self._later, self._answers = values, later, answers
        self.mistakes: list[Mistake] = []

    def tree(self, tree: Tree) -> Tree:
        match tree:
            case Leaf(value=str(text)) if _PLACEHOLDER.search(text):
                return self._leaf(text, tree.place)
            case Items():
                return Items(tuple(map(self.tree, tree.items)), tree.place)
            case Mapping():
                return self._mapping(tree)
            case _:
                return tree

    def _leaf(self, text: str, place: Place) -> Tree:
        whole = _PLACEHOLDER.fullmatch(text)
        value = self._values.get(whole[1]) if whole else None
        if value is not None:
            return _moved(value, place)
        filled = self._text(text, place)
        return Leaf(filled, filled, place)

    def _mapping(self, tree: Mapping) -> Mapping:
        entries: dict[str, Tree] = {}
        keys: dict[str, Place] = {}
        for key, item in tree.entries.items():
            place = tree.keys.get(key, tree.place)
            name = self._text(key, place)
            if name in entries:
                self.mistakes.append(Mistake(place, f"`{key}` becomes `{name}`, which stands here already."))
            entries[name], keys[name] = self.tree(item), place
        return Mapping(entries, tree.place, keys)

    def _text(self, text: str, place: Place) -> str:
        return _PLACEHOLDER.sub(lambda found: self._value(found, place), text)

    def _value(self, found: re.Match[str], place: Place) -> str:
        name = found[1]
        if name in self._later:
            return found[0]
        match self._values.get(name):
            case Leaf(text=text):
                return text
            case None:
                self.mistakes.append(Mistake(place, self._unknown(name)))
            case _:
                self.mistakes.append(Mistake(place, f"`{{{{{name}}}}}` is a list, which cannot stand inside a text."))
        return found[0]

    def _unknown(self, name: str) -> str:
        if key := MADE_BY.get(name):
            return f"There is no `{{{{{name}}}}}` without `{key}` in `set_up`."
        if name in self._answers:
            return f"`{{{{{name}}}}}` has no value here: the answer is known to later steps, checks and the solution."
        known = sorted(self._values.keys() | self._later)
        alike = nearest(name, known)
        meant = f"is `{alike}` meant?" if alike else f"known here: {', '.join(known)}."
        return f"There is no `{{{{{name}}}}}`; {meant}"


def _moved(tree: Tree, place: Place) -> Tree:
    match tree:
        case Leaf():
            return Leaf(tree.value, tree.text, place)
        case Items():
            return Items(tuple(_moved(item, place) for item in tree.items), place)
        case Mapping():
            return Mapping({key: _moved(item, place) for key, item in tree.entries.items()}, place)


def with_values(part: M, values: Named[str, str]) -> M:
    """Return a part of a task with values that are known only now: the home, the answers.

    Other placeholders stay. Raises `PlaceholderError` for a value that names a secret, which only the task may,
    and pydantic's `ValidationError` where a value does not fit.
    """
    for name, value in values.items():
        if secret_names(value):
            raise PlaceholderError(f"The value of {name} names a secret, which only the task itself may.")

    def put(data: Any) -> Any:
        match data:
            case str():
                return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), data)
            case list():
                return [put(item) for item in data]
            case dict():
                return {put(key): put(item) for key, item in data.items()}
            case _:
                return data

    return type(part).model_validate(put(part.model_dump(mode="json")))
