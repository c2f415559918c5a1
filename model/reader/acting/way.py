"""What the ways of carrying out instructions have in common: an act, its effect, and words for where neither is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from model.reader.acting.place import Notes, Place
from model.reader.answer import ActionFields, box_2d
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

_Due = TypeVar("_Due")
TRIES = 2  # of an action that fails, or that changes nothing


class CannotError(Exception):
    """An instruction cannot be carried out on this screen, or its effect is not to be seen; the sentence says why."""


@dataclass(frozen=True)
class Act:
    """One action for an instruction: `stage` names what it is to bring about, `notes` are kept for the next steps."""

    stage: str
    action: ActionFields
    notes: Notes = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What the instruction was to find out."""

    text: str


Next: TypeAlias = Act | Told | None
"""What is to be done next for an instruction; None where nothing is left to do."""


@dataclass(frozen=True)
class Way(Generic[_Due]):
    """How instructions of one kind are carried out.

    `act` says what comes after the stage that is reached. `seen` says whether the effect of what was tried is there, or
    None where any change of the screen is its effect. `once` is what would be done twice if it were tried again.
    """

    act: Callable[[_Due, Place, Scene], Next]
    seen: Callable[[_Due, Place, Scene], bool | None] = lambda due, place, scene: None
    once: frozenset[str] = frozenset()
    tries: int = TRIES


def click(box: PixelBox, scene: Scene, *, button: str = "left", clicks: int = 1) -> ActionFields:
    """Return the action that clicks a box."""
    return {"action_type": "click", "box_2d": box_2d(box, scene.image), "button": button, "clicks": clicks}


def press(*keys: str) -> ActionFields:
    """Return the action that presses keys together."""
    return {"action_type": "press_keys", "keys": list(keys)}


def drag(start: PixelBox, end: PixelBox, scene: Scene) -> ActionFields:
    """Return the action that drags from one box to another."""
    return {"action_type": "drag", "box_2d": box_2d(start, scene.image), "to_box_2d": box_2d(end, scene.image)}


def replace_text(text: str, field: PixelBox, scene: Scene) -> ActionFields:
    """Return the action that gives a field a new text."""
    return {"action_type": "input_text", "text": text, "box_2d": box_2d(field, scene.image), "override": True}


def wheel(direction: str, notches: int, over: PixelBox | None, scene: Scene) -> ActionFields:
    """Return the action that turns the wheel over a box, or where the pointer is."""
    turned: ActionFields = {"action_type": "scroll", "direction": direction, "notches": notches}
    return {**turned, "box_2d": box_2d(over, scene.image)} if over else turned


def spot(x: float, y: float, reach: float = 2.0) -> PixelBox:
    """Return a small box around a point."""
    return PixelBox(x - reach, y - reach, x + reach, y + reach)


def whole(scene: Scene) -> PixelBox:
    """Return the box of the whole screen."""
    return PixelBox(0, 0, *scene.image.size)
