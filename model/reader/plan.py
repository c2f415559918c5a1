"""What the reader can be told to do: a plan of small values. Knows no language and no pixels.

Every value says itself in a few English words, for the thought and for an honest end.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.sight.element import Kind

Where: TypeAlias = Literal["anywhere", "menu bar", "menu"]
Button: TypeAlias = Literal["left", "right", "middle"]
Direction: TypeAlias = Literal["up", "down", "left", "right"]
Most: TypeAlias = Literal["largest", "smallest", "highest", "lowest", "longest", "shortest", "newest", "oldest"]
"""How one is picked among several: by size on the screen, by the number, price or date that it reads, by its words."""

Relating: TypeAlias = Literal[
    "above", "below", "left of", "right of", "next to", "in the row of", "in the column of", "inside", "labelled",
    "before", "after", "between",
]  # fmt: skip
Property: TypeAlias = Literal["visible", "checked", "enabled", "selected", "reads", "empty"]
Question: TypeAlias = Literal["text", "count", "is"]


@dataclass(frozen=True)
class Relation:
    """Where something is from another thing: "above the total", "in the row of Smith", "in the dialog Print"."""

    how: Relating
    to: "Target"

    def __str__(self) -> str:
        return f"{self.how} {self.to}"


@dataclass(frozen=True)
class Target:
    """Something on the screen; every part narrows the choice, and an empty one leaves it open.

    `text` is what it reads, or what names it; `quoted` says that these are its very words. `ordinal` picks among
    equals: 1 is the first, -1 the last. `most` picks by a measure, `colour` and `shape` are plain English names.
    """

    text: str = ""
    ordinal: int = 0
    where: Where = "anywhere"
    kind: Kind | None = None
    quoted: bool = False
    most: Most | None = None
    relations: tuple[Relation, ...] = ()
    colour: str = ""
    shape: str = ""

    def __str__(self) -> str:
        number = {0: "", -1: "the last "}.get(self.ordinal, f"number {self.ordinal} of ")
        kind = str(self.kind) if self.kind else ""
        words = [self.most or "", self.colour, self.shape, kind, f"“{self.text}”" if self.text else ""]
        return " ".join([number + " ".join(filter(None, words)), *map(str, self.relations)])


@dataclass(frozen=True)
class Click:
    """Click a target, or hold the button on it for `seconds`; with `held`, keys that are down meanwhile."""

    target: Target
    button: Button = "left"
    clicks: int = 1
    seconds: float = 0.0
    held: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hover:
    """Move the pointer over a target."""

    target: Target


@dataclass(frozen=True)
class Drag:
    """Drag one target to another (`before`/`after` it in a list), or by pixels."""

    source: Target
    target: Target | None = None
    by: tuple[int, int] = (0, 0)
    place: Literal["onto", "before", "after"] = "onto"


@dataclass(frozen=True)
class Type:
    """Type text into the field that a target names, or into what has the focus; `enter` presses Enter then."""

    text: str
    target: Target | None = None
    enter: bool = False


@dataclass(frozen=True)
class Clear:
    """Empty a field."""

    target: Target | None = None


@dataclass(frozen=True)
class Press:
    """Press keys together."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class Edit:
    """One of the usual commands, by its keys or its menu entry."""

    command: Literal["copy", "cut", "paste", "undo", "redo", "save", "select all", "new", "close", "reload", "back"]
    target: Target | None = None


@dataclass(frozen=True)
class Scroll:
    """Turn the wheel over a target or where the pointer is: some notches, until something shows, or to the end."""

    direction: Direction
    notches: int = 5
    target: Target | None = None
    until: Target | None = None
    to_end: bool = False


@dataclass(frozen=True)
class Select:
    """Select options (of a drop-down, a list, a group): by name, all, or none."""

    options: tuple[Target, ...] = ()
    source: Target | None = None
    which: Literal["these", "all", "none"] = "these"


@dataclass(frozen=True)
class Check:
    """Tick or untick boxes: those named, or all inside `within`."""

    targets: tuple[Target, ...]
    on: bool = True


@dataclass(frozen=True)
class SetValue:
    """Give a field, a drop-down, a spinner, a slider, a date or a colour its value."""

    target: Target
    value: str


@dataclass(frozen=True)
class WaitFor:
    """Wait until a target shows, or with `gone` until it no longer does."""

    target: Target
    gone: bool = False


@dataclass(frozen=True)
class Pause:
    """Wait for some seconds."""

    seconds: float


@dataclass(frozen=True)
class OpenApp:
    """Open an application by its name."""

    name: str


@dataclass(frozen=True)
class SwitchTo:
    """Bring a window to the front, by its title or its application's name."""

    name: str


@dataclass(frozen=True)
class Expand:
    """Open or close what folds."""

    target: Target
    open: bool = True


@dataclass(frozen=True)
class CloseDialog:
    """Close the dialog in front, or the one named."""

    target: Target | None = None


@dataclass(frozen=True)
class Turn:
    """Go to the next or the previous page of a list."""

    to: Literal["next", "previous", "first", "last"] = "next"


@dataclass(frozen=True)
class SaveAs:
    """Save under a name, the dialog filled in."""

    name: str


@dataclass(frozen=True)
class OpenFile:
    """Open a file by its name, the dialog filled in."""

    name: str


@dataclass(frozen=True)
class Find:
    """Look for text with the application's own search."""

    text: str


@dataclass(frozen=True)
class PrintTo:
    """Print to a file."""

    name: str


@dataclass(frozen=True)
class Condition:
    """Something that the screen can show to be so or not."""

    target: Target
    property: Property = "visible"
    text: str = ""
    holds: bool = True


@dataclass(frozen=True)
class Tell:
    """Answer a question: what a target reads, how many there are, whether a condition holds."""

    target: Target
    question: Question = "text"
    condition: Condition | None = None


@dataclass(frozen=True)
class If:
    """Do some things where a condition holds, others where it does not."""

    condition: Condition
    then: tuple["Instruction", ...]
    otherwise: tuple["Instruction", ...] = ()


@dataclass(frozen=True)
class ForEach:
    """Do things for each of several targets, "it" being the one whose turn it is (`Target.relations` name its row)."""

    each: Target
    body: tuple["Instruction", ...]


@dataclass(frozen=True)
class Repeat:
    """Do things so many times, or until a condition holds."""

    body: tuple["Instruction", ...]
    times: int = 1
    until: Condition | None = None


Instruction: TypeAlias = (
    Click | Hover | Drag | Type | Clear | Press | Edit | Scroll | Select | Check | SetValue | WaitFor | Pause | OpenApp
    | SwitchTo | Expand | CloseDialog | Turn | SaveAs | OpenFile | Find | PrintTo | Tell | If | ForEach | Repeat
)  # fmt: skip
