"""Actions and endings in words, for people."""

from collections.abc import Callable, Sequence
from typing import TypeAlias, assert_never

from actions.schema import (
    Action,
    Answer,
    AskUser,
    Click,
    Direction,
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

Translate: TypeAlias = Callable[[str, str], str]
"""From (context, English) to what the reader reads; `QCoreApplication.translate` is one."""

_SHOWN_TEXT = 60
_MARKED = {"\n": "⏎", "\t": "⇥"}


def untranslated(_context: str, text: str) -> str:
    """Leave it English."""
    return text


def in_words(action: Action, translate: Translate = untranslated) -> str:
    """Return what the action does, in a short sentence without places."""
    match action:
        case Click():
            return _click(action, translate)
        case LongPress(seconds=seconds):
            return translate("wording", "Press for {seconds} s").format(seconds=f"{seconds:g}")
        case Hover():
            return translate("wording", "Move the pointer")
        case Drag(modifiers=modifiers):
            return _held(modifiers) + translate("wording", "Drag")
        case TypeText():
            return _typing(action, translate).format(text=_shortened(action.text, translate))
        case PressKeys(keys=keys):
            return translate("wording", "Press {keys}").format(keys="+".join(key.capitalize() for key in keys))
        case Scroll(direction=direction, notches=notches):
            return _scrolling(direction, translate).format(notches=notches)
        case Wait(seconds=seconds):
            return translate("wording", "Wait {seconds} s").format(seconds=f"{seconds:g}")
        case OpenApp(app_name=name):
            return translate("wording", "Open {name}").format(name=name)
        case Answer(text=text):
            return translate("wording", "Answer: {text}").format(text=text)
        case AskUser(text=text):
            return translate("wording", "Ask: {text}").format(text=text)
        case Done():
            return translate("wording", "Done")
        case Infeasible(reason=""):
            return translate("wording", "Give up")
        case Infeasible(reason=reason):
            return translate("wording", "Give up: {reason}").format(reason=reason)
    assert_never(action)


def printable(text: str) -> str:
    """Return text from a model or a screen without control characters, which could steer a terminal."""
    return "".join(c for c in text if c in "\n\t" or ((c.isprintable() or c.isspace()) and c not in "\r\x0b\x0c\x85"))


def visible(text: str) -> str:
    """Return text with nothing in it that cannot be seen: for whoever is to approve all of it."""
    return "".join(_seen(character) for character in text)


def unsaid_text(action: Action) -> str:
    """Return, made visible, the whole text that the action types where `in_words` does not give it as it is."""
    if not isinstance(action, TypeText) or (len(action.text) <= _SHOWN_TEXT and visible(action.text) == action.text):
        return ""
    return visible(action.text)


def _seen(character: str) -> str:
    if character in _MARKED:
        return _MARKED[character] + character
    return character if character.isprintable() else f"⟨U+{ord(character):04X}⟩"


def _click(action: Click, translate: Translate) -> str:
    names = {
        1: translate("wording", "Click"),
        2: translate("wording", "Double-click"),
        3: translate("wording", "Triple-click"),
    }
    buttons = {
        "left": "{click}",
        "right": translate("wording", "{click} (right button)"),
        "middle": translate("wording", "{click} (middle button)"),
    }
    return buttons[action.button].format(click=_held(action.modifiers) + names[action.clicks])


def _held(modifiers: Sequence[str]) -> str:
    return "".join(f"{key.capitalize()}+" for key in modifiers)


def _typing(action: TypeText, translate: Translate) -> str:
    return {
        (False, False): translate("wording", "Type {text}"),
        (False, True): translate("wording", "Type {text} and press Enter"),
        (True, False): translate("wording", "Replace what the field holds by {text}"),
        (True, True): translate("wording", "Replace what the field holds by {text} and press Enter"),
    }[action.override, action.press_enter]


def _scrolling(direction: Direction, translate: Translate) -> str:
    return {
        "up": translate("wording", "Scroll up by {notches}"),
        "down": translate("wording", "Scroll down by {notches}"),
        "left": translate("wording", "Scroll left by {notches}"),
        "right": translate("wording", "Scroll right by {notches}"),
    }[direction]


def _shortened(text: str, translate: Translate) -> str:
    line = text.replace("\n", "⏎").replace("\t", "⇥")
    if len(line) <= _SHOWN_TEXT:
        return f"“{line}”"
    return translate("wording", "“{start}…” ({count} characters)").format(start=line[:_SHOWN_TEXT], count=len(text))
