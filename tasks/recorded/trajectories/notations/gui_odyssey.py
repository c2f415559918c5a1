"""GUI-Odyssey's actions. Places are 0 to 1000.

Source: `format_converter.py` of OpenGVLab/GUI-Odyssey.
"""

from dataclasses import dataclass
from typing import Any

from actions.schema import (
    Action,
    Answer,
    Box,
    Click,
    Direction,
    Done,
    Infeasible,
    LongPress,
    Point,
    Scroll,
    TypeText,
)
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Screenshot
from tasks.recorded.trajectories.notations.phone import SWIPED, Button, press, pressed

_KEYS: dict[str, Button] = {"KEY_HOME": "home", "KEY_BACK": "back", "KEY_APPSELECT": "recent"}
_PRESSES: dict[Button, str] = {"home": "PRESS_HOME", "back": "PRESS_BACK", "recent": "PRESS_RECENT"}
_BUTTONS = {kind: button for button, kind in _PRESSES.items()}
_SWIPES: dict[str, Direction] = {"UP": "up", "DOWN": "down", "LEFT": "left", "RIGHT": "right"}


@dataclass(frozen=True)
class Touch:
    """One action in the benchmark's words. A swipe's `text` is where the finger goes; `box` is the right element's."""

    kind: str
    place: Point | None = None
    text: str = ""
    box: Rectangle | None = None

    def __str__(self) -> str:
        detail = f"({self.place.x:.0f}, {self.place.y:.0f})" if self.place else self.text[:60]
        return f"{self.kind} {detail}".rstrip()


def read_touch(action: str, info: Any, box: Rectangle | None) -> Touch:
    """Return a recorded action. Raises `BadRecordError` for one that is not known."""
    match action, info:
        case (("CLICK" | "LONG_PRESS"), str()) if info in _KEYS:
            return Touch(_PRESSES[_KEYS[info]])
        case (("CLICK" | "LONG_PRESS"), [first, *_]):
            return Touch(action, _point(first), box=box)
        case "SCROLL", [first, second, *_]:
            return Touch(action, text=_swipe(_point(first), _point(second)))
        case (("TEXT" | "TYPE"), str()):
            return Touch("TYPE", text=info)
        case "COMPLETE", _:
            return Touch("COMPLETE")
        case (("INCOMPLETE" | "IMPOSSIBLE"), _):
            return Touch("IMPOSSIBLE")
        case _:
            raise BadRecordError(f"the action {action[:40]} with {str(info)[:40]!r} is not known.")


def as_touch(predicted: Predicted, screenshot: Screenshot) -> Touch | None:
    """Return what an answer is in the benchmark's words; None for what it has no word for."""
    if predicted.pixels is not None:
        width, height = screenshot.size
        return Touch("CLICK", Point(predicted.pixels[0] / width * 1000, predicted.pixels[1] / height * 1000))
    if len(predicted.actions) != 1:
        return None
    action = predicted.actions[0]
    match action:
        case Click(box_2d=box):
            return Touch("CLICK", box.centre)
        case LongPress(box_2d=box):
            return Touch("LONG_PRESS", box.centre)
        case Scroll(direction=direction):
            return Touch("SCROLL", text=SWIPED[direction].upper())
        case TypeText(text=text):
            return Touch("TYPE", text=text)
        case Done() | Answer():
            return Touch("COMPLETE")
        case Infeasible():
            return Touch("IMPOSSIBLE")
    button = pressed(action)
    return Touch(_PRESSES[button]) if button in _PRESSES else None


def as_action(touch: Touch) -> Action:
    """Return a recorded action as one of ours."""
    match touch.kind:
        case "CLICK" | "LONG_PRESS":
            assert touch.place, "it was read with one"
            box = Box.at(*touch.place)
            return Click(box_2d=box) if touch.kind == "CLICK" else LongPress(box_2d=box)
        case "SCROLL":
            return Scroll(direction=SWIPED[_SWIPES[touch.text]])
        case "TYPE":
            return TypeText(text=touch.text)
        case "COMPLETE":
            return Done()
        case "IMPOSSIBLE":
            return Infeasible()
        case _:
            return press(_BUTTONS[touch.kind])


def _point(value: Any) -> Point:
    match value:
        case [int() | float() as x, int() | float() as y] if 0 <= x <= 1000 and 0 <= y <= 1000:
            return Point(float(x), float(y))
        case _:
            raise BadRecordError(f"the place {str(value)[:40]} is no point from 0 to 1000.")


def _swipe(start: Point, end: Point) -> str:
    """Return where a finger goes that goes from one point to another; neither way is up or down, as published."""
    across, down = end.x - start.x, end.y - start.y
    if abs(across) > abs(down):
        return "LEFT" if across < 0 else "RIGHT"
    return "UP" if down < 0 else "DOWN"
