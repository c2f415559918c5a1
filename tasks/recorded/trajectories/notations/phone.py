"""What a phone has that a desktop has not, in our actions: the keys that stand for its buttons, and swipes."""

from typing import Literal, TypeAlias

from actions.schema import Action, Direction, PressKeys

Button: TypeAlias = Literal["back", "home", "recent", "enter"]

KEYS: dict[Button, tuple[tuple[str, ...], ...]] = {
    "back": (("alt", "left"), ("esc",)),
    "home": (("super", "d"), ("home",), ("super",)),
    "recent": (("alt", "tab"),),
    "enter": (("enter",),),
}
"""The keys that stand for a button; the first are those that dialects for phones are read as."""

SWIPED: dict[Direction, Direction] = {"up": "down", "down": "up", "left": "right", "right": "left"}
"""Where a finger goes to scroll, and the other way round."""

NOTICE = (
    "The screenshot is that of an Android phone. Press alt+left to go back, super+d for the home screen and alt+tab "
    "for recent apps; scroll down to see what is further down."
)


def press(button: Button) -> PressKeys:
    """Return the action that presses a button of the phone."""
    return PressKeys(keys=KEYS[button][0])


def pressed(action: Action) -> Button | None:
    """Return the button that an action presses, if it presses one."""
    if not isinstance(action, PressKeys):
        return None
    return next((button for button, keys in KEYS.items() if action.keys in keys), None)
