"""Forms: the ways in which a dialect writes the actions of `actions.schema`.

A form is a name on the wire, the values that this name implies, and the arguments that carry the rest. What an
argument may hold is read off the action's class, so that lists, writers and grammars cannot part from it.
Knows no notation: quotes, brackets and separators are the dialects'.
"""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from math import inf
from typing import Any, get_args

from pydantic import BaseModel

from actions.input.keys import MODIFIERS, NAMED_KEYS
from actions.schema import Action, ActionAdapter

ACTIONS: tuple[type[BaseModel], ...] = get_args(get_args(Action)[0])
"""The classes of the `Action` union, in its order."""

_NAMED = sorted(NAMED_KEYS.difference(MODIFIERS), key=lambda name: (len(name) * name.startswith("f"), name))

KEYS = (*MODIFIERS, *_NAMED, *string.punctuation, *string.digits, *string.ascii_lowercase)
"""Keys that a model can be held to; `actions.input.keys` knows more names and every printable character."""

_LONGEST_NOTE = 100


class Kind(Enum):
    """What an argument holds."""

    BOX = "box"
    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    NAMES = "names"


@dataclass(frozen=True)
class Argument:
    """One argument: its name on the wire, the field that it fills, and what it may hold.

    `low` and `high` bound a number, the length of a text or the count of names; `choices` are what may be chosen, or
    the names. One of a number on the wire is `per` of the field's. An argument without a field is a note of the model
    to itself, which no action keeps.
    """

    name: str
    field: str | None
    kind: Kind
    required: bool = False
    default: Any = None
    low: float = 0
    high: float = inf
    choices: tuple[Any, ...] = ()
    per: int = 1

    def on_wire(self, number: float) -> float:
        """Return the field's number as it is written."""
        return shortest(number / self.per)


@dataclass(frozen=True)
class Form:
    """One way of writing one kind of action. `implied` holds unless an argument says otherwise."""

    name: str
    action: type[BaseModel]
    arguments: tuple[Argument, ...]
    implied: Mapping[str, Any]

    @property
    def description(self) -> str:
        """What the action does, in the words of its class."""
        return " ".join((self.action.__doc__ or "").split())

    @property
    def settled(self) -> set[str]:
        """The fields that the name alone decides."""
        return self.implied.keys() - {argument.field for argument in self.arguments}

    def fits(self, action: Action) -> bool:
        """Say whether this form can carry every field of the action."""
        carried = {argument.field for argument in self.arguments}
        return isinstance(action, self.action) and all(
            value == _default(self.action, field, self.implied)
            for field, value in _plain(action).items()
            if field not in carried
        )

    def given(self, action: Action) -> list[tuple[Argument, Any]]:
        """Return the arguments that must be written, with their values as plain JSON."""
        values = _plain(action)
        fields = [(argument, values[argument.field]) for argument in self.arguments if argument.field]
        needed = [(argument, value) for argument, value in fields if argument.required or value != argument.default]
        return [(a, a.on_wire(value) if a.kind is Kind.NUMBER else value) for a, value in needed]

    def read(self, fields: Mapping[str, Any]) -> Action:
        """Return the action with these fields; raises pydantic's ValidationError."""
        action_type = self.action.model_fields["action_type"].default
        return ActionAdapter.validate_python({**self.implied, **fields, "action_type": action_type})


def form(
    name: str, action: type[BaseModel], arguments: Mapping[str, str | None] | Iterable[str] = (), **implied: Any
) -> Form:
    """Return a form; `arguments` maps names on the wire to fields, or lists names that are the same for both."""
    fields = arguments if isinstance(arguments, Mapping) else {field: field for field in arguments}
    return Form(name, action, tuple(_argument(action, *pair, implied) for pair in fields.items()), implied)


def form_of(action: Action, forms: Iterable[Form]) -> Form:
    """Return the first form that fits; every dialect has one for each action."""
    return next(form for form in forms if form.fits(action))


def whole_form(action: type[BaseModel]) -> Form:
    """Return the form that is named and written as the class itself is."""
    fields = [field for field in action.model_fields if field != "action_type"]
    return form(action.model_fields["action_type"].default, action, fields)


def shortest(number: float) -> float:
    """Return a number without a fraction as an integer, which is written without a point."""
    return int(number) if number == int(number) else number


def _argument(action: type[BaseModel], name: str, field: str | None, implied: Mapping[str, Any]) -> Argument:
    if field is None:
        return Argument(name, None, Kind.TEXT, high=_LONGEST_NOTE)
    schema = _properties(action)[field]
    value = next(option for option in schema.get("anyOf", [schema]) if option.get("type") != "null")
    return Argument(
        name,
        field,
        _kind(value),
        required="default" not in schema and field not in implied,
        default=_default(action, field, implied),
        low=_first(value, "minimum", "minLength", "minItems", otherwise=0),
        high=_first(value, "maximum", "maxLength", "maxItems", otherwise=inf),
        choices=_choices(value),
    )


def _kind(value: dict[str, Any]) -> Kind:
    match value:
        case {"type": "array", "items": {"type": "array"}}:
            return Kind.BOX
        case {"type": "array"}:
            return Kind.NAMES
        case {"enum": _} | {"type": "boolean"}:
            return Kind.CHOICE
        case {"type": "integer" | "number"}:
            return Kind.NUMBER
        case _:
            return Kind.TEXT


def _choices(value: dict[str, Any]) -> tuple[Any, ...]:
    match value:
        case {"enum": choices} | {"items": {"enum": choices}}:
            return tuple(choices)
        case {"type": "boolean"}:
            return (True, False)
        case {"items": {"type": "string"}}:
            return KEYS
        case _:
            return ()


def _first(value: dict[str, Any], *names: str, otherwise: float) -> float:
    return next((value[name] for name in names if name in value), otherwise)


def _default(action: type[BaseModel], field: str, implied: Mapping[str, Any]) -> Any:
    return implied.get(field, _properties(action)[field].get("default"))


@cache
def _properties(action: type[BaseModel]) -> dict[str, Any]:
    properties: dict[str, Any] = action.model_json_schema(mode="serialization")["properties"]
    return properties


def _plain(action: BaseModel) -> dict[str, Any]:
    values = action.model_dump(mode="json", exclude={"action_type"})
    return {name: shortest(value) if isinstance(value, float) else value for name, value in values.items()}
