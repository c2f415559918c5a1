"""Reads pyautogui code as AgentNet records it: a call a line, plain values only."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from actions.dialects.literals import read_arguments
from actions.errors import UnreadableReplyError
from actions.schema import Point
from tasks.recorded.steps import BadRecordError
from tasks.recorded.trajectories.notations.call import Call

_CALL = re.compile(r"\s*(?:pyautogui|computer)\.(\w{1,40})\(")
_POSITIONAL = {
    "scroll": ("clicks", "x", "y"),
    "hscroll": ("clicks", "x", "y"),
    "vscroll": ("clicks", "x", "y"),
    "write": ("message",),
    "typewrite": ("message",),
    "terminate": ("status",),
    "wait": ("seconds",),
    "sleep": ("seconds",),
}
_OTHER_NAMES = {"typewrite": "write", "vscroll": "scroll", "sleep": "wait"}


def read_code(code: str) -> tuple[Call, ...]:
    """Return the calls of some code. Raises `BadRecordError` for anything that is no such call."""
    calls, place = list[Call](), 0
    while code[place:].strip():
        found = _CALL.match(code, place)
        if not found:
            raise BadRecordError(f"the code cannot be read from {code[place:].strip()[:40]!r} on.")
        try:
            arguments, place = read_arguments(code, found.end())
        except UnreadableReplyError as error:
            raise BadRecordError(f"the code cannot be read: {error}") from None
        calls.append(_call(found[1], arguments))
    return tuple(calls)


def _call(name: str, arguments: Sequence[tuple[str, Any]]) -> Call:
    given = dict(_named(name, arguments))
    name = _OTHER_NAMES.get(name, name)
    if name in ("press", "hotkey"):
        return Call(name, keys=tuple(_keys(given)))
    return Call(
        name,
        place=_point(given),
        text=str(given.get("message", given.get("text", given.get("status", "")))),
        amount=_number(given.get("clicks", given.get("amount", given.get("seconds", 0))), name),
    )


def _named(name: str, arguments: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Yield the arguments with their names; what has none goes by its order, which for keys is all there is."""
    if name == "hotkey" and all(not given for given, _ in arguments):
        yield "keys", _flat(value for _, value in arguments)
        return
    places = ("keys",) if name == "press" else _POSITIONAL.get(name, ("x", "y"))
    unnamed = iter(places)
    for given, value in arguments:
        yield given or next(unnamed, ""), value


def _flat(values: Iterable[Any]) -> list[Any]:
    return [key for value in values for key in (value if isinstance(value, list) else [value])]


def _keys(given: Mapping[str, Any]) -> Iterator[str]:
    keys = _flat([given.get("keys", given.get("key", []))])
    if not keys:
        raise BadRecordError("keys are pressed, and none is named.")
    presses = given.get("presses", 1)
    for _ in range(presses if isinstance(presses, int) and 1 <= presses <= 50 else 1):
        yield from map(str, keys)


def _point(given: Mapping[str, Any]) -> Point | None:
    if "x" not in given or "y" not in given:
        return None
    return Point(_number(given["x"], "x"), _number(given["y"], "y"))


def _number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadRecordError(f"{name}: {str(value)[:40]!r} is no number.")
    return float(value)
