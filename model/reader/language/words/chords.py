"""Names of keys and chords as people write them, in English and Chinese. Knows nothing of what keys do."""

import re
import unicodedata

_MODIFIERS = {
    "ctrl": "ctrl",
    "control": "ctrl",
    "shift": "shift",
    "alt": "alt",
    "option": "alt",
    "super": "super",
    "win": "super",
    "windows": "super",
    "meta": "super",
    "cmd": "command",
    "command": "command",
    "⌘": "command",
}

_KEYS = {
    **{name: name for name in ("enter", "tab", "esc", "space", "backspace", "delete", "insert", "home", "end")},
    **{name: name for name in ("pageup", "pagedown", "up", "down", "left", "right", "capslock", "printscreen")},
    **{f"f{n}": f"f{n}" for n in range(1, 25)},
    "return": "enter",
    "escape": "esc",
    "del": "delete",
    "spacebar": "space",
    "回车": "enter",
    "制表": "tab",
    "空格": "space",
    "退格": "backspace",
    "删除": "delete",
    "上": "up",
    "下": "down",
    "左": "left",
    "右": "right",
    "向上": "up",
    "向下": "down",
    "向左": "left",
    "向右": "right",
    "上翻页": "pageup",
    "下翻页": "pagedown",
    "向上翻页": "pageup",
    "向下翻页": "pagedown",
}

_FRAME = re.compile(
    r"^(?:the\s+)?(?:arrow[\s-]*|快捷键|组合键)?(.+?)(?:[\s-]*arrow)?(?:\s*keys?|\s*(?:方向|箭头)?键|(?:方向"
    r"|箭头)|快捷键|组合键)?$",
    re.I,
)
_PLUS, _HYPHEN = re.compile(r"\s*(?:[+＋]|加(?!粗))\s*(?=\S)"), re.compile(r"-(?=.)")
_SPACE, _SPACED = (
    re.compile(r"\s+"),
    re.compile(
        rf"(?:(?:{'|'.join(_MODIFIERS)})\s+)+(?:[a-z\d]|f\d+"
        rf"|\w{{3,9}})",
        re.IGNORECASE,
    ),
)


def read_chord(text: str) -> tuple[str, ...] | None:
    """Return the keys of "Ctrl+Shift+S", "the Enter key" or "回车键", the last one last; None for anything else."""
    frame = _FRAME.match(unicodedata.normalize("NFKC", text).strip())
    if not frame:
        return None
    parting = _PLUS if _PLUS.search(frame[1]) else _SPACE if _SPACED.fullmatch(frame[1]) else _HYPHEN
    *held, last = parting.split(frame[1])
    modifiers = [_MODIFIERS.get(name.strip().lower()) for name in held]
    key = _read_key(last.strip())
    if key is None or not all(modifiers):
        return None
    return (*(name for name in modifiers if name), key)


def _read_key(name: str) -> str | None:
    plain = re.sub(r"[\s_-]+", "", name.lower()) or name
    if plain in _KEYS or plain in _MODIFIERS:
        return _KEYS.get(plain) or _MODIFIERS[plain]
    return name.lower() if len(name) == 1 and name.isascii() and name.isprintable() else None
