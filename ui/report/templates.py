"""The templates of all pages: whatever is put into them is escaped, and what they ask for must be there.

A page that has a script lets no other run: its policy names that one by its hash.
"""

import base64
import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ui.wording import printable

_FOLDER = Path(__file__).parent


class Script(NamedTuple):
    """A script of our own, and its hash for the policy of the page."""

    text: Markup
    hash: str


def page_script(*names: str) -> Script:
    """Return files of ours beside the templates as one script."""
    text = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
    return Script(Markup(text), base64.b64encode(sha256(text.encode()).digest()).decode())  # noqa: S704 - our own


def as_data(value: object) -> Markup:
    """Return a value as JSON that a page can hold: nothing in it ends the element, whatever the texts are."""
    text = json.dumps(value, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 - so it is escaped


def templates() -> Environment:
    """Return the environment that pages are rendered in."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    return environment
