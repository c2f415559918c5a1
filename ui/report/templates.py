"""The templates of all pages: whatever is put into them is escaped, and what they ask for must be there."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ui.wording import printable


def templates() -> Environment:
    """Return the environment that pages are rendered in."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    return environment
