"""Qwen-VL's own way of writing actions: a call of its `computer_use` function as JSON within `<tool_call>`.

Coordinates are pixels of the image as the model sees it: for Qwen2.5-VL that is the screenshot resized to multiples of
28 pixels, for Qwen3-VL a screen of 1000 by 1000. A dialect is made for one such size; what that size is, the model's
family knows. It writes points, so a box's extent is lost.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from actions.dialects.base import MAX_TEXT_WRITTEN, ParsedAnswer
from actions.dialects.forms import Argument, Kind
from actions.dialects.literals import read_members
from actions.dialects.markup import THOUGHT_END, escape_marks, without_tokens
from actions.dialects.qwen_forms import CALLS, FEWEST_PIXELS, MOST_NOTCHES, PIXELS, PIXELS_PER_NOTCH, Call
from actions.dialects.qwen_tool import FUNCTION, call_schema, signature
from actions.errors import UnreadableReplyError
from actions.quotation import quote
from actions.schema import Action, Box

_START, _END = "<tool_call>", "</tool_call>"
_KEY = re.compile(r"(\+|[^+]+)(?:\+|\Z)")
_LESS_THAN = r"\u003c"
_CALL = re.compile(
    r"""\{\s*["']name["']\s*:\s*["']\w+["']\s*,\s*["']arguments["']\s*:\s*\{|\{(?=\s*["']action["']\s*:)"""
)

_HOW_TO_CALL = """\
<tools>
{signature}
</tools>
Return one call as a JSON object with the function's name and arguments within {start}{end} tags:
{start}
{{"name": "{function}", "arguments": {{"action": ..., ...}}}}
{end}"""


@dataclass(frozen=True)
class QwenDialect:
    """Implements `Dialect` for images that the model sees at `width` by `height` pixels; as it stands, Qwen3-VL's."""

    width: int = 1000
    height: int = 1000
    name: str = "qwen"
    trigger: str = f"{_START}\n"
    slices: tuple[str, ...] = ()
    earlier_images: int = 0

    def action_list(self) -> str:
        """Return the function's signature, which lists its actions one a line, and how to call it."""
        shown = signature(self.width, self.height)
        return _HOW_TO_CALL.format(signature=shown, function=FUNCTION, start=_START, end=_END)

    def write(self, action: Action) -> str:
        """See `Dialect`."""
        call = next(call for call in CALLS if call.form.fits(action))
        given = {argument.name: self._write(argument, value, call) for argument, value in call.form.given(action)}
        arguments = {"action": call.name, **call.fixed, **given}
        written = json.dumps({"name": FUNCTION, "arguments": arguments}, ensure_ascii=False)
        return f"{escape_marks(written, _LESS_THAN)}\n{_END}"

    def grammar(self, *, max_text: int = MAX_TEXT_WRITTEN) -> str:
        """See `Dialect`."""
        schema = json.dumps(call_schema(self.width, self.height, max_text))
        return f'start: call {json.dumps(chr(10) + _END)} "</answer>"?\ncall: %json {schema}'

    def read(self, answer: str) -> ParsedAnswer:
        """Return an answer's one action, and as its reason what stands before.

        `answer` is a reply without its thought. Raises UnreadableReplyError with a sentence for the model; no other
        error, whatever the text.
        """
        text = without_tokens(answer).rpartition(THOUGHT_END)[2]
        calls = list(_calls(text))
        if not calls:
            raise UnreadableReplyError(f"The answer holds no call; end it with one call of {FUNCTION} in {_START}.")
        actions = [self._action(arguments) for _, arguments in calls]
        if any(action != actions[0] for action in actions):
            raise UnreadableReplyError("The answer holds two different calls; write exactly one.")
        reason = text[: calls[0][0]].rstrip().removesuffix(_START).strip()
        return ParsedAnswer(actions[0], reason=reason)

    def _action(self, arguments: dict[str, Any]) -> Action:
        call = _call_of(arguments)
        known = {argument.name: argument for argument in call.form.arguments}
        fields: dict[str, Any] = {}
        for name, value in arguments.items():
            if name not in known:
                raise UnreadableReplyError(f"{call.name} takes no {name[:40]}.")
            fields[known[name].field or name] = self._read(known[name], value)
        try:
            return call.form.read(fields)
        except ValidationError as error:
            raise UnreadableReplyError(_complaint(call, error)) from None

    def _write(self, argument: Argument, value: Any, call: Call) -> Any:
        """Return a plain JSON value of the schema as this dialect writes it."""
        if argument.kind is Kind.BOX:
            x, y = Box(*value[0]).centre
            return [
                min(round(x * self.width / 1000), self.width - 1),
                min(round(y * self.height / 1000), self.height - 1),
            ]
        return value * call.sign * PIXELS_PER_NOTCH if argument.name == PIXELS else value

    def _read(self, argument: Argument, value: Any) -> Any:
        """Return what this dialect writes as the schema takes it."""
        match argument.kind:
            case Kind.BOX:
                return self._box(value)
            case Kind.NUMBER if argument.name == PIXELS:
                return _notches(abs(value))
            case Kind.NAMES if isinstance(value, str):
                return _KEY.findall(value)
            case _:
                return value

    def _box(self, value: Any) -> list[float]:
        """Return a point or a box in pixels as one in thousandths."""
        sides = (self.width, self.height) * 2
        if not isinstance(value, list) or len(value) not in (2, 4):
            raise UnreadableReplyError("A coordinate is [x, y] in pixels.")
        if not all(isinstance(n, int | float) and 0 <= n <= side for n, side in zip(value, sides, strict=False)):
            shown = json.dumps(value)[:80]
            raise UnreadableReplyError(f"{shown} lies outside the screen of {self.width}x{self.height} pixels.")
        return [n / side * 1000 for n, side in zip(value, sides, strict=False)]


QWEN = QwenDialect()


def _calls(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield where each call begins and its arguments, going past it as a whole."""
    place = 0
    while match := _CALL.search(text, place):
        members, place = read_members(text, match.end())
        yield match.start(), {name: value for name, value in members if value is not None}


def _call_of(arguments: dict[str, Any]) -> Call:
    """Take out of the arguments what says which call they are for, and return that."""
    name = str(arguments.pop("action", "")).strip().lower()
    candidates = [call for call in CALLS if call.name == name]
    if not candidates:
        raise UnreadableReplyError(f"There is no action {quote(name)}; choose one of the list.")
    for call in candidates:
        if call.is_meant_by(arguments):
            for fixed in call.fixed:
                del arguments[fixed]
            return call
    raise UnreadableReplyError(f"{name} needs {' or '.join(call.mark for call in candidates)}.")


def _notches(pixels: float) -> int:
    """Return notches of the wheel, as many as an action may have; small numbers are notches already."""
    notches = pixels / PIXELS_PER_NOTCH if pixels >= FEWEST_PIXELS else pixels
    return round(max(1, min(notches, MOST_NOTCHES)))


def _complaint(call: Call, error: ValidationError) -> str:
    """Return pydantic's first complaint in one sentence, in the words of the answer."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    names = {argument.field: argument.name for argument in call.form.arguments}
    name = names.get(str(first["loc"][1]), "") if len(first["loc"]) > 1 else ""
    if first["type"] == "missing":
        return f"{call.name} needs {name}."
    return f"{call.name}: {name}: {first['msg'].removeprefix('Value error, ')}."
