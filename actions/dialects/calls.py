"""Calls: a dialect's functions as a table, and the way from one written call to an action.

A name can stand for several actions, told apart by an argument's value or sign, or by whether an argument is there.
Places are read on a canvas: the width and height that the model's coordinates count to. Knows no syntax: names and
plain values come from the notations.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from actions.dialects.forms import Argument, Form, Kind, form
from actions.dialects.values import key_names, notches, place
from actions.errors import UnreadableReplyError
from actions.quotation import quote
from actions.schema import Action, Box, Scroll

_LONGEST_COMPLAINT = 300


@dataclass(frozen=True)
class Call:
    """A form, and what tells it from others of its name.

    `effect` says what it does in the dialect's words. `fixed` are arguments that it always has; `sign` is that of its
    `amount`, of which `unit` is a notch of the wheel; `filled` is an argument that must be there. What is not `listed`
    is read, and neither shown nor written.
    """

    form: Form
    effect: str = ""
    fixed: Mapping[str, str] = field(default_factory=dict)
    sign: int = 0
    amount: str = "pixels"
    unit: int = 1
    filled: str = ""
    listed: bool = True

    @property
    def name(self) -> str:
        """What it is called."""
        return self.form.name

    @property
    def mark(self) -> str:
        """What tells this call from others of its name; empty where it has its name to itself."""
        marks = [f"{name} {value}" for name, value in self.fixed.items()]
        if self.sign:
            marks.append(f"{self.amount} {'above' if self.sign > 0 else 'below'} 0")
        return ", ".join(marks)

    def measures(self, argument: Argument) -> bool:
        """Say whether an argument is the amount whose sign tells this call."""
        return bool(self.sign) and argument.name == self.amount

    def takes(self, arguments: Mapping[str, Any]) -> bool:
        """Say whether it has a use for all the arguments."""
        return arguments.keys() <= {argument.name for argument in self.form.arguments} | self.fixed.keys()

    def is_meant_by(self, arguments: Mapping[str, Any]) -> bool:
        """Say whether the arguments ask for this call and not for another of its name."""
        if self.filled and arguments.get(self.filled) in (None, ""):
            return False
        if any(str(arguments.get(name)).lower() != value for name, value in self.fixed.items()):
            return False
        amount = arguments.get(self.amount)
        return not self.sign or (isinstance(amount, int | float) and amount * self.sign > 0)


@dataclass(frozen=True)
class Table:
    """All calls of a dialect, and what models write beside them.

    `renamed` maps other names of arguments to their own, `ignored` are arguments that no action keeps, `counts` are
    those that say how often, which is once, and `impossible` are names that stand for nothing that can be done here,
    each with a sentence for the model.
    """

    calls: tuple[Call, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    impossible: Mapping[str, str] = field(default_factory=dict)

    @property
    def listed(self) -> tuple[Call, ...]:
        """The calls that prompts show and that are written."""
        return tuple(call for call in self.calls if call.listed)

    def call_for(self, action: Action) -> Call:
        """Return the call that an action is written as; there is one for each."""
        return next(call for call in self.listed if call.form.fits(action))

    def read(
        self, name: str, given: Iterable[tuple[str, Any]], canvas: tuple[int, int], pointer: Box | None = None
    ) -> Action:
        """Return the action of a written call. Arguments named "" fill the form's in order.

        A place that is left out is the pointer's, where that is known. Raises `UnreadableReplyError` with a sentence
        for the model.
        """
        candidates = [call for call in self.calls if call.name.lower() == name.strip().lower()]
        if not candidates:
            reason = self.impossible.get(name.strip().lower())
            raise UnreadableReplyError(reason or f"There is no action {quote(name)}; choose one of the list.")
        arguments = self._named(candidates[0], given)
        meant = [call for call in candidates if call.is_meant_by(arguments)]
        call = next((call for call in meant if call.takes(arguments)), next(iter(meant), None))
        if call is None:
            marks = [call.mark or call.filled for call in candidates]
            raise UnreadableReplyError(f"{name} needs {' or '.join(marks)}.")
        empty = {other.filled for other in candidates if arguments.get(other.filled) == ""}
        left = {key: value for key, value in arguments.items() if key not in call.fixed and key not in empty}
        return _action(call, left, canvas, pointer)

    def _named(self, call: Call, given: Iterable[tuple[str, Any]]) -> dict[str, Any]:
        places = iter(call.form.arguments)
        arguments: dict[str, Any] = {}
        for name, value in given:
            key = name.strip().lower() or _next_name(places, call)
            key = self.renamed.get(key, key)
            if key in arguments:
                raise UnreadableReplyError(f"{call.name} has more than one {key[:40]}.")
            if key in self.counts and value != 1:
                raise UnreadableReplyError(f"{call.name} is done once in an answer; leave out {key}.")
            if value is not None and key not in self.ignored | self.counts:
                arguments[key] = value
        return arguments


def wheel(
    name: str,
    direction: str,
    sign: int,
    amount: str,
    at: str,
    *,
    unit: int = 1,
    fixed: Mapping[str, str] | None = None,
) -> Call:
    """Return the call that turns the wheel in a direction, by an amount of that sign, over the place `at`."""
    made = form(name, Scroll, {amount: "notches", at: "box_2d"}, direction=direction)
    turned, place = made.arguments
    needed = replace(made, arguments=(replace(turned, required=True), place))
    effect = f"Turn the mouse wheel {direction}" + (f", {unit} {amount} a notch." if unit > 1 else ".")
    return Call(needed, effect, fixed or {}, sign, amount, unit)


def _next_name(places: Iterable[Argument], call: Call) -> str:
    place = next(iter(places), None)
    if place is None:
        raise UnreadableReplyError(f"{call.name} takes at most {len(call.form.arguments)} arguments.")
    return place.name


def _action(call: Call, arguments: Mapping[str, Any], canvas: tuple[int, int], pointer: Box | None) -> Action:
    known = {argument.name: argument for argument in call.form.arguments}
    fields: dict[str, Any] = {}
    for name, value in arguments.items():
        argument = known.get(name)
        if argument is None:
            raise UnreadableReplyError(f"{call.name} takes no {name[:40]}.")
        if argument.field and not (argument.kind is Kind.BOX and value == ""):
            fields[argument.field] = _value(argument, value, call, canvas)
    if pointer and "box_2d" not in fields and any(a.field == "box_2d" and a.required for a in known.values()):
        fields["box_2d"] = list(pointer)
    try:
        return call.form.read(fields)
    except ValidationError as error:
        raise UnreadableReplyError(_complaint(call, error)[:_LONGEST_COMPLAINT]) from None


def _value(argument: Argument, value: Any, call: Call, canvas: tuple[int, int]) -> Any:
    """Return what a model writes as the schema takes it."""
    match argument.kind:
        case Kind.BOX:
            return place(value, canvas)
        case Kind.NUMBER if call.measures(argument) and isinstance(value, int | float):
            return notches(abs(value), call.unit)
        case Kind.NAMES:
            return key_names(value)
        case Kind.CHOICE if isinstance(value, str):
            return value.strip().lower()
        case _:
            return value


def _complaint(call: Call, error: ValidationError) -> str:
    """Return pydantic's first complaint in one sentence, in the words of the answer."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    names = {argument.field: argument.name for argument in call.form.arguments}
    name = names.get(str(first["loc"][1]), "") if len(first["loc"]) > 1 else ""
    if first["type"] == "missing":
        return f"{call.name} needs {name}."
    return f"{call.name}: {name}: {first['msg'].removeprefix('Value error, ')}."
