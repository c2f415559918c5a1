"""The `Action` union: every one thing that the agent can do, as small frozen values.

Field names and `action_type` are those of GLM's JSON dialect, extended for the desktop; the prompts' lists of
actions and the decoding grammar are rendered from these classes, so that prompt and code cannot part.
"""

from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, TypeAdapter, field_validator
from pydantic.functional_validators import BeforeValidator

MAX_TEXT = 20_000

Button = Literal["left", "right", "middle"]
Modifier = Literal["ctrl", "shift", "alt", "super"]
Direction = Literal["up", "down", "left", "right"]


class Point(NamedTuple):
    """A place in thousandths of the screenshot's width and height."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle in thousandths (0 to 1000) of the screenshot: left, top, right, bottom."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def centre(self) -> Point:
        """The point that a click on this box aims at."""
        return Point((self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2)

    @classmethod
    def at(cls, x: float, y: float) -> "Box":
        """Return the box without extent at a point, for models that write points."""
        return cls(x, y, x, y)


def _read_box(value: Any) -> Box:
    """Accept `[[x1,y1,x2,y2]]`, `[x1,y1,x2,y2]` or a point `[x,y]`; corners in any order."""
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if not isinstance(value, list | tuple) or len(value) not in (2, 4):
        raise ValueError("a box is [[x1, y1, x2, y2]] in thousandths of the screenshot")
    if not all(isinstance(n, int | float) and not isinstance(n, bool) and 0 <= n <= 1000 for n in value):
        raise ValueError("a box's numbers lie between 0 and 1000")
    if len(value) == 2:
        return Box.at(*value)
    (x1, x2), (y1, y2) = sorted((value[0], value[2])), sorted((value[1], value[3]))
    return Box(x1, y1, x2, y2)


def _write_box(box: Box) -> list[list[int | float]]:
    return [[int(n) if n == int(n) else n for n in box]]


BoxField = Annotated[
    Box,
    BeforeValidator(_read_box),
    PlainSerializer(_write_box, return_type=list[list[int | float]]),
    Field(description="[[x1, y1, x2, y2]]"),
]


class _Action(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Click(_Action):
    """Click the centre of the box."""

    action_type: Literal["click"] = "click"
    box_2d: BoxField
    button: Button = "left"
    clicks: Annotated[int, Field(ge=1, le=3)] = 1
    modifiers: tuple[Modifier, ...] = ()


class LongPress(_Action):
    """Hold the left button down on the box for some seconds."""

    action_type: Literal["long_press"] = "long_press"
    box_2d: BoxField
    seconds: Annotated[float, Field(ge=0.2, le=10)] = 1.0


class Hover(_Action):
    """Move the pointer over the box without clicking."""

    action_type: Literal["hover"] = "hover"
    box_2d: BoxField


class Drag(_Action):
    """Drag with the left button from one box to another."""

    action_type: Literal["drag"] = "drag"
    box_2d: BoxField
    to_box_2d: BoxField
    modifiers: tuple[Modifier, ...] = ()


class TypeText(_Action):
    """Type text: into the box (clicked first) or, without one, into what has the focus.

    `override` clears the field first; `press_enter` presses Enter afterwards.
    """

    action_type: Literal["input_text"] = "input_text"
    text: Annotated[str, Field(max_length=MAX_TEXT)]
    box_2d: BoxField | None = None
    override: bool = False
    press_enter: bool = False


class PressKeys(_Action):
    """Press keys together as one chord."""

    action_type: Literal["press_keys"] = "press_keys"
    keys: Annotated[tuple[str, ...], Field(min_length=1, max_length=5)]

    @field_validator("keys")
    @classmethod
    def _known_keys(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        from actions.input.keys import canonical_key  # keys.py names the field's values, this file their place

        return tuple(canonical_key(key) for key in keys)


class Scroll(_Action):
    """Turn the mouse wheel by notches, over the box or where the pointer is."""

    action_type: Literal["scroll"] = "scroll"
    direction: Direction
    notches: Annotated[int, Field(ge=1, le=50)] = 5
    box_2d: BoxField | None = None


class Wait(_Action):
    """Wait for the screen to change."""

    action_type: Literal["wait"] = "wait"
    seconds: Annotated[float, Field(ge=0, le=60)] = 2.0


class OpenApp(_Action):
    """Open an installed application by its name."""

    action_type: Literal["open_app"] = "open_app"
    app_name: Annotated[str, Field(min_length=1, max_length=200)]


class Answer(_Action):
    """Give the answer to the user's question, which ends the run."""

    action_type: Literal["answer"] = "answer"
    text: str


class AskUser(_Action):
    """Ask the user a question and wait for the reply."""

    action_type: Literal["ask_user"] = "ask_user"
    text: Annotated[str, Field(min_length=1)]


class Done(_Action):
    """The goal is reached."""

    action_type: Literal["done"] = "done"


class Infeasible(_Action):
    """The goal cannot be reached."""

    action_type: Literal["infeasible"] = "infeasible"
    reason: str = ""


Action: TypeAlias = Annotated[
    Click
    | LongPress
    | Hover
    | Drag
    | TypeText
    | PressKeys
    | Scroll
    | Wait
    | OpenApp
    | Answer
    | AskUser
    | Done
    | Infeasible,
    Field(discriminator="action_type"),
]

ActionAdapter: TypeAdapter[Action] = TypeAdapter(Action)

InputAction: TypeAlias = Click | LongPress | Hover | Drag | TypeText | PressKeys | Scroll | Wait | OpenApp
"""Actions that are carried out on the desktop; the others are said to the user or end the run."""
