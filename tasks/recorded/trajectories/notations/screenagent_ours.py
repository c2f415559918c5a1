"""What ScreenAgent's actions are in ours, there and back."""

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

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
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Size
from tasks.recorded.trajectories.notations.screenagent import Act

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
            yield Act("up", "left", _pixels(box, size))
        case Drag(box_2d=box, to_box_2d=to):  # recorded as a move and a drag, or as a press and a release
            yield Act("move", place=_pixels(box, size))
            yield Act("down", "left", _pixels(box, size))
            yield Act("drag", "left", _pixels(to, size))
            yield Act("up", "left", _pixels(to, size))
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


def _actions(acts: Sequence[Act], size: Size) -> Iterator[Action]:
    pointer: Box | None = None
    for number, act in enumerate(acts):
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
            case "down" if box and "up" in [later.kind for later in acts[number + 1 :]]:
                pass  # the release says where it goes
            case "up" if box:
                yield Drag(box_2d=pointer or box, to_box_2d=box)
            case "down" if box:
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
