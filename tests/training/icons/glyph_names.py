"""Which glyphs of icon sets show which icon of ours: by the names of the freedesktop specification and the sets' own.

https://specifications.freedesktop.org/icon-naming-spec/latest/ names the themes' icons; fonts have their own.
A name that means different pictures in different sets is written as `set/name`, or left out.
"""

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".txt")
"""A line an icon: `name: the glyphs that show it`; the last has glyphs whose picture is another than their name."""

_LEFT_OUT = "left out"
_THEME_WORDS = {"folder", "starred", "computer", "emblem"}
_SUFFIXES = re.compile(
    r"(?:[-_ ](?:outline|outlined|fill|filled|solid|line|regular|light|thin|duotone|bold|sharp|rounded|twotone|"
    r"symbolic|rtl|ltr|alt|o|12|16|20|24|28|32|48))+$"
)
_PREFIXES = re.compile(r"^(?:bxs|bx|bxl|cil|cib|ic|ic_fluent|md|ios|la|fa|gg|gtk)[-_]")


def plain_name(stem: str) -> str:
    """Return a glyph's name without the words that say how it is drawn."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", stem)
    name = re.sub(r"[-_ .]+", "-", _PREFIXES.sub("", spaced.lower())).strip("-")
    return _SUFFIXES.sub("", name) or name


@cache
def _named() -> dict[str, str]:
    named: dict[str, str] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        name, glyphs = line.split(": ")
        named.update(dict.fromkeys(glyphs.split(), name))
    return named


@cache
def _known_words() -> frozenset[str]:
    glyphs = (glyph.rsplit("/", 1)[-1] for glyph in _named())
    return frozenset(word for glyph in glyphs for word in glyph.split("-"))


def icon_of(icon_set: str, stem: str, of_theme: bool = False) -> str | None:
    """Return the icon of ours that a set's glyph shows; None where it shows another, or where that is not certain.

    A theme's names of a single word are those of applications or mime types, but for a few.
    """
    for name in (plain_name(stem), stem.lower().replace("_", "-")):
        if of_theme and "-" not in name and name not in _THEME_WORDS:
            return None
        if found := _named().get(f"{icon_set}/{name}") or _named().get(name):
            return None if found == _LEFT_OUT else found
    return None


def shows_none(icon_set: str, stem: str) -> bool:
    """Say whether a glyph certainly shows no icon of ours: its name has no word in common with any."""
    return not _known_words() & set(plain_name(stem).split("-"))
