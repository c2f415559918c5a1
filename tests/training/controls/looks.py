"""Style sheets with random parts, as Jinja templates whose `pick` chooses one of its arguments. Knows no toolkit."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from jinja2 import Environment, StrictUndefined


def filled(template: Path, random: Random, values: Mapping[str, object]) -> str:
    """Return a style sheet with its random parts chosen."""
    surroundings = Environment(undefined=StrictUndefined, trim_blocks=True)  # noqa: S701 - CSS is no HTML
    surroundings.globals.update(choices(random))
    return surroundings.from_string(template.read_text(encoding="utf-8")).render(values)


def choices(random: Random) -> dict[str, Callable[..., Any]]:
    """Return what templates choose with.

    `pick(a, b, …)` is one of its arguments, `between(low, high)` a whole number, `chance(part)` true for that part.
    """
    return {
        "pick": lambda *options: random.choice(options),
        "between": random.randint,
        "chance": lambda part: random.random() < part,
    }
