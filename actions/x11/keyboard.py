"""Keys of an X11 display, pressed through XTEST under whatever layout is in force.

pyautogui's own map is read once, at import, and holds Shift where a US keyboard would: on other layouts it presses
the wrong keys or silently none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from actions.errors import ActionError
from actions.x11.layout import Layout, Stroke

_HELD_MODIFIERS = X.ShiftMask | X.ControlMask | X.Mod1Mask | X.Mod4Mask
_KEY_OF_CONTROL = {"\n": "enter", "\t": "tab"}


@dataclass(frozen=True)
class Key:
    """One physical key; equal to every other value of the same keycode. The keys of a text bear no name."""

    display: Display = field(repr=False, compare=False)
    keycode: int
    name: str = field(default="", compare=False)

    def press(self) -> None:
        """Push it down."""
        self._send(X.KeyPress)

    def release(self) -> None:
        """Let it go."""
        self._send(X.KeyRelease)

    def _send(self, kind: int) -> None:
        xtest.fake_input(self.display, kind, self.keycode)
        self.display.sync()


class X11Keyboard:
    """Finds keys in the display's present layout. Implements `actions.input.keyboard.Keyboard`."""

    def __init__(self, display: Display) -> None:
        self._display = display

    def keys(self, name: str) -> Sequence[Key]:
        """Return the keys of a named key or a shortcut's character. Raises `ActionError` where there is none."""
        layout = Layout.read(self._display)
        stroke = layout.key(name)
        if stroke is None:
            raise ActionError(f"The keyboard has no key {name!r} in its present layout.")
        return self._pressed_for(stroke, layout, name)

    def typing_keys(self, text: str) -> list[Sequence[Key]] | None:
        """Return the keys that type each character, or None where not every one can be typed as it stands."""
        if self._display.screen().root.query_pointer().mask & X.LockMask:
            return None
        layout = Layout.read(self._display)
        strokes = [layout.key(_KEY_OF_CONTROL[c]) if c in _KEY_OF_CONTROL else layout.typed(c) for c in text]
        return [self._pressed_for(s, layout) for s in strokes if s] if all(strokes) else None

    def modifier_is_held(self) -> bool:
        """Say whether a modifier is down, so that what is typed now would be something else."""
        return bool(self._display.screen().root.query_pointer().mask & _HELD_MODIFIERS)

    def _pressed_for(self, stroke: Stroke, layout: Layout, name: str = "") -> Sequence[Key]:
        key = Key(self._display, stroke.keycode, name)
        shift = layout.key("shift") if stroke.shift else None
        return (Key(self._display, shift.keycode, name and "shift"), key) if shift else (key,)
