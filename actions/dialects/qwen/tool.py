"""A function as JSON: its signature for the prompt, and the schema that calls of it are held to."""

import json
from collections.abc import Collection, Mapping, Sequence
from math import ceil, floor
from typing import Any

from actions.dialects.calls import Call
from actions.dialects.forms import Argument, Kind
from actions.dialects.values import screen_side

_AS_WRITTEN = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}
"""For llguidance: one spacing, that of `json.dumps`."""

_PURPOSE = (
    "Use a mouse and keyboard to operate a computer, by screenshots of it. "
    "The screen's resolution is {width}x{height}; a coordinate is [x, y] in its pixels, from the top left. "
    "Aim at the middle of what you click."
)
_TYPES = {Kind.BOX: "array", Kind.NAMES: "array", Kind.NUMBER: "number", Kind.TEXT: "string"}


def signature(function: str, calls: Sequence[Call], width: int, height: int) -> str:
    """Return the function as prompts show it, on one line of JSON; the size is that of its coordinates."""
    names = list(dict.fromkeys(call.name for call in calls))
    action = {"type": "string", "enum": names, "description": "\n".join(map(_described, calls))}
    parameters = {"type": "object", "properties": {"action": action, **_parameters(calls)}, "required": ["action"]}
    purpose = _PURPOSE.format(width=screen_side(width), height=screen_side(height))
    described = {"name": function, "description": purpose, "parameters": parameters}
    return json.dumps({"type": "function", "function": described}, ensure_ascii=False)


def call_schema(function: str, calls: Sequence[Call], width: int, height: int, max_text: int) -> dict[str, Any]:
    """Return the schema of a call on a screen of this size, with texts of at most `max_text` characters."""
    arguments = {"anyOf": [_arguments(call, width, height, max_text) for call in calls]}
    return {"x-guidance": _AS_WRITTEN, **_object({"name": {"const": function}, "arguments": arguments})}


def _described(call: Call) -> str:
    return f"* `{call.name}`{f' ({call.mark})' if call.mark else ''}: {call.effect}"


def _parameters(calls: Sequence[Call]) -> dict[str, dict[str, Any]]:
    """Return each argument once, with the calls that take it."""
    users: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    for call in calls:
        for argument in call.form.arguments:
            types[argument.name] = _TYPES.get(argument.kind, "boolean")
            needed = "" if argument.required else " (optional)"
            users.setdefault(argument.name, []).append(f"`{call.name}`{needed}")
        for name in call.fixed:
            types[name] = "string"
            users.setdefault(name, []).append(f"`{call.name}`")
    return {
        name: {"type": types[name], "description": f"For {', '.join(dict.fromkeys(taken))}."}
        for name, taken in users.items()
    }


def _arguments(call: Call, width: int, height: int, max_text: int) -> dict[str, Any]:
    fixed = {name: {"const": value} for name, value in {"action": call.name, **call.fixed}.items()}
    given = {a.name: _value(a, call, width, height, max_text) for a in call.form.arguments}
    optional = [a.name for a in call.form.arguments if not a.required]
    return _object({**fixed, **given}, optional)


def _value(argument: Argument, call: Call, width: int, height: int, max_text: int) -> dict[str, Any]:
    low, high = argument.low, argument.high
    match argument.kind:
        case Kind.BOX:
            ends = (screen_side(side) - 1 for side in (width, height))
            sides = [{"type": "integer", "minimum": 0, "maximum": end} for end in ends]
            return {"type": "array", "prefixItems": sides, "items": False, "minItems": 2, "maxItems": 2}
        case Kind.NUMBER if call.measures(argument):
            least, most = sorted(call.sign * call.unit * int(notches) for notches in (low, high))
            return {"type": "integer", "minimum": least, "maximum": most, "multipleOf": call.unit}
        case Kind.NUMBER:
            return {"type": "integer", "minimum": ceil(low), "maximum": floor(high)}
        case Kind.CHOICE:
            return {"enum": list(argument.choices)}
        case Kind.NAMES:
            count = int(min(high, len(argument.choices)))
            items = {"enum": list(argument.choices)}
            return {"type": "array", "items": items, "minItems": max(1, int(low)), "maxItems": count}
        case Kind.TEXT:
            return {"type": "string", "minLength": int(low), "maxLength": int(min(high, max_text))}


def _object(properties: Mapping[str, Any], optional: Collection[str] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}
