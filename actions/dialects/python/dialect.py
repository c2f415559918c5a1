"""A dialect of Python calls: a table, a notation, and where in an answer its calls stand.

Reading goes from text to `Written` calls, to deeds, to one action.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from actions.dialects.base import MAX_TEXT_WRITTEN, THOUGHT_TAGS, ParsedAnswer, cut_short
from actions.dialects.calls import Table
from actions.dialects.lark import grammar_of, slices_of
from actions.dialects.listing import listed
from actions.dialects.markup import THOUGHT_END, without_tokens
from actions.dialects.notation import Notation, assemble, spelled
from actions.dialects.python.calls import Written
from actions.dialects.python.fusing import Button, Deed, DragTo, Hold, fused
from actions.dialects.values import screen_side
from actions.errors import UnreadableReplyError
from actions.input.keys import canonical_key
from actions.schema import Action, Box, Drag, Hover
from actions.targets import targets

_END_OF_DRAG = "end"


@dataclass(frozen=True)
class Part:
    """The calls of an answer, what stands before them, and where they end."""

    calls: tuple[Written, ...]
    before: str
    end: int


class Syntax(Protocol):
    """Where a family writes its calls, and around them."""

    def find(self, text: str) -> Part:
        """Return the part of a bare answer that holds its calls. Raises `UnreadableReplyError`."""

    def opening(self, reason: str) -> str:
        """Return how an answer begins that gives a reason."""

    def brief(self, text: str, step: int) -> str:
        """Return what a bare answer says that it does; empty where it says nothing."""

    @property
    def ending(self) -> str:
        """What an answer ends with after its call."""


@dataclass(frozen=True)
class Held:
    """The names of calls that hold something beyond themselves, in lower case."""

    keys_down: frozenset[str] = frozenset()
    keys_up: frozenset[str] = frozenset()
    button_down: frozenset[str] = frozenset()
    button_up: frozenset[str] = frozenset()
    drag_on: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class CallDialect:
    """Implements `Dialect` on a canvas."""

    name: str
    canvas: tuple[int, int]
    table: Table
    notation: Notation
    syntax: Syntax
    trigger: str
    held: Held = Held()
    thought_tags: tuple[str, str] = THOUGHT_TAGS
    earlier_images: int = 0

    @property
    def slices(self) -> tuple[str, ...]:
        """See `Dialect`."""
        return slices_of(self.notation)

    @property
    def screen(self) -> tuple[int, int]:
        """See `Dialect`."""
        width, height = map(screen_side, self.canvas)
        return width, height

    def action_list(self) -> str:
        """See `Dialect`."""
        return "\n".join(f"- {listed(call, self.notation)}" for call in self.table.listed)

    def write(self, action: Action) -> str:
        """See `Dialect`."""
        call, notation = self.table.call_for(action), self.notation
        fixed = (notation.fixed(name, value) for name, value in call.fixed.items())
        given = (
            spelled(notation, argument, value * call.sign * call.unit if call.measures(argument) else value)
            for argument, value in call.form.given(action)
        )
        return assemble(notation, call.form, (*given, *fixed)) + self.syntax.ending

    def grammar(self, *, max_text: int = MAX_TEXT_WRITTEN) -> str:
        """See `Dialect`."""
        return grammar_of(
            self.table.listed, self.notation, max_text=max_text, canvas=self.canvas, ending=self.syntax.ending
        )

    def opening(self, reason: str) -> str:
        """See `Dialect`."""
        return self.syntax.opening(reason)

    def read(self, answer: str, pointer: Box | None = None) -> ParsedAnswer:
        """See `Dialect`."""
        part = self.syntax.find(_bare(answer))
        return ParsedAnswer(self._one(part.calls, pointer), reason=part.before)

    def quoted(self, answer: str) -> str:
        """See `Dialect`."""
        text = _bare(answer)
        try:
            return text[: self.syntax.find(text).end]
        except UnreadableReplyError:
            return cut_short(text)

    def brief(self, answer: str, step: int) -> str:
        """See `Dialect`."""
        return cut_short(self.syntax.brief(_bare(answer), step)) or self.quoted(answer)

    def _one(self, calls: Sequence[Written], pointer: Box | None) -> Action:
        """Return the one action that the calls make up; the same call written twice is one."""
        before = pointer
        deeds: list[Deed] = []
        for call in _flat(calls):
            deed = self._deed(call, pointer)
            pointer = _left_at(deed) or pointer
            if not (deeds and deeds[-1] == deed):
                deeds.append(deed)
        return fused(deeds, before)

    def _deed(self, call: Written, pointer: Box | None) -> Deed:
        name, held = call.name.lower(), self.held
        if name in held.keys_down | held.keys_up:
            return Hold(_keys(call), name in held.keys_down)
        if name in held.button_down | held.button_up:
            return Button(self._place(call, pointer), name in held.button_down)
        if name in held.drag_on and not any(key in ("start", "start_box") for key, _ in call.arguments):
            return DragTo(self._place(call, None))
        return self.table.read(call.name, call.arguments, self.canvas, pointer)

    def _place(self, call: Written, pointer: Box | None) -> Box:
        """Return the place that a call names, read as a move of the pointer there."""
        move = next(known for known in self.table.calls if known.form.action is Hover)
        at = move.form.arguments[0].name
        given = ((at if name == _END_OF_DRAG else name, value) for name, value in call.arguments)
        return targets(self.table.read(move.name, given, self.canvas, pointer))[0]


def _bare(answer: str) -> str:
    return without_tokens(answer).rpartition(THOUGHT_END)[2].strip()


def _flat(calls: Iterable[Written]) -> list[Written]:
    return [inner for call in calls for inner in (call.inner or (call,))]


def _keys(call: Written) -> tuple[str, ...]:
    values = [value for _, given in call.arguments for value in (given if isinstance(given, list | tuple) else [given])]
    try:
        return tuple(canonical_key(str(value)) for value in values)
    except ValueError as error:
        raise UnreadableReplyError(f"{call.name}: {error}.") from error


def _left_at(deed: Deed) -> Box | None:
    """Return where a deed leaves the pointer."""
    match deed:
        case Button(box=box) | DragTo(box=box):
            return box
        case Drag():
            return deed.to_box_2d
        case Hold():
            return None
        case _:
            return next(iter(targets(deed)), None)
