"""Steps in words, for people: what an action does, who decided about it, where the time went."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias, assert_never

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
from agent.step import Step, Timings

Translate: TypeAlias = Callable[[str, str], str]
"""From (context, English) to what the reader reads; `QCoreApplication.translate` is one."""

Language: TypeAlias = Literal["en", "zh"]
"""What reports are written in."""

Phase: TypeAlias = Literal["look", "think", "judge", "ask", "act", "settle"]

_SHOWN_TEXT = 60
_MARKED = {"\n": "⏎", "\t": "⇥"}


class PhaseTime(NamedTuple):
    """A part of a step's time: which, its name for the reader, and its seconds."""

    phase: Phase
    words: str
    seconds: float


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


def decision_in_words(step: Step, translate: Translate = untranslated) -> str:
    """Return who decided about the step's action, and how; empty where nothing was judged."""
    is_begun = step.performed is not None
    match step.decided_by:
        case None:
            return ""
        case "policy" if step.allowed:
            return translate("wording", "Allowed by the policy")
        case "policy" if is_begun:
            return translate("wording", "Broken off by the policy")
        case "policy":
            return translate("wording", "Refused by the policy")
        case "person" if step.allowed and step.is_edited:
            return translate("wording", "Edited and approved by the person")
        case "person" if step.allowed:
            return translate("wording", "Approved by the person")
        case "person":
            return translate("wording", "Not approved by the person")
        case "nobody":
            return translate("wording", "Not approved: nobody was there to ask")
    assert_never(step.decided_by)


def is_worth_saying(step: Step) -> bool:
    """Say whether the decision is more than the policy's silent yes."""
    return step.decided_by is not None and not (step.decided_by == "policy" and step.allowed)


def time_split(timings: Timings, translate: Translate = untranslated) -> list[PhaseTime]:
    """Return where the time went, as people see it; judging and asking only where there was any."""
    return list(_phases(timings, translate))


def _phases(timings: Timings, translate: Translate) -> Iterator[PhaseTime]:
    yield PhaseTime("look", translate("steps", "look"), timings.capture)
    yield PhaseTime("think", translate("steps", "think"), timings.prompt + timings.think + timings.parse)
    if timings.judge:
        yield PhaseTime("judge", translate("steps", "judge"), timings.judge)
    if timings.ask:
        yield PhaseTime("ask", translate("steps", "ask"), timings.ask)
    yield PhaseTime("act", translate("steps", "act"), timings.act)
    yield PhaseTime("settle", translate("steps", "settle"), timings.settle)


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
