"""Looks of our own for pages: random colours in a template of a style sheet. Knows no parts."""

from pathlib import Path
from random import Random

from tests.training.controls.looks import filled
from tests.training.controls.web.looks import FONTS, Look, colour

_SHEET = Path(__file__).parent / "own_look.css.j2"


def random_look(random: Random) -> Look:
    """Return a look, light or dark."""
    dark = random.random() < 0.4
    colours = _dark(random) if dark else _light(random)
    values = {**colours, "dark": dark, "accent": colour(random, 35, 65), "font": random.choice(FONTS)}
    return Look("own", f"<style>{filled(_SHEET, random, values)}</style>")


def _dark(random: Random) -> dict[str, object]:
    return {
        "ground": colour(random, 8, 22),
        "ink": colour(random, 80, 96),
        "paper": colour(random, 12, 28),
        "line": colour(random, 30, 45),
        "face": colour(random, 18, 35),
    }


def _light(random: Random) -> dict[str, object]:
    ground = random.choice((colour(random, 92, 100), "#fff", "#fff", "#f5f5f5", "#fafafa", "#eee"))
    return {
        "ground": ground,
        "ink": colour(random, 5, 25),
        "paper": random.choice(("#fff", "#fff", colour(random, 94, 100))),
        "line": colour(random, 65, 88),
        "face": colour(random, 85, 97),
    }
