"""What the reader can be told to do: one small value for each instruction. Knows no language."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Where: TypeAlias = Literal["anywhere", "menu bar", "menu"]
Button: TypeAlias = Literal["left", "right", "middle"]
Direction: TypeAlias = Literal["up", "down", "left", "right"]

_CLICK_NAMES = {2: "double-click", 3: "triple-click"}


@dataclass(frozen=True)
class Target:
    """Text on the screen. `ordinal` picks among equals: 1 is the first, -1 the last, 0 leaves the choice open."""

    text: str
    ordinal: int = 0
    where: Where = "anywhere"

    def __str__(self) -> str:
        number = {0: "", -1: "the last "}.get(self.ordinal, f"number {self.ordinal} of ")
        return f"{number}“{self.text}”"


@dataclass(frozen=True)
class Click:
    """Click a target."""

    target: Target
    button: Button = "left"
    clicks: int = 1

    def __str__(self) -> str:
        name = _CLICK_NAMES.get(self.clicks, "click")
        return f"{name if self.button == 'left' else f'{self.button}-{name}'} {self.target}"


@dataclass(frozen=True)
class Hover:
    """Move the pointer over a target."""

    target: Target

    def __str__(self) -> str:
        return f"hover over {self.target}"


@dataclass(frozen=True)
class Drag:
    """Drag one target to another."""

    source: Target
    target: Target

    def __str__(self) -> str:
        return f"drag {self.source} to {self.target}"


@dataclass(frozen=True)
class Type:
    """Type text, into the field that a target names or into what has the focus."""

    text: str
    target: Target | None = None

    def __str__(self) -> str:
        into = f" into {self.target}" if self.target else ""
        return f"type {len(self.text)} characters{into}"


@dataclass(frozen=True)
class Press:
    """Press keys together."""

    keys: tuple[str, ...]

    def __str__(self) -> str:
        return f"press {'+'.join(self.keys)}"


@dataclass(frozen=True)
class Scroll:
    """Turn the mouse wheel, over a target or where the pointer is."""

    direction: Direction
    notches: int = 5
    target: Target | None = None

    def __str__(self) -> str:
        over = f" over {self.target}" if self.target else ""
        return f"scroll {self.direction} by {self.notches}{over}"


@dataclass(frozen=True)
class WaitFor:
    """Wait until a target can be read."""

    target: Target

    def __str__(self) -> str:
        return f"wait for {self.target}"


@dataclass(frozen=True)
class Pause:
    """Wait for some seconds."""

    seconds: float

    def __str__(self) -> str:
        return f"wait {self.seconds:g} seconds"


@dataclass(frozen=True)
class OpenApp:
    """Open an application by its name."""

    name: str

    def __str__(self) -> str:
        return f"open the application “{self.name}”"


Instruction: TypeAlias = Click | Hover | Drag | Type | Press | Scroll | WaitFor | Pause | OpenApp
