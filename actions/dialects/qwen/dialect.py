"""Qwen-VL's own way of writing actions: a call of its `computer_use` function as JSON within `<tool_call>`.

Coordinates are pixels of the image as the model sees it: for Qwen2.5-VL that is the screenshot resized to multiples of
28 pixels, for Qwen3-VL a screen of 1000 by 1000. A dialect is made for one such size; what that size is, the model's
family knows. It writes points, so a box's extent is lost. Another function with a table of its own can stand in its
place.
"""

import json
from dataclasses import dataclass
from typing import Any

from actions.dialects.base import MAX_TEXT_WRITTEN, THOUGHT_TAGS, ParsedAnswer, cut_short
from actions.dialects.calls import Call, Table
from actions.dialects.forms import Argument, Kind
from actions.dialects.markup import THOUGHT_END, escape_marks, without_tokens
from actions.dialects.qwen.forms import TABLE
from actions.dialects.qwen.tool import call_schema, signature
from actions.dialects.qwen.tool_calls import ToolCall, tool_calls
from actions.dialects.values import screen_side
from actions.errors import UnreadableReplyError
from actions.schema import Action, Box

_START, _END = "<tool_call>", "</tool_call>"
_LESS_THAN = r"\u003c"
_LABEL = "Action:"

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
    function: str = "computer_use"
    table: Table = TABLE
    thought_tags: tuple[str, str] = THOUGHT_TAGS
    trigger: str = f"{_START}\n"
    slices: tuple[str, ...] = ()
    earlier_images: int = 0

    def __hash__(self) -> int:
        return hash((self.name, self.width, self.height))

    def action_list(self) -> str:
        """Return the function's signature, which lists its actions one a line, and how to call it."""
        shown = signature(self.function, self.table.listed, self.width, self.height)
        return _HOW_TO_CALL.format(signature=shown, function=self.function, start=_START, end=_END)

    @property
    def screen(self) -> tuple[int, int]:
        """See `Dialect`."""
        return screen_side(self.width), screen_side(self.height)

    def write(self, action: Action) -> str:
        """See `Dialect`."""
        call = self.table.call_for(action)
        given = {argument.name: self._write(argument, value, call) for argument, value in call.form.given(action)}
        arguments = {"action": call.name, **call.fixed, **given}
        written = json.dumps({"name": self.function, "arguments": arguments}, ensure_ascii=False)
        return f"{escape_marks(written, _LESS_THAN)}\n{_END}"

    def grammar(self, *, max_text: int = MAX_TEXT_WRITTEN) -> str:
        """See `Dialect`."""
        schema = json.dumps(call_schema(self.function, self.table.listed, self.width, self.height, max_text))
        return f'start: call {json.dumps(chr(10) + _END)} "</answer>"?\ncall: %json {schema}'

    def opening(self, reason: str) -> str:
        """See `Dialect`."""
        return f"{_LABEL} {reason}\n"

    def read(self, answer: str, pointer: Box | None = None) -> ParsedAnswer:
        """Return an answer's one action, and as its reason what stands before."""
        text = _bare(answer)
        calls = list(tool_calls(text))
        if not calls:
            raise UnreadableReplyError(
                f"The answer holds no call; end it with one call of {self.function} in {_START}."
            )
        actions = [self._action(call, pointer) for call in calls]
        if any(action != actions[0] for action in actions):
            raise UnreadableReplyError("The answer holds two different calls; write exactly one.")
        return ParsedAnswer(actions[0], reason=_before(text, calls[0]))

    def quoted(self, answer: str) -> str:
        """Return an answer through its first call."""
        text = _bare(answer)
        call = _first_call(text)
        if call is None:
            return cut_short(text)
        return text[: call.end] + (f"\n{_END}" if text[: call.start].rstrip().endswith(_START) else "")

    def brief(self, answer: str, step: int) -> str:
        """Return what stands before the call, or the call where nothing does."""
        text = _bare(answer)
        call = _first_call(text)
        said = _before(text, call).removeprefix(_LABEL).strip() if call else ""
        return cut_short(said) if said else self.quoted(answer)

    def _action(self, call: ToolCall, pointer: Box | None) -> Action:
        arguments = dict(call.arguments)
        name = str(arguments.pop("action", ""))
        return self.table.read(name, arguments.items(), (self.width, self.height), pointer)

    def _write(self, argument: Argument, value: Any, call: Call) -> Any:
        """Return a plain JSON value of the schema as this dialect writes it."""
        if argument.kind is Kind.BOX:
            sides = (self.width, self.height)
            place = Box(*value[0]).centre
            return [min(round(n * side / 1000), screen_side(side) - 1) for n, side in zip(place, sides, strict=True)]
        return value * call.sign * call.unit if call.measures(argument) else value


QWEN = QwenDialect()


def _bare(answer: str) -> str:
    return without_tokens(answer).rpartition(THOUGHT_END)[2].strip()


def _first_call(text: str) -> ToolCall | None:
    try:
        return next(tool_calls(text), None)
    except UnreadableReplyError:
        return None


def _before(text: str, call: ToolCall) -> str:
    return text[: call.start].rstrip().removesuffix(_START).strip()
