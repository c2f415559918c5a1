"""What a person may change in an action before it is done: its text, and the place that it aims at first."""

from typing import assert_never

from pydantic import ValidationError

from actions.schema import (
    Action,
    ActionAdapter,
    Answer,
    AskUser,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    Point,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)


def editable_text(action: Action) -> str | None:
    """Return the text that can be changed, or None where the action has none."""
    match action:
        case TypeText(text=text) | Answer(text=text) | AskUser(text=text):
            return text
        case PressKeys(keys=keys):
            return " + ".join(keys)
        case OpenApp(app_name=name):
            return name
        case Click() | LongPress() | Hover() | Drag() | Scroll() | Wait() | Done() | Infeasible():
            return None
    assert_never(action)


def with_text(action: Action, text: str) -> Action:
    """Return the action with another text. Raises `ValueError` with a sentence where that is no valid action."""
    match action:
        case TypeText() | Answer() | AskUser():
            return _changed(action, {"text": text})
        case PressKeys():
            return _changed(action, {"keys": [key.strip() for key in text.split("+")]})
        case OpenApp():
            return _changed(action, {"app_name": text})
    return action


def with_target(action: Action, point: Point) -> Action:
    """Return the action aimed at another place; a drag keeps its end."""
    match action:
        case Click() | LongPress() | Hover() | Drag() | TypeText() | Scroll():
            return _changed(action, {"box_2d": list(Box.at(*point))})
    return action


def _changed(action: Action, changes: dict[str, object]) -> Action:
    try:
        return ActionAdapter.validate_python(action.model_dump() | changes)
    except ValidationError as error:
        raise ValueError(str(error.errors()[0]["msg"]).removeprefix("Value error, ")) from error
