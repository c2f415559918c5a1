"""Actions and endings in words, for people."""

from typing import assert_never

from actions.schema import (
    Action,
    Answer,
    AskUser,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

_CLICKS = {1: "Click", 2: "Double-click", 3: "Triple-click"}
_SHOWN_TEXT = 60


def in_words(action: Action) -> str:
    """Return what the action does, in a short sentence without places."""
    match action:
        case Click(button=button, clicks=clicks, modifiers=modifiers):
            held = "".join(f"{key}+" for key in modifiers)
            return f"{held}{_CLICKS[clicks]}" if button == "left" else f"{held}{_CLICKS[clicks]} ({button} button)"
        case LongPress(seconds=seconds):
            return f"Press for {seconds:g} s"
        case Hover():
            return "Move the pointer"
        case Drag():
            return "Drag"
        case TypeText(text=text, press_enter=enter):
            return f"Type {_shortened(text)}" + (" and press Enter" if enter else "")
        case PressKeys(keys=keys):
            return "Press " + "+".join(key.capitalize() for key in keys)
        case Scroll(direction=direction, notches=notches):
            return f"Scroll {direction} by {notches}"
        case Wait(seconds=seconds):
            return f"Wait {seconds:g} s"
        case OpenApp(app_name=name):
            return f"Open {name}"
        case Answer(text=text):
            return f"Answer: {text}"
        case AskUser(text=text):
            return f"Ask: {text}"
        case Done():
            return "Done"
        case Infeasible(reason=reason):
            return f"Give up: {reason}" if reason else "Give up"
    assert_never(action)


def printable(text: str) -> str:
    """Return text from a model or a screen without control characters, which could steer a terminal."""
    return "".join(c for c in text if c in "\n\t" or ((c.isprintable() or c.isspace()) and c not in "\r\x0b\x0c\x85"))


def _shortened(text: str) -> str:
    line = text.replace("\n", "⏎").replace("\t", "⇥")
    return f"“{line}”" if len(line) <= _SHOWN_TEXT else f"“{line[:_SHOWN_TEXT]}…” ({len(text)} characters)"
