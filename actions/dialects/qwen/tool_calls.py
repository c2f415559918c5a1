"""Finds function calls in an answer: JSON objects, Python's dictionaries, or the XML of Qwen3.5's chat template.

Values stay plain. Knows no function by name.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from actions.dialects.literals import check_unrepeated, read_members

_JSON = re.compile(
    r"""\{\s*["']name["']\s*:\s*["']\w+["']\s*,\s*["']arguments["']\s*:\s*\{|\{(?=\s*["']action["']\s*:)"""
)
_XML = re.compile(r"<function=(\w+)>(?P<body>.*?)(?:</function>|(?=</tool_call>)|\Z)", re.DOTALL)
_EITHER = re.compile(rf"(?P<json>{_JSON.pattern})|(?P<xml><function=\w+>)")
_PARAMETER = re.compile(r"<parameter=(\w+)>\n?(.*?)(?:\n?</parameter>|(?=<parameter=)|\Z)", re.DOTALL)
_LITERAL = re.compile(r"\s*(?:\[.*\]|-?\d+(?:\.\d+)?|true|false)\s*", re.DOTALL)
_CLOSING = re.compile(r"\s*\}")
_TEXTS = frozenset(("text", "status", "action", "button", "direction", "app_name"))


@dataclass(frozen=True)
class ToolCall:
    """One call: where it stands, and its arguments."""

    start: int
    end: int
    arguments: dict[str, Any]


def tool_calls(text: str) -> Iterator[ToolCall]:
    """Yield the calls, going past each as a whole. Raises `UnreadableReplyError`."""
    place = 0
    while match := _EITHER.search(text, place):
        if match["xml"]:
            arguments, end = _from_xml(text, match.start())
        else:
            members, end = read_members(text, match.end())
            if match[0] != "{":
                end = _past_the_whole(text, end)
            arguments = {name: value for name, value in members if value is not None}
        yield ToolCall(match.start(), end, arguments)
        place = end


def _past_the_whole(text: str, end: int) -> int:
    """Return the end of the object whose last member ends here."""
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end


def _from_xml(text: str, start: int) -> tuple[dict[str, Any], int]:
    found = _XML.match(text, start)
    assert found is not None, "it begins here"
    parameters = [(name, _plain(name, value)) for name, value in _PARAMETER.findall(found["body"])]
    check_unrepeated(parameters)
    return dict(parameters), found.end()


def _plain(name: str, value: str) -> Any:
    """Return the value of a parameter: what can be a text stays one, whatever it looks like."""
    if name in _TEXTS or not _LITERAL.fullmatch(value):
        return value if name == "text" else value.strip()
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value
