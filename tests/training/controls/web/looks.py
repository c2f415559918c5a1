"""How a page looks: a CSS framework, or a random style sheet of our own. Knows no layouts."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

FONTS = (
    "DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Noto Sans", "Open Sans", "Roboto", "Lato", "Inter", "Cantarell",
    "Noto Sans CJK SC", "Liberation Serif", "Nimbus Sans", "sans-serif", "serif", "monospace",
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """A style sheet, and the class names that it wants for each part; several variants where it has them."""

    name: str
    sheet: str
    classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    root: str = ""

    def of(self, part: str, random: Random) -> str:
        """Return the class names for a part."""
        return random.choice(self.classes.get(part, ("",)))

    def of_table(self, grid: bool, random: Random) -> str:
        """Return the class names for a table, with lines between its cells or without, where the look has such."""
        known = self.classes.get("table", ("",))
        fitting = [names for names in known if any(word in names for word in ("bordered", "celled")) == grid]
        return random.choice(fitting or list(known))


_FRAMEWORKS = json.loads((Path(__file__).parent / "frameworks.json").read_text())
"""Each framework's style sheet among the npm packages, and its class names."""

HELD_OUT = ("bulma", "fomantic")
"""The training never sees these."""

TRAINED = tuple(name for name in _FRAMEWORKS if name not in HELD_OUT)


def framework(name: str, modules: Path, random: Random) -> Look:
    """Return a framework's look; `modules` is a folder of npm packages."""
    known = _FRAMEWORKS[name]
    link = f'<link rel="stylesheet" href="{(modules / known["sheet"]).as_uri()}">'
    theme = "dark" if random.random() < 0.4 else "light"
    narrow = "[data-k=field],[data-k=drop-down],[data-k=spinner]{width:auto;display:inline-block}"
    sheet = link + (f"<style>{narrow}</style>" if random.random() < 0.8 else "")
    classes = {part: tuple(names) for part, names in known["classes"].items()}
    return Look(name, sheet, classes, f'data-bs-theme="{theme}" data-theme="{theme}" theme="{theme}"')


def plain(random: Random) -> Look:
    """Return Chromium's own look, light or dark, in some font, with some accent."""
    scheme = "dark" if random.random() < 0.25 else "light"
    accent = f"accent-color:{colour(random)};" if random.random() < 0.4 else ""
    size = random.choice((10, 11, 12, 12, 13, 13, 14, 15, 16, 18, 20))
    inner = "button,input,select,textarea{font:inherit}" if random.random() < 0.6 else ""
    body = f"body{{font-family:{random.choice(FONTS)};font-size:{size}px}}"
    return Look("plain", f"<style>:root{{color-scheme:{scheme};{accent}}}{body}{inner}</style>")


def colour(random: Random, low: int = 25, high: int = 75) -> str:
    """Return a CSS colour of a random hue; `low` and `high` bound its lightness in percent."""
    return f"hsl({random.randint(0, 359)},{random.randint(5, 95)}%,{random.randint(low, high)}%)"
