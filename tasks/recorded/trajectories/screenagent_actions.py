"""ScreenAgent's actions, and what they are in ours, there and back. Beware: x is called `width` and y `height`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import FiniteFloat, ValidationError

from actions.schema import (
    Action,
    Box,
    Click,
    Drag,
    Hover,
    LongPress,
    Point,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.grounding.target import Rectangle, from_corners
from tasks.recorded.prediction import Predicted
from tasks.recorded.records import read_row
from tasks.recorded.steps import BadRecordError, Size
from tasks.recorded.trajectories.base import Row

AROUND = 20
"""Pixels: so far from the recorded place, in either direction, a place is right where no area is recorded."""

BUTTONED = ("down", "up", "click", "double_click", "drag")
PLACED = (*BUTTONED, "move")
_MOUSE = (*PLACED, "scroll_up", "scroll_down")

_KEYSYMS = {
    "enter": "Return",
    "tab": "Tab",
    "esc": "Escape",
    "backspace": "BackSpace",
    "delete": "Delete",
    "insert": "Insert",
    "home": "Home",
    "end": "End",
    "pageup": "Page_Up",
    "pagedown": "Page_Down",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "ctrl": "Control_L",
    "alt": "Alt_L",
    "shift": "Shift_L",
    "super": "Super_L",
    "command": "Super_L",
}
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


def as_acts(predicted: Predicted, size: Size) -> tuple[Act, ...]:
    """Return what an answer is in the benchmark's actions."""
    if predicted.pixels is not None:
        return (Act("click", "left", Point(*predicted.pixels)),)
    return tuple(act for action in predicted.actions for act in _acts(action, size))


def _acts(action: Action, size: Size) -> Iterator[Act]:
    match action:
        case Click(box_2d=box, button=button, clicks=clicks):
            yield Act("double_click" if clicks > 1 else "click", button, _pixels(box, size))
        case Hover(box_2d=box):
            yield Act("move", place=_pixels(box, size))
        case LongPress(box_2d=box):
            yield Act("down", "left", _pixels(box, size))
        case Drag(box_2d=box, to_box_2d=to):
            yield Act("move", place=_pixels(box, size))
            yield Act("drag", "left", _pixels(to, size))
        case TypeText(text=text, box_2d=box, override=override, press_enter=press_enter):
            if box:
                yield Act("click", "left", _pixels(box, size))
            if override:
                yield Act("press", keys=("Control_L", "a"))
            yield Act("text", text=text)
            if press_enter:
                yield Act("press", keys=("Return",))
        case PressKeys(keys=keys):
            yield Act("press", keys=tuple(_KEYSYMS.get(key, key) for key in keys))
        case Scroll(direction="up" | "down" as direction, notches=notches, box_2d=box):
            if box:
                yield Act("move", place=_pixels(box, size))
            yield Act(f"scroll_{direction}", amount=notches)
        case Wait(seconds=seconds):
            yield Act("wait", amount=seconds)
        case _:  # it has no word for the others
            pass


def as_actions(acts: Sequence[Act], size: Size) -> tuple[Action, ...]:
    """Return recorded actions as ours. Raises `BadRecordError` for one that cannot be."""
    try:
        return tuple(_actions(acts, size))
    except ValidationError as error:
        message = error.errors(include_url=False, include_context=False)[0]["msg"].removeprefix("Value error, ")
        raise BadRecordError(f"an action cannot be: {message}.") from None


def _actions(acts: Iterable[Act], size: Size) -> Iterator[Action]:
    pointer: Box | None = None
    for act in acts:
        box = _thousandths(act.place, size) if act.place else None
        match act.kind:
            case "click" | "double_click" if box:
                yield Click.model_validate(
                    {"box_2d": list(box), "button": act.button, "clicks": 1 + (act.kind != "click")}
                )
            case "move" if box:
                yield Hover(box_2d=box)
            case "drag" if box:  # from where the pointer is
                yield Drag(box_2d=pointer or box, to_box_2d=box)
            case "down" | "up" if box:
                yield LongPress(box_2d=box)
            case "scroll_up" | "scroll_down":
                yield Scroll(direction="up" if act.kind == "scroll_up" else "down", notches=_notches(act.amount))
            case "text":
                yield TypeText(text=act.text)
            case "wait":
                yield Wait(seconds=min(max(act.amount, 0), 60))
            case _:
                yield PressKeys(keys=act.keys)
        pointer = box or pointer


def _notches(amount: float) -> int:
    return round(max(1, min(amount, 50)))


def _pixels(box: Box, size: Size) -> Point:
    return Point(box.centre.x * size[0] / 1000, box.centre.y * size[1] / 1000)


def _thousandths(place: Point, size: Size) -> Box:
    return Box.at(place.x / size[0] * 1000, place.y / size[1] * 1000)
