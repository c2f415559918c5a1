"""What is chosen, switched and set. Values only."""

from dataclasses import dataclass
from typing import Literal

from model.reader.plan.target import Target


@dataclass(frozen=True)
class Select:
    """Select options (of a drop-down, a list, a group): by name, all, or none.

    With `all`, an option that is named describes which: all of its kind, its colour or its words.
    """

    options: tuple[Target, ...] = ()
    source: Target | None = None
    which: Literal["these", "all", "none"] = "these"

    def __str__(self) -> str:
        which = "" if self.which == "these" else self.which
        words = [word for word in (which, _listed(self.options)) if word]
        return " ".join(["select", *words, *(["from", str(self.source)] if self.source else [])])


@dataclass(frozen=True)
class Check:
    """Tick or untick boxes: those named, or without any all, of the whole screen or `within` something."""

    targets: tuple[Target, ...]
    on: bool = True
    within: Target | None = None

    def __str__(self) -> str:
        within = f" inside {self.within}" if self.within else ""
        return f"{'check' if self.on else 'uncheck'} {_listed(self.targets) or 'all boxes'}{within}"


@dataclass(frozen=True)
class SetValue:
    """Give a field, a drop-down, a spinner, a slider, a date or a colour its value."""

    target: Target
    value: str

    def __str__(self) -> str:
        return f"set {self.target} to “{self.value}”"


@dataclass(frozen=True)
class Expand:
    """Open or close what folds. A target without any part is whatever folds there."""

    target: Target
    open: bool = True

    def __str__(self) -> str:
        return f"{'expand' if self.open else 'collapse'} {self.target}"


def _listed(targets: tuple[Target, ...]) -> str:
    return ", ".join(map(str, targets))
