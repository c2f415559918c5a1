"""Random pages from the templates beside this file: `parts.html.j2` has controls, `page.html.j2` the layouts."""

import base64
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tests.training.controls import words
from tests.training.controls.looks import choices
from tests.training.controls.pictures import picture, png
from tests.training.controls.web.looks import Look, colour

_FOLDER = Path(__file__).parent


class Pages:
    """Makes pages; `icons` are SVG files of packages."""

    def __init__(self, random: Random, icons: list[Path]) -> None:
        self._random, self._icons = random, icons
        loader = FileSystemLoader(_FOLDER)
        self._templates = Environment(
            loader=loader, undefined=StrictUndefined, autoescape=True, trim_blocks=True, cache_size=0
        )

    def page(self, look: Look) -> str:
        """Return a page of some layout in a look."""
        self._templates.globals.update(self._vocabulary(look))
        ours = {"root": Markup(look.root), "sheet": Markup(look.sheet)}  # noqa: S704 - written by us
        return self._templates.get_template("page.html.j2").render(ours)

    def _vocabulary(self, look: Look) -> dict[str, Any]:
        """Return what the templates draw from, beside the choices that all templates have."""
        random, numbers = self._random, count(1)
        return choices(random) | {
            "look": look.name,
            "of": lambda part: look.of(part, random),
            "of_table": lambda grid: look.of_table(grid, random),
            "label": lambda longest=3: words.label(random, longest),
            "sentence": lambda longest: words.sentence(random, longest),
            "paragraph": lambda longest: words.paragraph(random, longest),
            "value": lambda: words.value(random),
            "colour": lambda: colour(random),
            "drawing": self._drawing,
            "picture": self._picture,
            "new": lambda: f"n{next(numbers)}",
            "int": int,
        }

    def _drawing(self, size: int) -> Markup:
        """Return an icon in the colour of the text."""
        drawing = self._random.choice(self._icons).read_text()
        for side in ('width="16"', 'height="16"', 'width="24"', 'height="24"'):
            drawing = drawing.replace(side, "")
        style = f"width:{size}px;height:{size}px;vertical-align:middle"
        return Markup(drawing.replace("<svg", f'<svg style="{style}"', 1))  # noqa: S704 - an icon of a package

    def _picture(self, width: int, height: int) -> str:
        return base64.b64encode(png(picture(self._random.randrange(1 << 30), width, height))).decode()
