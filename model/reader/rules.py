"""How a pattern becomes instructions: rules match a masked clause and build from the same places of the real one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.reader.instructions import Instruction
from model.reader.limits import refuse_invention
from model.reader.quotes import InstructionError, mask, unquote


@dataclass(frozen=True)
class Clause:
    """A clause that a rule's pattern matched: `clause["target"]` is that group's text, "" where there is none."""

    text: str
    match: re.Match[str]

    def __getitem__(self, group: str) -> str:
        if not self.match.groupdict().get(group):
            return ""
        return self.text[slice(*self.match.span(group))].strip()

    def typed(self, group: str) -> str:
        """Return text to be typed: what its quotation says, or the words as they stand."""
        words = self[group]
        quoted = unquote(words)
        if quoted is None and mask(words) != words:
            raise InstructionError(f'{words} has quotation marks inside; quote the whole text, with \\" inside')
        if quoted is None:
            refuse_invention(words)
            return words
        return quoted


Build = Callable[[Clause], Sequence[Instruction] | None]


@dataclass(frozen=True)
class Rule:
    """A pattern for a whole masked clause, and what to make of it; `build` may decline with None."""

    pattern: re.Pattern[str]
    build: Build

    def apply(self, text: str, masked: str) -> Sequence[Instruction] | None:
        """Return the instructions that the clause gives, or None where the rule does not fit."""
        match = self.pattern.fullmatch(masked)
        return self.build(Clause(text, match)) if match else None


def rule(pattern: str, build: Build) -> Rule:
    """Return a rule; letters' case does not matter."""
    return Rule(re.compile(pattern, re.IGNORECASE | re.DOTALL), build)
