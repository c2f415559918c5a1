"""ScreenAgent's actions as they are recorded. Beware: x is called `width` and y `height`."""

from dataclasses import dataclass
from typing import Any

from pydantic import FiniteFloat

from actions.schema import Point
from tasks.recorded.formats.records import read_row
from tasks.recorded.grounding.target import Rectangle, from_corners
from tasks.recorded.steps import BadRecordError, Size
from tasks.recorded.trajectories.base import Row

AROUND = 20
"""Pixels: so far from the recorded place, in either direction, a place is right where no area is recorded."""

BUTTONED = ("down", "up", "click", "double_click", "drag")
PLACED = (*BUTTONED, "move")
_MOUSE = (*PLACED, "scroll_up", "scroll_down")

_SPELLED = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L", "win": "Super_L", "windows": "Super_L"}
"""What the published reader makes of these in a chord."""


@dataclass(frozen=True)
class Act:
    """One action: `kind` is a mouse's or a keyboard's, or `wait`. `area` is where a place would have been right too."""

    kind: str
    button: str = ""
    place: Point | None = None
    area: Rectangle | None = None
    text: str = ""
    keys: tuple[str, ...] = ()
    amount: float = 1

    def __str__(self) -> str:
        place = f"({self.place.x:.0f}, {self.place.y:.0f})" if self.place else ""
        words = (self.kind, self.button if self.button != "left" else "", place, "+".join(self.keys), self.text[:40])
        return " ".join(word for word in words if word)

    @property
    def is_mouse(self) -> bool:
        """Whether it is the mouse's."""
        return self.kind in _MOUSE

    @property
    def is_keyboard(self) -> bool:
        """Whether it is the keyboard's."""
        return self.kind in ("press", "text", "key_down", "key_up")

    @property
    def written(self) -> str:
        """Its keys or its text as one text, which is what the published scorer compares."""
        return "+".join(self.keys) if self.keys else self.text


class _Position(Row):
    width: FiniteFloat
    height: FiniteFloat


class _Area(Row):
    upper_left_position: _Position
    lower_right_position: _Position


class _Mouse(Row):
    mouse_action_type: str
    mouse_button: str = ""
    mouse_position: _Position | None = None
    clickable_area: _Area | None = None
    scroll_repeat: FiniteFloat | None = None


class _Keyboard(Row):
    keyboard_action_type: str = ""
    keyboard_key: str | list[str] | None = None
    keyboard_text: str | None = None


class _Wait(Row):
    wait_time: FiniteFloat = 0.5


def read_act(value: Any, size: Size) -> Act:
    """Return a recorded action. Raises `BadRecordError` for one that is not known, or is outside the screenshot."""
    if not isinstance(value, dict):
        raise BadRecordError("an action is no JSON object.")
    match value.get("action_type"):
        case "MouseAction":
            return _mouse(read_row(_Mouse, value), size)
        case "KeyboardAction":
            return _keyboard(read_row(_Keyboard, value))
        case _:
            return Act("wait", amount=read_row(_Wait, value).wait_time)


def _mouse(row: _Mouse, size: Size) -> Act:
    kind = row.mouse_action_type.lower()
    if kind not in _MOUSE:
        raise BadRecordError(f"the mouse action {kind[:40]!r} is not known.")
    place = Point(row.mouse_position.width, row.mouse_position.height) if row.mouse_position else None
    if kind in PLACED and place is None:
        raise BadRecordError(f"the mouse action {kind} has no mouse_position.")
    if place and not (0 <= place.x <= size[0] and 0 <= place.y <= size[1]):
        raise BadRecordError(f"the place ({place.x:g}, {place.y:g}) lies outside the image of {size[0]}x{size[1]}.")
    button = (row.mouse_button or "left").lower() if kind in BUTTONED else ""
    return Act(kind, button, place, _area(row.clickable_area, size), amount=row.scroll_repeat or 1)


def _area(area: _Area | None, size: Size) -> Rectangle | None:
    if area is None:
        return None
    corner, opposite = area.upper_left_position, area.lower_right_position
    return from_corners((corner.width, corner.height, opposite.width, opposite.height), size)


def _keyboard(row: _Keyboard) -> Act:
    kind = row.keyboard_action_type or ("press" if row.keyboard_key is not None else "text")
    if kind in ("text", "input"):
        if row.keyboard_text is None:
            raise BadRecordError("the field keyboard_text is missing.")
        return Act("text", text=row.keyboard_text)
    if kind not in ("press", "down", "up"):
        raise BadRecordError(f"the keyboard action {kind[:40]!r} is not known.")
    keys = _spelled(row.keyboard_key) if isinstance(row.keyboard_key, str) else tuple(row.keyboard_key or ())
    if not keys:
        raise BadRecordError("the field keyboard_key is missing.")
    return Act("press" if kind == "press" else f"key_{kind}", keys=keys)


def _spelled(keys: str) -> tuple[str, ...]:
    """Return the keys of a chord as the published reader makes them of one text."""
    if "+" not in keys.strip("+"):
        return (keys.strip() or "space",)
    names = (key.strip() for key in keys.split("+"))
    return tuple(_SPELLED.get(key.lower(), key.lower()) or "space" for key in names)


def area_of(act: Act) -> Rectangle:
    """Return where a place is right for a recorded action that has one: its area, or a square around its place."""
    if act.area:
        return act.area
    assert act.place, "it has one"
    x, y = act.place
    return Rectangle(x - AROUND, y - AROUND, x + AROUND, y + AROUND)
