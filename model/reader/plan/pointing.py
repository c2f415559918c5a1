"""What is done with the mouse. Values only."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.reader.plan.target import Target

Button: TypeAlias = Literal["left", "right", "middle"]
Direction: TypeAlias = Literal["up", "down", "left", "right"]

_CLICK_NAMES = {2: "double-click", 3: "triple-click"}


@dataclass(frozen=True)
class Click:
    """Click a target, or hold the button on it for `seconds`; with `held`, keys that are down meanwhile."""

    target: Target
    button: Button = "left"
    clicks: int = 1
    seconds: float = 0.0
    held: tuple[str, ...] = ()

    def __str__(self) -> str:
        name = _CLICK_NAMES.get(self.clicks, "press long on" if self.seconds else "click")
        held = f" with {'+'.join(self.held)} held" if self.held else ""
        return f"{name if self.button == 'left' else f'{self.button}-{name}'} {self.target}{held}"


@dataclass(frozen=True)
class Hover:
    """Move the pointer over a target."""

    target: Target

    def __str__(self) -> str:
        return f"hover over {self.target}"


@dataclass(frozen=True)
class Drag:
    """Drag one target to another (`before`/`after` it in a list), or by pixels: right and down are positive."""

    source: Target
    target: Target | None = None
    by: tuple[int, int] = (0, 0)
    place: Literal["onto", "before", "after"] = "onto"

    def __str__(self) -> str:
        if self.target is None:
            return f"drag {self.source} by {self.by[0]}, {self.by[1]} pixels"
        return f"drag {self.source} {'to' if self.place == 'onto' else self.place} {self.target}"


@dataclass(frozen=True)
class Resize:
    """Make something wider or taller by pixels, negative ones narrower or lower: drag its lower right corner."""

    target: Target
    by: tuple[int, int]

    def __str__(self) -> str:
        return f"resize {self.target} by {self.by[0]}, {self.by[1]} pixels"


@dataclass(frozen=True)
class Scroll:
    """Turn the wheel over a target or where the pointer is: some notches, until something shows, or to the end."""

    direction: Direction
    notches: int = 5
    target: Target | None = None
    until: Target | None = None
    to_end: bool = False

    def __str__(self) -> str:
        over = f" over {self.target}" if self.target else ""
        if self.until:
            return f"scroll {self.direction}{over} until {self.until} shows"
        return f"scroll {self.direction} {'to the end' if self.to_end else f'by {self.notches}'}{over}"
