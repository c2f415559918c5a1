"""What carrying an action out does to the desktop, effect by effect: the executor carries out these and nothing else.

A policy judges effects, never kinds of actions, so that no new action and no new way of carrying one out slips past it.
"""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from actions.schema import (
    Box,
    Button,
    Click,
    Direction,
    Drag,
    Hover,
    InputAction,
    LongPress,
    Modifier,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

_CLICK_SECONDS = 0.003


@dataclass(frozen=True)
class Point:
    """The pointer moves to the middle of a box."""

    at: Box


@dataclass(frozen=True)
class Press:
    """A button of the mouse goes down and up at the middle of a box, so often, and is held down so long."""

    at: Box
    button: Button = "left"
    clicks: int = 1
    modifiers: tuple[Modifier, ...] = ()
    seconds: float = _CLICK_SECONDS


@dataclass(frozen=True)
class DragTo:
    """The left button goes down at one place and up at another; `Drop` is judged before it goes up."""

    start: Box
    end: Box
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True)
class Drop:
    """The left button, held since elsewhere, goes up: what opened under way may lie there now."""

    at: Box


@dataclass(frozen=True)
class Turn:
    """The wheel turns, where the pointer then is."""

    direction: Direction
    notches: int
    at: Box | None = None


@dataclass(frozen=True)
class Keys:
    """Keys go down together and up again, to what has the focus."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """Text (its secrets still placeholders) goes to what has the focus, by keys or pasted."""

    text: str


@dataclass(frozen=True)
class Launch:
    """An installed application is started."""

    name: str


@dataclass(frozen=True)
class Pause:
    """Time passes, and nothing is sent."""

    seconds: float


Effect: TypeAlias = Point | Press | DragTo | Drop | Turn | Keys | Text | Launch | Pause
KeyEffect: TypeAlias = Keys | Text
"""What goes to what has the focus, and not to a place."""


def effects(action: InputAction, command_key: str = "ctrl") -> tuple[Effect, ...]:
    """Return what carrying the action out does, in order. `command_key` makes the system's chords, as in Ctrl+A."""
    match action:
        case Click(box_2d=box, button=button, clicks=clicks, modifiers=modifiers):
            return (Press(box, button, clicks, modifiers),)
        case LongPress(box_2d=box, seconds=seconds):
            return (Press(box, seconds=seconds),)
        case Hover(box_2d=box):
            return (Point(box),)
        case Drag(box_2d=start, to_box_2d=end, modifiers=modifiers):
            return (DragTo(start, end, modifiers),)
        case TypeText():
            return _typing(action, command_key)
        case PressKeys(keys=keys):
            return (Keys(keys),)
        case Scroll(box_2d=box, direction=direction, notches=notches):
            return (Turn(direction, notches, box),)
        case Wait(seconds=seconds):
            return (Pause(seconds),)
        case OpenApp(app_name=name):
            return (Launch(name),)
    assert_never(action)


def _typing(action: TypeText, command_key: str) -> tuple[Effect, ...]:
    """Replacing is selecting and typing over; only replacing by nothing needs a key that removes."""
    into = (Press(action.box_2d),) if action.box_2d else ()
    selected = (Keys((command_key, "a")),) if action.override else ()
    removed = (Keys(("delete",)),) if action.override and not action.text else ()
    typed = (Text(action.text),) if action.text else ()
    entered = (Keys(("enter",)),) if action.press_enter else ()
    return (*into, *selected, *removed, *typed, *entered)


def places(effect: Effect) -> tuple[Box, ...]:
    """Return where on the screenshot an effect takes place, in order; nowhere for what goes to the focus."""
    match effect:
        case Point(at=box) | Press(at=box) | Drop(at=box) | Turn(at=Box() as box):
            return (box,)
        case DragTo(start=start, end=end):
            return start, end
    return ()
