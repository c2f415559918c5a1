"""Names of keys: what models write, mapped to one canonical name each (pyautogui's, where it has one)."""

from actions.quotation import quote

_ALIASES = {
    "control": "ctrl",
    "ctl": "ctrl",
    "controlleft": "ctrl",
    "control_l": "ctrl",
    "control_r": "ctrl",
    "option": "alt",
    "opt": "alt",
    "alt_l": "alt",
    "alt_r": "alt",
    "shift_l": "shift",
    "shift_r": "shift",
    "win": "super",
    "windows": "super",
    "meta": "super",
    "super_l": "super",
    "super_r": "super",
    "cmd": "command",
    "return": "enter",
    "kp_enter": "enter",
    "escape": "esc",
    "del": "delete",
    "ins": "insert",
    "back_space": "backspace",
    "page_up": "pageup",
    "prior": "pageup",
    "pgup": "pageup",
    "page_down": "pagedown",
    "next": "pagedown",
    "pgdn": "pagedown",
    "arrowup": "up",
    "arrowdown": "down",
    "arrowleft": "left",
    "arrowright": "right",
    "spacebar": "space",
    " ": "space",
    "caps_lock": "capslock",
    "print": "printscreen",
    "prtsc": "printscreen",
    "prtscr": "printscreen",
    "plus": "+",
    "minus": "-",
    "equal": "=",
    "comma": ",",
    "period": ".",
    "slash": "/",
    "backslash": "\\",
    "semicolon": ";",
    "apostrophe": "'",
    "grave": "`",
    "bracketleft": "[",
    "bracketright": "]",
    "menu": "apps",
}

MODIFIERS = ("ctrl", "shift", "alt", "super", "command")

NAMED_KEYS = frozenset(
    (
        *MODIFIERS,
        "enter",
        "tab",
        "esc",
        "space",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
        "capslock",
        "printscreen",
        "apps",
        *(f"f{n}" for n in range(1, 25)),
    )
)


def canonical_key(name: str) -> str:
    """Return the one name of a key, or raise ValueError for a key that no keyboard has."""
    key = name if len(name) == 1 else name.strip().lower()
    key = _ALIASES.get(key, key)
    if key in NAMED_KEYS:
        return key
    if len(key) == 1 and key.isprintable():
        return key.lower() if len(key.lower()) == 1 else key
    raise ValueError(f"there is no key named {quote(name)}")
