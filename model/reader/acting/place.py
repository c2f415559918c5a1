"""Where the reader stands in its plan, as a value and as the line of its answers in which it keeps it.

Knows the notation, not the instructions. What was read on the screen stands in it only so that it passes for no mark.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

Json: TypeAlias = str | int | float | bool | list[Any]
Notes: TypeAlias = Mapping[str, Json]

_LINE = re.compile(r"^Memory: .*? At (?P<state>\{.*\})$", re.MULTILINE)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Place:
    """Where the reader stands.

    `path` counts instructions from 0, and inside of loops and conditions the round and the instruction there. `stage`
    is the last thing done for the instruction that is due and seen to have had its effect, `trying` the one whose
    effect is awaited. `tries` of it had none, `waited` says that a late effect was waited for, `failures` counts those
    that could not be carried out. `looks` counts vain looks for a target, `notes` is what the instruction noted for
    itself, `rounds` what each loop has been at, `told` what was read out.
    """

    path: tuple[int, ...] = (0,)
    stage: str = ""
    trying: str = ""
    tries: int = 0
    waited: bool = False
    failures: int = 0
    looks: int = 0
    notes: Notes = field(default_factory=dict)
    rounds: Mapping[str, list[str]] = field(default_factory=dict)
    told: tuple[str, ...] = ()

    def at(self, *path: int) -> "Place":
        """Return the beginning of another instruction."""
        return Place(path, rounds=self.rounds, told=self.told)

    def seen(self) -> "Place":
        """Return the place once the effect of what was tried is seen."""
        return replace(self, stage=self.trying, trying="", tries=0, waited=False, failures=0, looks=0)

    def again(self) -> "Place":
        """Return the place from which what was tried without effect is tried once more."""
        return replace(self, trying="", tries=self.tries + 1, waited=False)

    def line(self, total: int) -> str:
        """Return the line for people and for `read_line`; `total` is the number of instructions."""
        looks = f", looked {self.looks} times in vain" if self.looks else ""
        tries = f", tried {self.tries} times without effect" if self.tries else ""
        return f"Memory: {self.path[0]} of {total} done{looks}{tries}. At {_written(self)}"


_PLACE = TypeAdapter(Place)


def read_line(answer: str) -> Place | None:
    """Return the place that an answer of the reader notes, or None where another model wrote it."""
    match = _LINE.search(answer)
    try:
        return _PLACE.validate_json(match["state"]) if match else None
    except ValidationError:
        return None


def _written(place: Place) -> str:
    default = asdict(Place())
    state = {name: value for name, value in asdict(place).items() if name == "path" or value != default[name]}
    dumped = json.dumps(state, ensure_ascii=False)
    return _STRING.sub(lambda string: _escaped(string[0]), dumped)


def _escaped(string: str) -> str:
    """Return a JSON string in which nothing looks like the beginning of an action or the end of the answer."""
    return string.replace(":", "\\u003a").replace("<", "\\u003c")
