"""What is done under a condition or several times. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.reader.plan.seeing import Condition
from model.reader.plan.target import Target

if TYPE_CHECKING:
    from model.reader.plan import Instruction


@dataclass(frozen=True)
class If:
    """Do some things where a condition holds, others where it does not."""

    condition: Condition
    then: "tuple[Instruction, ...]"
    otherwise: "tuple[Instruction, ...]" = ()

    def __str__(self) -> str:
        otherwise = f", otherwise {_listed(self.otherwise)}" if self.otherwise else ""
        return f"if {self.condition}: {_listed(self.then)}{otherwise}"


@dataclass(frozen=True)
class ForEach:
    """Do things for each of several targets, or for the first `limit` of them, until a condition holds.

    In the body `IT` is the one whose turn it is. A target there without relations is first looked for inside that one
    (the button of the row), then anywhere.
    """

    each: Target
    body: "tuple[Instruction, ...]"
    until: Condition | None = None
    limit: int = 0

    def __str__(self) -> str:
        limit = f" (the first {self.limit})" if self.limit else ""
        return f"for each {self.each}{limit}: {_listed(self.body)}{f', until {self.until}' if self.until else ''}"


@dataclass(frozen=True)
class Repeat:
    """Do things so many times, or until a condition holds; `times` is 0 where only the condition ends it."""

    body: "tuple[Instruction, ...]"
    times: int = 1
    until: Condition | None = None

    def __str__(self) -> str:
        end = f"until {self.until}" if self.until else f"{self.times} times"
        return f"{_listed(self.body)}, {end}"


def _listed(instructions: "Sequence[Instruction]") -> str:
    return ", ".join(map(str, instructions))
