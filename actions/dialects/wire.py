"""From names and plain values, as they stand in an answer, to an action of the schema.

Takes any dialect's names in either syntax, and the names for phones and the spellings that GLM falls into. Bounds
and unknown fields are the schema's affair; what it complains of is put in a sentence for the model.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from actions.dialects.forms import Argument, Form, form
from actions.dialects.glm_forms import CALL_FORMS, JSON_FORMS, NOTCHES_PER_SCREEN, STATUS, WEB_FORMS
from actions.errors import UnreadableReplyError
from actions.input.keys import canonical_key
from actions.quotation import quote
from actions.schema import Action, Click, PressKeys, Scroll

_PHONE_FORMS = (
    form("keyboard_enter", PressKeys, keys=("enter",)),
    form("navigate_back", PressKeys, keys=("alt", "left")),
    form("navigate_home", PressKeys, keys=("super", "d")),
    form("swipe", Scroll, ("direction", "box_2d")),
    form("double_click", Click, ("box_2d",), clicks=2),
)

_CALLS = {known.name.lower(): known for known in (*_PHONE_FORMS, *WEB_FORMS, *JSON_FORMS, *CALL_FORMS)}
_OBJECTS = {known.name.lower(): known for known in (*_PHONE_FORMS, *CALL_FORMS, *JSON_FORMS)}
"""Where dialects share a name, each syntax means its own; what calls of the same name take is the same."""

CALLS = tuple(_CALLS)
"""The names of calls, in lower case."""

_FIELDS = {
    "start_box": "box_2d",
    "point": "box_2d",
    "box": "box_2d",
    "end_box": "to_box_2d",
    "to_point": "to_box_2d",
    "content": "text",
    "step": "notches",
    "distance": "notches",
    "key": "keys",
    "name": "app_name",
}
_NOTES = {argument.name for known in CALL_FORMS for argument in known.arguments if not argument.field}
_GOALS = {status: name for name, status in STATUS.items()}
_MOST_NOTCHES = 50
_OPPOSITE = {"up": "down", "down": "up", "left": "right", "right": "left"}

_LONGEST_COMPLAINT = 300

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:e-\d+)?")
_BOX_TEXT = re.compile(r"[-+\d.e,;\s\[\](){}<>]{0,200}")
_NAME = re.compile(r"(\+|[^+]+)(?:\+|\Z)")
_CHORD = re.compile(r"(?:\+|[^+]+)(?:\+(?:\+|[^+]+))*")


def action_from_call(name: str, arguments: Iterable[tuple[str, Any]]) -> Action:
    """Return the action of a call; arguments without a name fill the form's in order."""
    known = _CALLS[name.lower()]
    places = iter(known.arguments)
    return _action(known, [(given.lower() or _next_name(places, known), value) for given, value in arguments])


def action_from_object(members: Iterable[tuple[str, Any]]) -> Action:
    """Return the action of a JSON object that has an `action_type`."""
    given = [(name.strip().lower(), value) for name, value in members]
    named = dict(given)
    name = str(named.get("action_type", "")).strip().lower()
    if not name:
        raise UnreadableReplyError('The object after "Action:" has no "action_type".')
    if name == "status":
        status = str(named.get("goal_status", "")).strip().lower()
        name = _GOALS.get(status, f"status with goal_status {status}")
    if name not in _OBJECTS:
        raise UnreadableReplyError(f"There is no action {quote(name)}; choose one of the list.")
    return _action(_OBJECTS[name], [pair for pair in given if pair[0] not in ("action_type", "goal_status")])


def _next_name(places: Iterator[Argument], known: Form) -> str:
    place = next(places, None)
    if place is None:
        raise UnreadableReplyError(f"{known.name} takes at most {len(known.arguments)} arguments.")
    return place.name


def _action(known: Form, given: Sequence[tuple[str, Any]]) -> Action:
    fields, names = dict[str, Any](), dict[str, str]()
    for name, spelled in _aimed(given):
        field, value = _FIELDS.get(name, name), _value(name, spelled)
        if field in names:
            raise UnreadableReplyError(f"{known.name} has more than one {name}.")
        if field in known.settled:
            raise UnreadableReplyError(f"{known.name} takes no {name}.")
        names[field] = name
        if value is not None and name not in _NOTES:
            fields[field] = value
    if known.name == "swipe":
        fields["direction"] = _OPPOSITE.get(str(fields.get("direction")), "")
    try:
        return known.read(fields)
    except ValidationError as error:
        raise UnreadableReplyError(_complaint(known, names, error)[:_LONGEST_COMPLAINT]) from None


def _aimed(given: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return the arguments without the element's box where a point in it says where to aim."""
    has_point = any(name == "point" and value is not None for name, value in given)
    return [(name, value) for name, value in given if name != "box" or not has_point]


def _value(name: str, value: Any) -> Any:
    """Return a value as the schema takes it; None for one that is left empty."""
    match _FIELDS.get(name, name):
        case "notches" if name == "distance" and isinstance(value, int | float) and not isinstance(value, bool):
            return round(max(1.0, min(value * NOTCHES_PER_SCREEN, _MOST_NOTCHES)))  # it counts in screens
        case "box_2d" | "to_box_2d":
            return _box(value)
        case "keys" | "modifiers":
            return _names(value)
        case "direction" | "button" if isinstance(value, str):
            return value.strip().lower()
        case _:
            return value


def _box(value: Any) -> Any:
    """Return the numbers of a box in any brackets or in a string."""
    if isinstance(value, str) and _BOX_TEXT.fullmatch(value):
        value = [float(number) for number in _NUMBER.findall(value)]
    return list(_flat(value)) or None if isinstance(value, list) else value


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        else:
            yield value


def _names(value: Any) -> Any:
    """Return the names in `"ctrl+c"`, `["ctrl+c"]` or `["ctrl", "c"]`."""
    if isinstance(value, list):
        return [name for part in value for name in _names(part)]
    if not isinstance(value, str):
        return [value]
    if not _CHORD.fullmatch(value):
        return [value] if value else []
    return [_canonical(name) for name in _NAME.findall(value)]


def _canonical(name: str) -> str:
    try:
        return canonical_key(name)
    except ValueError:
        return name  # the schema complains


def _complaint(known: Form, names: Mapping[str, str], error: ValidationError) -> str:
    """Return pydantic's first complaint in one sentence, in the words of the answer."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    field = str(first["loc"][1]) if len(first["loc"]) > 1 else ""
    wire = {argument.field: argument.name for argument in known.arguments}
    name = names.get(field) or wire.get(field) or field
    match first["type"]:
        case "missing":
            return f"{known.name} needs {name}."
        case "extra_forbidden":
            return f"{known.name} takes no {name}."
        case _:
            message = first["msg"].removeprefix("Value error, ")
            return f"{known.name}: {name}: {message[:1].lower()}{message[1:]}."
