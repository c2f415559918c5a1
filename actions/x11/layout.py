"""Which key gives which character under the keyboard layout in force.

Knows the two levels that every layout has (plain and Shift) of the layout's active group. What lies deeper (AltGr,
dead keys, composed characters) is not typed by keys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from Xlib import XK

if TYPE_CHECKING:
    from Xlib.display import Display

_NAMED_KEYSYMS = {
    "ctrl": "Control_L",
    "shift": "Shift_L",
    "alt": "Alt_L",
    "super": "Super_L",
    "command": "Super_L",
    "enter": "Return",
    "space": "space",
    "tab": "Tab",
    "esc": "Escape",
    "backspace": "BackSpace",
    "delete": "Delete",
    "insert": "Insert",
    "home": "Home",
    "end": "End",
    "pageup": "Page_Up",
    "pagedown": "Page_Down",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "capslock": "Caps_Lock",
    "printscreen": "Print",
    "apps": "Menu",
    **{f"f{n}": f"F{n}" for n in range(1, 25)},
}

# Where letters and digits lie on every PC keyboard (evdev keycodes), for shortcuts under a layout without Latin.
_PC_ROWS = {10: "1234567890", 24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm"}
_PC_KEYCODES = {key: first + n for first, row in _PC_ROWS.items() for n, key in enumerate(row)}

_UNICODE_KEYSYMS = 0x01000000
_GROUP_SHIFT, _GROUP_MASK = 13, 3  # the active group in a core event's state
_GROUPS_IN_CORE_MAP = 2  # the core map's first four columns: two levels of each of two groups


@dataclass(frozen=True)
class Stroke:
    """A key, by its keycode, and whether it needs Shift."""

    keycode: int
    shift: bool = False


@dataclass(frozen=True)
class Layout:
    """The strokes of every keysym, in the active group and in all groups."""

    active: Mapping[int, Stroke]
    anywhere: Mapping[int, Stroke]

    @classmethod
    def read(cls, display: "Display") -> "Layout":
        """Read the display's present layout."""
        first, last = display.display.info.min_keycode, display.display.info.max_keycode
        rows = dict(enumerate(display.get_keyboard_mapping(first, last - first + 1), first))
        group = display.screen().root.query_pointer().mask >> _GROUP_SHIFT & _GROUP_MASK
        columns = (2 * group, 2 * group + 1) if group < _GROUPS_IN_CORE_MAP else ()
        return cls(_strokes(rows, columns), _strokes(rows, (0, 1, 2, 3)))

    def typed(self, character: str) -> Stroke | None:
        """Return the stroke that types a character, or None where the active group has none."""
        return self.active.get(keysym(character))

    def key(self, name: str) -> Stroke | None:
        """Return the stroke of a named key or of a shortcut's character, in whatever group has it."""
        symbol = keysym(name)
        if stroke := self.active.get(symbol) or self.anywhere.get(symbol):
            return stroke
        return Stroke(_PC_KEYCODES[name]) if name in _PC_KEYCODES else None


def keysym(name: str) -> int:
    """Return the keysym of a key's canonical name or of a character."""
    if name in _NAMED_KEYSYMS:
        return int(XK.string_to_keysym(_NAMED_KEYSYMS[name]))
    code = ord(name)
    return code if 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF else _UNICODE_KEYSYMS | code


def _strokes(rows: Mapping[int, Sequence[int]], columns: Sequence[int]) -> dict[int, Stroke]:
    """Return the first key of each keysym: the main block has lower keycodes than the extra keys."""
    found: dict[int, Stroke] = {}
    for keycode, symbols in rows.items():
        for column in columns:
            if column < len(symbols) and symbols[column]:
                found.setdefault(symbols[column], Stroke(keycode, shift=column % 2 == 1))
    return found
