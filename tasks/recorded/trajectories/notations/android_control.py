"""AndroidControl's actions, with the elements of its accessibility trees. Places are pixels of the screenshot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from actions.schema import (
    Action,
    Answer,
    Box,
    Click,
    Done,
    Infeasible,
    LongPress,
    OpenApp,
    Point,
    Scroll,
    TypeText,
    Wait,
)
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Screenshot, Size
from tasks.recorded.trajectories.notations.phone import Button, press, pressed

_FAR = 1e9
"""Pixels: no place is so far."""

_DIGITS = 6  # after the point, of pixels: there and back again, a place on an element's edge is still there

TOUCHES = ("click", "long_press", "input_text")
_OTHER_NAMES = {"type_text": "input_text", "type": "input_text", "long_click": "long_press"}
_TEXTS = {"input_text": "text", "scroll": "direction", "open_app": "app_name", "status": "goal_status"}
_PRESSES: dict[Button, str] = {"back": "navigate_back", "home": "navigate_home", "enter": "keyboard_enter"}
_BUTTONS = {kind: button for button, kind in _PRESSES.items()}
_DONE, INFEASIBLE = "successful", "infeasible"
_DIRECTIONS = ("up", "down", "left", "right")


@dataclass(frozen=True)
class Element:
    """What stands on the screen, by its accessibility tree; `says` are its text and its description in lower case."""

    box: Rectangle
    says: tuple[str, ...] = ()

    @classmethod
    def read(cls, node: Any) -> "Element | None":
        """Return a node of a tree; None for one without a place."""
        match node:
            case {"bbox_pixels": {"x_min": x1, "y_min": y1, "x_max": x2, "y_max": y2}}:
                if not all(map(_is_number, (x1, y1, x2, y2))):
                    return None
                says = (node.get("text"), node.get("content_description"))
                return cls(Rectangle(x1, y1, x2, y2), tuple(text.lower() for text in says if isinstance(text, str)))
            case _:
                return None

    @property
    def area(self) -> float:
        """How big it is."""
        return (self.box.x2 - self.box.x1) * (self.box.y2 - self.box.y1)

    def is_named(self, name: str) -> bool:
        """Say whether it says something that holds the name."""
        return bool(name) and any(name.lower() in text for text in self.says)


@dataclass(frozen=True)
class Deed:
    """One action in the benchmark's words. What was right knows the screen's elements and size too."""

    kind: str
    place: Point | None = None
    text: str = ""
    elements: tuple[Element, ...] = ()
    size: Size | None = None

    def __str__(self) -> str:
        place = f" ({self.place.x:.0f}, {self.place.y:.0f})" if self.place else ""
        return f"{self.kind}{place} {self.text[:60]}".rstrip()


def read_deed(action: Mapping[str, Any], elements: Iterable[Element], screenshot: Screenshot) -> Deed:
    """Return a recorded action. Raises `BadRecordError` for one that is not known, or is outside the screenshot."""
    name = str(action.get("action_type", ""))
    kind = _OTHER_NAMES.get(name, name)
    if kind not in (*TOUCHES, *_TEXTS, *_BUTTONS, "wait"):
        raise BadRecordError(f"the action {name[:40] or '(none)'} is not known.")
    text = str(action.get(_TEXTS[kind], "")) if kind in _TEXTS else ""
    if kind == "scroll" and text not in _DIRECTIONS:
        raise BadRecordError(f"the direction {text[:40]!r} of scroll is none.")
    deed = Deed(kind, text=text, elements=tuple(elements))
    if kind not in TOUCHES or (kind == "input_text" and "x" not in action):
        return deed
    size = screenshot.size
    return replace(deed, place=_place(action, size), size=size)


def as_deed(predicted: Predicted, screenshot: Screenshot) -> Deed | None:
    """Return what an answer is in the benchmark's words; None for what it has no word for."""
    if predicted.pixels is not None:
        return Deed("click", Point(*predicted.pixels))
    if len(predicted.actions) != 1:
        return None
    action = predicted.actions[0]
    match action:
        case Click(box_2d=box):
            return Deed("click", _pixels(box, screenshot))
        case LongPress(box_2d=box):
            return Deed("long_press", _pixels(box, screenshot))
        case TypeText(box_2d=box, text=text):
            return Deed("input_text", _pixels(box, screenshot) if box else None, text)
        case Scroll(direction=direction):
            return Deed("scroll", text=direction)
        case OpenApp(app_name=name):
            return Deed("open_app", text=name)
        case Wait():
            return Deed("wait")
        case Done() | Answer():
            return Deed("status", text=_DONE)
        case Infeasible():
            return Deed("status", text=INFEASIBLE)
    button = pressed(action)
    return Deed(_PRESSES[button]) if button in _PRESSES else None


def as_action(deed: Deed) -> Action:
    """Return a recorded action as one of ours."""
    box = (
        Box.at(deed.place.x / deed.size[0] * 1000, deed.place.y / deed.size[1] * 1000)
        if deed.place and deed.size
        else None
    )
    match deed.kind:
        case "input_text":
            return TypeText(text=deed.text, box_2d=box)
        case "scroll":
            return Scroll.model_validate({"direction": deed.text})
        case "open_app":
            return OpenApp(app_name=deed.text)
        case "wait":
            return Wait()
        case "status":
            return Infeasible() if deed.text == INFEASIBLE else Done()
        case "click" | "long_press":
            assert box, "it was read with a place"
            return Click(box_2d=box) if deed.kind == "click" else LongPress(box_2d=box)
        case _:
            return press(_BUTTONS[deed.kind])


def _place(action: Mapping[str, Any], size: Size) -> Point:
    x, y = action.get("x"), action.get("y")
    if not _is_number(x) or not _is_number(y):
        raise BadRecordError("the action has no x and y.")
    if not (0 <= x <= size[0] and 0 <= y <= size[1]):
        raise BadRecordError(f"the place ({x:g}, {y:g}) lies outside the image of {size[0]}x{size[1]}.")
    return Point(x, y)


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and abs(value) < _FAR


def _pixels(box: Box, screenshot: Screenshot) -> Point:
    width, height = screenshot.size
    x, y = box.centre
    return Point(round(x * width / 1000, _DIGITS), round(y * height / 1000, _DIGITS))
