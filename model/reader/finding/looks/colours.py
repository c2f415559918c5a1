"""Names of colours, as people and pages use them, and which of some pixels is which. Knows no screens."""

import colorsys
from typing import Final, TypeAlias

Rgb: TypeAlias = tuple[int, int, int]

_NAMED: Final[dict[str, Rgb]] = {
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "gray": (128, 128, 128),
    "silver": (192, 192, 192),
    "red": (255, 0, 0),
    "maroon": (128, 0, 0),
    "orange": (255, 165, 0),
    "brown": (139, 69, 19),
    "yellow": (255, 255, 0),
    "olive": (128, 128, 0),
    "lime": (0, 255, 0),
    "green": (0, 128, 0),
    "cyan": (0, 255, 255),
    "teal": (0, 128, 128),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "purple": (128, 0, 128),
    "magenta": (255, 0, 255),
    "pink": (255, 192, 203),
}
_OTHER_NAMES = {
    "grey": "gray", "aqua": "cyan", "fuchsia": "magenta", "violet": "purple", "lime green": "lime",
    "红": "red", "红色": "red", "绿色": "green", "绿": "green", "蓝": "blue", "蓝色": "blue", "黄": "yellow",
    "黄色": "yellow", "黑色": "black", "白色": "white", "灰色": "gray", "橙色": "orange", "紫色": "purple",
    "粉色": "pink", "粉红色": "pink", "棕色": "brown", "青色": "cyan",
}  # fmt: skip
_GREY = 0.06  # saturation: less has no hue
_PALE, _DARK = 0.9, 0.12  # brightness of white and of black
_HUE_REACH = 0.09  # of the whole circle
_EXACT = 60  # levels


def known_colour(name: str) -> str:
    """Return the plain English name of a colour, or nothing where it is not known."""
    plain = " ".join(name.casefold().split())
    plain = _OTHER_NAMES.get(plain, plain)
    return plain if plain in _NAMED else ""


def rgb_of(name: str) -> Rgb | None:
    """Return the colour of a name."""
    return _NAMED.get(known_colour(name))


def unlikeness(rgb: Rgb, name: str) -> float | None:
    """Return how far a colour is from a named one (0 is the same), or None where nobody would call it so."""
    plain = known_colour(name)
    if not plain:
        return None
    wanted = _NAMED[plain]
    apart = max(abs(have - want) for have, want in zip(rgb, wanted, strict=True))
    if apart <= _EXACT:
        return float(apart)
    hue, wanted_hue = _hue(rgb), _hue(wanted)
    if hue is None or wanted_hue is None:
        return float(apart) if hue is None and wanted_hue is None and _tone(rgb) == _tone(wanted) else None
    turn = abs(hue - wanted_hue)
    return 256.0 + apart if min(turn, 1 - turn) <= _HUE_REACH else None


def _hue(rgb: Rgb) -> float | None:
    """Return the hue, 0 to 1, or None of a grey."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(level / 255 for level in rgb))
    return hue if saturation > _GREY and value > _DARK else None


def _tone(rgb: Rgb) -> str:
    brightness = max(rgb) / 255
    return "white" if brightness > _PALE else "black" if brightness < _DARK else "gray"
