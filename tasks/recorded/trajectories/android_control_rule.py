"""AndroidControl's rules: the one of UGround, by elements, and the wider one of ClawGUI and OS-Atlas, by distance.

Sources: `offline_evaluation/AndroidControl/eval.py` of UGround; `androidcontrol_judge.py` of ClawGUI, whose candidate
boxes are part of its own data. Places are pixels of the screenshot.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import dist, hypot
from typing import Any

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
from tasks.recorded.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Screenshot, Size
from tasks.recorded.trajectories.phone import Button, press, pressed

NEAR = 0.14
"""So near, in fractions of the screen's diagonal, a touch is the same by the wider rule."""

_DIGITS = 6  # after the point, of pixels: there and back again, a place on an element's edge is still there

HALF = 0.5
"""More words than this in common, a text is the same by the wider rule."""

_FAR = 1e9
"""Pixels: no place is so far."""

_TOUCHES = ("click", "long_press", "input_text")
_OTHER_NAMES = {"type_text": "input_text", "type": "input_text", "long_click": "long_press"}
_TEXTS = {"input_text": "text", "scroll": "direction", "open_app": "app_name", "status": "goal_status"}
_PRESSES: dict[Button, str] = {"back": "navigate_back", "home": "navigate_home", "enter": "keyboard_enter"}
_BUTTONS = {kind: button for button, kind in _PRESSES.items()}
_DONE, _INFEASIBLE = "successful", "infeasible"
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


def read_deed(action: Mapping[str, Any], elements: Iterable[Element | None], screenshot: Screenshot) -> Deed:
    """Return a recorded action. Raises `BadRecordError` for one that is not known, or is outside the screenshot."""
    name = str(action.get("action_type", ""))
    kind = _OTHER_NAMES.get(name, name)
    if kind not in (*_TOUCHES, *_TEXTS, *_BUTTONS, "wait"):
        raise BadRecordError(f"the action {name[:40] or '(none)'} is not known.")
    text = str(action.get(_TEXTS[kind], "")) if kind in _TEXTS else ""
    if kind == "scroll" and text not in _DIRECTIONS:
        raise BadRecordError(f"the direction {text[:40]!r} of scroll is none.")
    deed = Deed(kind, text=text, elements=tuple(element for element in elements if element))
    if kind not in _TOUCHES or (kind == "input_text" and "x" not in action):
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
            return Deed("status", text=_INFEASIBLE)
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
            return Infeasible() if deed.text == _INFEASIBLE else Done()
        case "click" | "long_press":
            assert box, "it was read with a place"
            return Click(box_2d=box) if deed.kind == "click" else LongPress(box_2d=box)
        case _:
            return press(_BUTTONS[deed.kind])


def smallest_around(place: Point | None, elements: Iterable[Element]) -> Element | None:
    """Return the smallest element that a place lies in, the first of several."""
    around = [element for element in elements if place and element.box.contains(*place)]
    return min(around, key=lambda element: element.area, default=None)


def is_right(deed: Deed, right: Deed, *, as_published: bool = False) -> bool:
    """Say whether a deed is the right one by UGround's rule."""
    if deed.kind != right.kind:
        return _comes_to(deed, right, as_published=as_published)
    if right.kind in _TOUCHES and right.place:
        return _is_there(deed, right, as_published=as_published) and deed.text == right.text
    if right.kind == "status":
        return (deed.text == _INFEASIBLE) == (right.text == _INFEASIBLE)
    return deed.text == right.text


def is_near(deed: Deed, right: Deed) -> bool:
    """Say whether a deed is the right one by the wider rule."""
    if deed.kind != right.kind:
        return False
    if right.kind in ("click", "long_press"):
        return _within(deed, right)
    if right.kind in ("input_text", "open_app"):
        return deed.text == right.text or words_in_common(deed.text, right.text) > HALF
    return is_right(deed, right)


def words_in_common(one: str, other: str) -> float:
    """Return the F1 of the sets of words, case aside."""
    words, others = set(one.lower().split()), set(other.lower().split())
    common = len(words & others)
    return 2 * common / (len(words) + len(others)) if common else 0.0


def _is_there(deed: Deed, right: Deed, *, as_published: bool) -> bool:
    if deed.place is None:
        return False
    element = smallest_around(right.place, right.elements)
    if element:
        return element.box.contains(*deed.place)
    return not as_published and _within(deed, right)


def _within(deed: Deed, right: Deed) -> bool:
    if not (deed.place and right.place and right.size):
        return False
    return dist(deed.place, right.place) <= NEAR * hypot(*right.size)


def _comes_to(deed: Deed, right: Deed, *, as_published: bool) -> bool:
    """Say whether what was done comes to the same: a touch of an app's or a way back's element, and the reverse."""
    match deed.kind, right.kind:
        case "click", ("open_app" | "navigate_back"):
            touched, name = smallest_around(deed.place, right.elements), right.text or "back"
        case (("open_app" | "navigate_back"), "click") if not as_published:
            touched, name = smallest_around(right.place, right.elements), deed.text or "back"
        case _:
            return False
    return touched is not None and touched.is_named(name)


def _place(action: Mapping[str, Any], size: Size) -> Point:
    x, y = action.get("x"), action.get("y")
    if not _is_number(x) or not _is_number(y):
        raise BadRecordError("the action has no x and y.")
    if not (0 <= x <= size[0] and 0 <= y <= size[1]):
        raise BadRecordError(f"the place ({x:g}, {y:g}) lies outside the image of {size[0]}x{size[1]}.")
    return Point(x, y)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) < _FAR


def _pixels(box: Box, screenshot: Screenshot) -> Point:
    width, height = screenshot.size
    x, y = box.centre
    return Point(round(x * width / 1000, _DIGITS), round(y * height / 1000, _DIGITS))
