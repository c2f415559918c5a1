"""The steps of a task: for the model, exact actions that need none, and looks at the machine in between."""

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, Tag

from actions.schema import MAX_TEXT, Direction, Modifier
from tasks.checks import Check
from tasks.task.fields import Chord, Count, Name, Part, Seconds, Text, a_few, named_by, no_truth
from tasks.task.targets import Target

_LOOK = 10.0


class Limits(Part):
    """When the model's work is ended."""

    steps: Count = 50
    """The most steps."""
    seconds: Seconds = 600.0
    """The most seconds."""


class DoStep(Part):
    """The model does something."""

    do: Text
    """What to do, in plain language."""
    limits: Limits | None = None
    """For this step alone; those of the task hold for all of it."""


class AskStep(Part):
    """The model answers a question about what it sees; later steps and checks have the answer as {{name}}."""

    ask: Text
    """The question, in plain language."""
    name: Name = Field(alias="as")
    """What the answer is called."""
    limits: Limits | None = None
    """For this step alone; those of the task hold for all of it."""


class ExactStep(Part):
    """An exact action, which needs no model."""

    key: bool = False
    """In a solution: without this step the checks must fail."""


class TargetStep(ExactStep):
    """An exact action on something, once that is there."""

    seconds: Seconds = _LOOK
    """How long its target is waited for."""


class MouseStep(TargetStep):
    """An exact action of the mouse's buttons."""

    modifiers: tuple[Modifier, ...] = ()
    """Keys that are held meanwhile."""


class ClickStep(MouseStep):
    """Click something."""

    click: Target
    """What to click."""


class DoubleClickStep(MouseStep):
    """Click something twice."""

    double_click: Target
    """What to click."""


class RightClickStep(MouseStep):
    """Click something with the right button."""

    right_click: Target
    """What to click."""


class TypeStep(TargetStep):
    """Type a text."""

    type: Annotated[str, Field(max_length=MAX_TEXT)]
    """The text; {{secret:NAME}} is looked up only when it is typed."""
    into: Target | None = None
    """The field, which is clicked first; without one, what has the focus."""
    replace: bool = False
    """Clear the field first."""
    enter: bool = False
    """Press Enter afterwards."""


class PressStep(ExactStep):
    """Press keys."""

    press: Annotated[tuple[Chord, ...], Field(min_length=1), a_few(str)]
    """Keys that are pressed together, such as `ctrl+s`; a list is pressed one after the other."""
    times: Count = 1
    """How often."""


class DragStep(MouseStep):
    """Drag something to somewhere."""

    drag: Target
    """What to drag."""
    to: Target
    """Where to drop it."""


class ScrollStep(TargetStep):
    """Turn the mouse wheel."""

    scroll: Direction
    """Which way."""
    notches: Annotated[int, Field(ge=1, le=50)] = 5
    """How far."""
    at: Target | None = None
    """Over what; without it, where the pointer is."""


class HoverStep(TargetStep):
    """Rest the pointer on something."""

    hover: Target
    """On what."""


class WaitForStep(Part):
    """Wait until checks hold; the task fails where they do not in time."""

    wait_for: "Checks"
    """One check or a list; a text alone is waited for on the screen."""
    seconds: Seconds = 30.0
    """How long at most."""


class ExpectStep(Part):
    """The task fails unless these checks hold now or in a moment."""

    expect: "Checks"
    """One check or a list; a text alone is expected on the screen."""
    seconds: Seconds = 5.0
    """How long at most."""


class WaitStep(ExactStep):
    """Wait for a while, whatever happens; where something can be waited for, `wait_for` is better."""

    wait: Annotated[float, BeforeValidator(no_truth), Field(gt=0, le=60)]
    """How many seconds."""


class ActivateStep(ExactStep):
    """Bring a window to the front, where keys go to it."""

    activate: Text
    """Its whole title, with * and ?, in any case."""
    seconds: Seconds = _LOOK
    """How long it is waited for."""


class CloseStep(ExactStep):
    """Ask the windows with a title to close, as their own buttons do."""

    close: Text
    """Their whole title, with * and ?, in any case."""
    seconds: Seconds = _LOOK
    """How long they may take."""


class AnswerStep(ExactStep):
    """In a solution: give an answer, as the model would."""

    answer: str
    """The answer."""
    name: Name | None = Field(default=None, alias="as")
    """The name of the question that it answers; without one it is the answer to the goal."""


def _on_screen(value: Any) -> Any:
    """Take a text alone for what stands on the screen, and one check for a list."""
    items = value if isinstance(value, list | tuple) else [value]
    return [item if not isinstance(item, str | int | float) else {"screen_text": item} for item in items]


Checks: TypeAlias = Annotated[
    tuple[Check, ...],
    Field(min_length=1),
    BeforeValidator(_on_screen, json_schema_input_type=Check | Text | list[Check | Text]),
]
"""Some checks that have to hold, all of them."""

WaitForStep.model_rebuild()
ExpectStep.model_rebuild()

EXACT = (
    "click",
    "double_click",
    "right_click",
    "type",
    "press",
    "drag",
    "scroll",
    "hover",
    "wait",
    "wait_for",
    "expect",
    "activate",
    "close",
)

AnyExact: TypeAlias = (
    Annotated[ClickStep, Tag("click step")]
    | Annotated[DoubleClickStep, Tag("double_click step")]
    | Annotated[RightClickStep, Tag("right_click step")]
    | Annotated[TypeStep, Tag("type step")]
    | Annotated[PressStep, Tag("press step")]
    | Annotated[DragStep, Tag("drag step")]
    | Annotated[ScrollStep, Tag("scroll step")]
    | Annotated[HoverStep, Tag("hover step")]
    | Annotated[WaitStep, Tag("wait step")]
    | Annotated[WaitForStep, Tag("wait_for step")]
    | Annotated[ExpectStep, Tag("expect step")]
    | Annotated[ActivateStep, Tag("activate step")]
    | Annotated[CloseStep, Tag("close step")]
)

Step: TypeAlias = Annotated[
    AnyExact | Annotated[DoStep, Tag("do step")] | Annotated[AskStep, Tag("ask step")],
    named_by("step", "do", "ask", *EXACT),
]
"""A step of a task."""

SolutionStep: TypeAlias = Annotated[
    AnyExact | Annotated[AnswerStep, Tag("answer step")],
    named_by("step", *EXACT, "answer"),
]
"""A step that needs no model, as in a solution."""
