"""What was spoken of before: what "it" and "the second one" mean, and where something is looked for.

Knows instructions, no words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from model.reader.language.sentence.step import Mention, Search, Step
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    OF_SELECTED,
    Clear,
    Click,
    CloseDialog,
    Condition,
    Edit,
    Expand,
    ForEach,
    Highlight,
    If,
    Instruction,
    Relation,
    Repeat,
    Scroll,
    SetValue,
    Target,
    Type,
    WaitFor,
)
from model.sight.element import Kind

Value = TypeVar("Value")


def with_targets(value: Value, change: Callable[[Target], Target]) -> Value:
    """Return an instruction, a condition or a target with every target in it changed, the innermost first."""
    if isinstance(value, tuple):
        return tuple(with_targets(item, change) for item in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {
        field.name: with_targets(getattr(value, field.name), change)
        for field in fields(value)
        if isinstance(getattr(value, field.name), tuple) or is_dataclass(getattr(value, field.name))
    }
    changed = replace(value, **changes)
    return change(changed) if isinstance(changed, Target) else changed  # type: ignore[return-value]


def first_target(value: object) -> Target | None:
    """Return the first target that an instruction names, itself no pronoun."""
    return next((target for target in _targets(value) if not target.it), None)


def _targets(value: object) -> Iterator[Target]:
    if isinstance(value, Target):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _targets(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _targets(getattr(value, field.name))


def _all_targets(value: object) -> Iterator[Target]:
    """Yield every target, and those that it is related to."""
    for target in _targets(value):
        yield target
        for relation in target.relations:
            yield from _all_targets(relation.to)


def _settled(target: Target) -> Target:
    """Return a target without "box" where a name says more than that."""
    return replace(target, shape="") if target.shape == "box" and target.text else target


def _leads(instruction: Instruction) -> bool:
    """Say whether what comes next belongs to an instruction: a menu that it opens, a text that it copies."""
    return isinstance(instruction, Click) and instruction.button == "right"


def _alike(target: Target, other: Target) -> bool:
    return (target.kind, bool(target.ordinal), bool(target.text)) == (other.kind, bool(other.ordinal), bool(other.text))


def _flattened(target: Target) -> Target:
    """Return a target in the row of what is in a row: in that row."""
    relations = tuple(
        relation.to.relations[0]
        if relation.to.relations
        and replace(relation.to, kind=None if relation.to.kind is Kind.ROW else relation.to.kind)
        == Target(relations=relation.to.relations[:1])
        and relation.to.relations[0].how == relation.how
        else relation
        for relation in target.relations
    )
    return replace(target, relations=relations)


class Context:
    """What was spoken of last, and in how many `loops` we are: there "it" is the one whose turn it is."""

    def __init__(self) -> None:
        self.last: Target | None = None
        self.loops = 0
        self.instruction: Instruction | None = None
        self._search: Search | None = None
        self._mentioned: Target | None = None
        self._done: list[Instruction] = []

    def resolve(self, steps: Sequence[Step], *, in_loop: bool = False) -> list[Instruction]:
        """Return steps as instructions in which every pronoun stands for what it means."""
        resolved: list[Instruction] = []
        for step in steps:
            if isinstance(step, Mention):
                self.last = self._mentioned = self.meant(step.target)
            elif isinstance(step, Search):
                self._search = step
            else:
                step = self._into(step)
                is_loop = in_loop or self.loops > 0 or isinstance(step, ForEach)
                instruction = with_targets(step, _settled if is_loop else self.meant)
                resolved += [
                    *self._looked_for(instruction),
                    *self._selected_for(instruction),
                    *self._in_found(instruction),
                ]
                self.remember(instruction)
        return resolved

    def _into(self, step: Instruction) -> Instruction:
        """Return typing into the field that was only named just before, or over words that were just marked."""
        marks = isinstance(self.instruction, Highlight) or (
            isinstance(self.instruction, Click) and self.instruction.clicks > 1
        )
        if marks and isinstance(step, Type) and step.target == IT:
            return replace(step, target=None)
        if marks and isinstance(step, SetValue) and step.target == IT:
            return Type(step.value)
        field = self._mentioned
        if isinstance(step, Type | Clear) and step.target is None and field and field.kind is Kind.FIELD:
            return replace(step, target=field)
        return step

    def _selected_for(self, instruction: Instruction) -> list[Instruction]:
        """Return the selecting of what was typed just before, for what is to be done with it: "and make it bold"."""
        match self.instruction, instruction:
            case Type(target=Target(kind=Kind.CELL)), _:
                return []  # a cell is selected as it is
            case Type(text=text, reading=None), Edit(command=command, target=None) if text and command in OF_SELECTED:
                return [Highlight(Target(text, quoted=True))]
            case _:
                return []

    def finish(self) -> list[Instruction]:
        """Return what is left to do at the end: what was only to be found shall show.

        Raises `InstructionError` for a search that nothing was looked for in.
        """
        if row := self._found_row():
            return [Click(row)]
        if self._mentioned:
            shows = WaitFor(self._mentioned)
            return [*self._looked_for(shows), shows]
        if self._search is not None:
            raise InstructionError(f"It is not said what is looked for in {self._search.each}")
        return []

    def meant(self, target: Target) -> Target:
        """Return what a pronoun stands for: what was named last, or another one like it."""
        if not target.it:
            return _settled(_flattened(target))
        if self.last is None and target.most:
            return replace(target, it=False)
        if self.last is None:
            raise InstructionError("It is not clear what “it” means")
        relations = (*self.last.relations, *target.relations)
        return replace(
            self.last,
            ordinal=target.ordinal or self.last.ordinal,
            most=target.most or self.last.most,
            relations=relations,
        )

    def remember(self, instruction: Instruction) -> None:
        """Keep what an instruction speaks of: the last thing named in it that is waited or looked for, or the first."""
        self.instruction, self._mentioned = instruction, None
        self._done.append(instruction)
        match instruction:
            case Scroll(until=Target() as target) | Repeat(until=Condition(target=target)):
                self.last = target
            case CloseDialog(target=None):
                self.last = Target(kind=Kind.DIALOG)
            case _:
                self.last = first_target(instruction) or self.last

    def _looked_for(self, instruction: Instruction) -> list[Instruction]:
        """Return the search through tabs or folds that was announced for what is done now."""
        search, target = self._search, first_target(instruction)
        if search is None or target is None:
            return []
        self._search = None
        do: Instruction = Expand(IT) if search.fold else Click(IT)
        return [ForEach(search.each, (do,), Condition(target))]

    def same(self, other: Target) -> list[Instruction]:
        """Return what was done last, with another thing in the place of the first one like it."""
        start = len(self._done) - 1
        if start > 0 and _leads(self._done[start - 1]):
            start -= 1
        group = self._done[start:] if self._done else []
        known = [target for target in _all_targets(tuple(group)) if not target.it]
        known = [target for target in known if _alike(target, other)][:1] or known[:1]
        if not known:
            return []
        self._done += (done := [with_targets(one, lambda t: other if t == known[0] else t) for one in group])
        return done

    def _in_found(self, instruction: Instruction) -> list[Instruction]:
        """Return what is done with a row that was found: an icon's click is one in it, for all else it is opened."""
        row = self._found_row()
        if row is None:
            return [instruction]
        match instruction:
            case Click(target=Target(kind=Kind.ICON, relations=()) as icon):
                inside = Relation("in the row of", row)
                return [replace(instruction, target=replace(icon, relations=(inside,)))]
            case _:
                named = first_target(instruction) == row or row in _all_targets(instruction)
                return [instruction] if named else [Click(row), instruction]

    def _found_row(self) -> Target | None:
        """Return the row or the message that was found last, as yet with nothing done to it."""
        found = self._mentioned
        return found if found and found.kind is Kind.ROW and found.text else None

    def again(self, target: Target) -> Instruction | None:
        """Return the last instruction done to another target: "and then the second one"."""
        last_done = self.instruction.body[0] if isinstance(self.instruction, Repeat) else self.instruction
        if last_done is None or isinstance(last_done, If | ForEach | Repeat):
            return None
        last = first_target(last_done)
        if last is None:
            return None
        meant = self.meant(target)
        return with_targets(last_done, lambda known: meant if known == last else known)
