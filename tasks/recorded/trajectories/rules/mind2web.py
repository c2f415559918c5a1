"""Mind2Web's operations, and how far two of them agree: the F1 of their words.

Sources: Mind2Web's paper, and the evaluations of SeeAct, SeeClick and UGround, which follow it.
"""

import string
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tasks.recorded.steps import BadRecordError

Name: TypeAlias = Literal["CLICK", "TYPE", "SELECT"]

_NAMES: dict[str, Name] = {"CLICK": "CLICK", "HOVER": "CLICK", "ENTER": "CLICK", "TYPE": "TYPE", "SELECT": "SELECT"}


@dataclass(frozen=True)
class Operation:
    """What is done to an element, and the value that is put into it."""

    name: Name
    value: str = ""

    @classmethod
    def read(cls, name: str, value: str) -> "Operation":
        """Return a recorded operation. Raises `BadRecordError`."""
        known = _NAMES.get(name.strip().upper())
        if known is None:
            raise BadRecordError(f"the operation {name[:40]!r} is not known.")
        return cls(known, "" if known == "CLICK" else value)

    def __str__(self) -> str:
        return f"{self.name} {self.value[:60]}".rstrip()


def operation_f1(answered: Operation, right: Operation) -> float:
    """Return the F1 of the sets of words, case and lone marks aside."""
    words, others = _words(answered), _words(right)
    common = len(words & others)
    if not common:
        return 0.0
    precision, recall = common / len(words), common / len(others)
    return 2 * precision * recall / (precision + recall)


def _words(operation: Operation) -> set[str]:
    """Return the words; UGround leaves out what stands in Python's string of marks, such as `$` or `?@`."""
    return {word for word in f"{operation.name} {operation.value}".lower().split() if word not in string.punctuation}
