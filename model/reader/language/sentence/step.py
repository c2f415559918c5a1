"""What a clause gives: instructions, or what prepares the next ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.reader.language.sentence.form import Filled
from model.reader.plan import Instruction, Target


@dataclass(frozen=True)
class Mention:
    """Something was found or named, and nothing is done with it yet: "it" is this."""

    target: Target


@dataclass(frozen=True)
class Search:
    """What comes next is looked for by opening one after another of these first: click them, or expand them."""

    each: Target
    fold: bool = False


HeadKind: TypeAlias = Literal["if", "unless", "while", "when", "else", "each", "only", "repeat", "until", "place"]
"""What holds clauses together, or stands behind one."""

Step: TypeAlias = Instruction | Mention | Search
Steps: TypeAlias = Sequence[Step]
Make: TypeAlias = Callable[[Filled], Steps | None]
