"""From what a file says to what it means, with every mistake at its place."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Named
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from tasks.task.nearest import nearest
from tasks.task.reading.sentences import sentence
from tasks.task.reading.shape import Shape
from tasks.task.reading.tree import Items, Leaf, Mapping, Mistake, Place, Tree, plain

M = TypeVar("M", bound=BaseModel)


class Validated(NamedTuple, Generic[M]):
    """A model, or what is wrong with the tree."""

    model: M | None
    mistakes: list[Mistake]


def validated(model: type[M], tree: Tree, context: Named[str, Any]) -> Validated[M]:
    """Return the tree as a model. Where a text is wanted, a number or `true` is taken for what was written."""
    texts: frozenset[int] = frozenset()
    while True:
        try:
            return Validated(model.model_validate(plain(tree, texts), context=dict(context)), [])
        except ValidationError as error:
            found = [_find(Shape.of(model), tree, details) for details in error.errors(include_url=False)]  # type: ignore[arg-type]
        wanted = {id(one.tree) for one in found if _is_wanted_as_text(one)} - texts
        if not wanted:
            return Validated(None, list(_mistakes(found)))
        texts |= wanted


class _Found(NamedTuple):
    """An error, the value that it is about, the keys that may stand there, and the guesses that led to it."""

    error: dict[str, Any]
    tree: Tree
    parent: Tree
    place: Place
    candidates: list[str]
    forms: list[str]
    guesses: tuple[tuple[int, str], ...]


def _find(shape: Shape | None, tree: Tree, error: dict[str, Any]) -> _Found:
    parent, place = tree, tree.place
    guesses: list[tuple[int, str]] = []
    candidates: list[str] = []
    forms: list[str] = []
    form_of: list[str] = []
    for depth, step in enumerate(error["loc"]):
        if shape and shape.is_union:
            if shape.is_guess:
                guesses.append((depth, str(step)))
            form_of = shape.forms
            shape = shape.inside(step)
            continue
        candidates, forms, form_of = shape.keys if shape else [], form_of, []
        shape = shape.inside(step) if shape else None
        child = _child(tree, step)
        if child is not None:
            parent, tree, place = tree, child, child.place
    if isinstance(parent, Mapping) and (key := _key_at_fault(error)):
        place = parent.keys.get(key, place)
    return _Found(error, tree, parent, place, candidates, forms, tuple(guesses))


def _key_at_fault(error: dict[str, Any]) -> str | None:
    """Return the key that the error is about, if it is not its value."""
    loc = error["loc"]
    if loc[-1:] == ("[key]",):
        return str(loc[-2])
    return str(loc[-1]) if error["type"] == "extra_forbidden" else None


def _child(tree: Tree, step: str | int) -> Tree | None:
    match tree:
        case Mapping():
            return tree.entries.get(str(step))
        case Items() if isinstance(step, int) and step < len(tree.items):
            return tree.items[step]
        case _:
            return None


def _is_wanted_as_text(found: _Found) -> bool:
    tree = found.tree
    return found.error["type"] == "string_type" and isinstance(tree, Leaf) and bool(tree.text)


def _mistakes(found: list[_Found]) -> Iterator[Mistake]:
    told = list(_without_guesses(found))
    meant = {
        id(one.parent)
        for one in told
        if one.error["type"] == "extra_forbidden" and nearest(str(one.error["loc"][-1]), one.candidates)
    }
    for one in told:
        if one.error["type"] == "too_short" and any(_is_inside(other, one) for other in told):
            continue  # pydantic counts only what is right
        if _is_absent(one) and id(one.tree) in meant:
            continue  # it is there, mistyped
        nothing = "There is nothing here: write a value, or leave the key out."
        yield Mistake(one.place, nothing if _is_nothing(one) else sentence(one.error, one.candidates, one.forms))


def _is_nothing(found: _Found) -> bool:
    """Say whether the error is about a key without a value."""
    tree = found.tree
    return isinstance(tree, Leaf) and tree.value is None and not tree.text and not _key_at_fault(found.error)


def _is_absent(found: _Found) -> bool:
    """Say whether the error is about a key that is not there, for which `tree` is the mapping around it."""
    key = found.error["loc"][-1] if found.error["loc"] else None
    return key in found.candidates and isinstance(found.tree, Mapping) and key not in found.tree.entries


def _how_far(found: _Found) -> tuple[int, int]:
    error = found.error
    if error["type"] == "literal_error":
        return len(error["loc"]), 2 if isinstance(error["input"], str) else 0
    return len(error["loc"]), 0 if error["type"].endswith("_type") else 1


def _is_inside(inner: _Found, outer: _Found) -> bool:
    place, around = inner.error["loc"], outer.error["loc"]
    return len(place) > len(around) and place[: len(around)] == around


def _without_guesses(found: Iterable[_Found]) -> Iterator[_Found]:
    """Of the members that a value was tried as, keep the errors of the one that it got furthest as."""
    rest = list(found)
    while True:
        guessed = next((one for one in rest if one.guesses), None)
        if guessed is None:
            break
        depth, _ = guessed.guesses[0]
        prefix = guessed.error["loc"][:depth]
        group = [
            one for one in rest if one.guesses[:1] and one.guesses[0][0] == depth and one.error["loc"][:depth] == prefix
        ]
        best = max(group, key=_how_far).guesses[0]
        rest = [
            one._replace(guesses=one.guesses[1:]) if one in group else one
            for one in rest
            if one not in group or one.guesses[0] == best
        ]
    yield from rest
