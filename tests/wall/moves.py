"""The moves of a scripted model: actions in GLM's JSON dialect that aim at what stands on a window by its label."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.geometry import Rect

Places = Mapping[str, Rect]
"""Where what stands on a window is, in pixels of the screen."""

_HALF = 4  # pixels: of a box about one point


@dataclass(frozen=True)
class Aim:
    """The place with a label as a whole, or a point in it by parts of its width and height."""

    label: str
    across: float | None = None
    down: float = 0.5

    def box(self, places: Places, size: tuple[int, int]) -> list[list[float]]:
        """Return the box in thousandths. Raises `KeyError` where nothing bears the label."""
        x, y, width, height = places[self.label]
        if self.across is not None:
            x, y = round(x + width * self.across) - _HALF, round(y + height * self.down) - _HALF
            width = height = 2 * _HALF
        sides = zip((x, y, x + width, y + height), size * 2, strict=True)
        return [[1000 * max(0, min(at, side)) / side for at, side in sides]]


@dataclass(frozen=True)
class Move:
    """One action; `meanwhile` is what happens on the screen while the model thinks of it."""

    action: Mapping[str, Any]
    meanwhile: Mapping[str, Any] | None = None

    def written(self, places: Places, size: tuple[int, int]) -> dict[str, Any]:
        """Return the action as the dialect writes it."""
        return {key: value.box(places, size) if isinstance(value, Aim) else value for key, value in self.action.items()}


def while_(move: Move, **happens: Any) -> Move:
    """The same move, during whose thinking something happens on the screen."""
    return replace(move, meanwhile=happens)


def _move(kind: str, **fields: Any) -> Move:
    return Move({"action_type": kind, **{key: value for key, value in fields.items() if value is not None}})


def _aim(at: str | Aim | None) -> Aim | None:
    return Aim(at) if isinstance(at, str) else at


def click(at: str | Aim, **fields: Any) -> Move:
    return _move("click", box_2d=_aim(at), **fields)


def long_press(at: str | Aim) -> Move:
    return _move("long_press", box_2d=_aim(at))


def drag(start: str, end: str) -> Move:
    return _move("drag", box_2d=Aim(start), to_box_2d=Aim(end))


def keys(*names: str) -> Move:
    return _move("press_keys", keys=list(names))


def types(words: str, at: str | Aim | None = None, **fields: Any) -> Move:
    return _move("input_text", text=words, box_2d=_aim(at), **fields)


def opens(name: str) -> Move:
    return _move("open_app", app_name=name)
