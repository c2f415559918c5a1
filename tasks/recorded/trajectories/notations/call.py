"""The calls that AgentNet records as pyautogui code. Places are fractions of the screenshot's width and height."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from actions.schema import Point
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.steps import BadRecordError, Size

_FAR = 1e9  # screens: no place is so far, and NaN is no place


@dataclass(frozen=True)
class Call:
    """One call: its name as written, and of `place`, `text`, `keys` and `amount` what such a call has.

    `boxes` are where its place would have been right too, as fractions. `text` is also the status of `terminate`.
    """

    name: str
    place: Point | None = None
    text: str = ""
    keys: tuple[str, ...] = ()
    amount: float = 0.0
    boxes: tuple[Rectangle, ...] = ()

    @property
    def kind(self) -> str:
        """The name without the differences in spelling."""
        return self.name.lower().replace("_", "")

    @classmethod
    def from_json(cls, name: str, value: Any) -> "Call":
        """Return a call as published results write it: `["click", [0.5, 0.5]]`, `["press", ["enter"]]`.

        How far it scrolls is worth nothing, and a value of the wrong kind is as good as none.
        """
        match value:
            case str():
                return cls(name, text=value)
            case [int() | float() as x, int() | float() as y] if abs(x) < _FAR and abs(y) < _FAR:
                return cls(name, Point(float(x), float(y)))
            case list() | tuple():
                return cls(name, keys=tuple(map(str, value)))
            case _:
                return cls(name)


def fractions_of(x: float, y: float, size: Size) -> Point:
    """Return a place in pixels as fractions. Raises `BadRecordError` where it lies outside."""
    if not (0 <= x <= size[0] and 0 <= y <= size[1]):
        raise BadRecordError(f"the place ({x:g}, {y:g}) lies outside the image of {size[0]}x{size[1]}.")
    return Point(x / size[0], y / size[1])


def is_enter(keys: Sequence[str]) -> bool:
    """Say whether just Enter is pressed."""
    return len(keys) == 1 and keys[0].lower() in ("enter", "return")
