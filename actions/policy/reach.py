"""How far an effect reaches: what of the screen it may press, and whether it removes or closes something.

Told from the effect and from whether a text caret is known to have the focus. Where the caret is not known to have it,
a key may press anything in the window: Space and Enter what has the focus, a letter whatever it is the mnemonic of.
Every button of the mouse presses: in menus and on pages the right one and the middle one do too.
"""

from enum import Enum

from actions.effects import DragTo, Drop, Effect, Keys, Press, Text
from actions.input.keys import MODIFIERS
from actions.words.spelling import fold

_COMMANDING = frozenset(("ctrl", "alt", "super", "command"))
_CLOSING = frozenset(
    frozenset(chord.split("+"))
    for chord in (
        *("alt+f4", "ctrl+f4", "ctrl+w", "ctrl+shift+w", "ctrl+q", "ctrl+shift+q", "command+w", "command+q"),
        *("command+shift+w", "super+q", "super+w", "ctrl+alt+q"),
    )
)


class Reach(Enum):
    """What an effect may press."""

    NOTHING = "nothing"
    PLACE = "what lies at its place"
    WINDOW = "anything in the window that has the focus"


def reach(effect: Effect, *, caret: bool) -> Reach:
    """Say what an effect may press."""
    match effect:
        case Press() | DragTo() | Drop():
            return Reach.PLACE
        case Keys(keys=keys):
            return Reach.WINDOW if _keys_press(frozenset(keys), caret) else Reach.NOTHING
        case Text(text=text):
            return Reach.NOTHING if caret and text.isprintable() else Reach.WINDOW  # a new line, typed, is Enter
    return Reach.NOTHING


def may_press(effect: Effect, label: str) -> bool:
    """Say whether keys may press what bears the label: a letter presses only what has it as its mnemonic."""
    letters = _letters(effect)
    return not letters or not letters.isdisjoint(fold(label))


def removes(effect: Effect, *, caret: bool) -> bool:
    """Say whether keys remove what is selected, and not just text beside the caret."""
    if not isinstance(effect, Keys) or {"delete", "backspace"}.isdisjoint(effect.keys):
        return False
    return not caret or not {"alt", "super"}.isdisjoint(effect.keys)


def closes(effect: Effect) -> bool:
    """Say whether keys close a window or a tab, or end the application."""
    return isinstance(effect, Keys) and frozenset(effect.keys) in _CLOSING


def is_chord(effect: Effect) -> bool:
    """Say whether keys are pressed together with a modifier."""
    return isinstance(effect, Keys) and len(effect.keys) > 1 and not set(MODIFIERS).isdisjoint(effect.keys)


def _keys_press(keys: frozenset[str], caret: bool) -> bool:
    if "enter" in keys:
        return True  # with a caret it presses the form's own button
    if "alt" in keys:
        return any(len(key) == 1 for key in keys)
    if caret or not _COMMANDING.isdisjoint(keys):
        return False
    return "space" in keys or any(len(key) == 1 for key in keys)


def _letters(effect: Effect) -> frozenset[str]:
    """Return the characters that may be mnemonics; none where what has the focus is pressed, whatever its label."""
    match effect:
        case Keys(keys=keys):
            return frozenset(key for key in keys if len(key) == 1)
        case Text(text=text) if " " not in text and text.isprintable():
            return frozenset(fold(text))
    return frozenset()
