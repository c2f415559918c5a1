"""What an instruction points at, and where that is from other things. Values only; knows nothing of the screen."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.sight.element import Kind

Where: TypeAlias = Literal["anywhere", "menu bar", "menu"]
Part: TypeAlias = Literal["", "word", "line", "paragraph", "character"]
"""A piece of a text that is meant rather than the whole: "the last word in the text area"."""

Most: TypeAlias = Literal[
    "largest", "smallest", "highest", "lowest", "longest", "shortest", "newest", "oldest",
    "leftmost", "rightmost", "topmost", "bottommost", "top left", "top right", "bottom left", "bottom right", "central",
]  # fmt: skip
"""How one is picked among several: by size on the screen (largest), by the number, price or date that it reads
(highest, newest), by its words (longest), by where it stands (leftmost, top right)."""

Relating: TypeAlias = Literal[
    "above", "below", "left of", "right of", "next to", "in the row of", "in the column of", "inside", "labelled",
    "before", "after", "between",
]  # fmt: skip


@dataclass(frozen=True)
class Relation:
    """Where something is from another thing: "above the total", "in the row of Smith", "in the dialog Print".

    "labelled" names the words that a value belongs to: "the value of Total". Two of "between" hold one thing.
    """

    how: Relating
    to: "Target"

    def __str__(self) -> str:
        return f"{self.how} {self.to}"


@dataclass(frozen=True)
class Target:
    """Something on the screen; every part narrows the choice, and an empty one leaves it open.

    `text` is what it reads, holds (a row) or is named by; `quoted` says that these are its very words. `ordinal` picks
    among equals: 1 is the first, -1 the last. `most` picks by a measure, `colour` and `shape` are plain English names.
    `part` means a piece of the text that stands there. `it` means the one whose turn it is in a `ForEach`.
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
    part: Part = ""
    it: bool = False

    def __str__(self) -> str:
        words = [_counted(self.ordinal), self.most or "", self.colour, self.shape or str(self.kind or "")]
        name = f"“{self.text}”" if self.text else ""
        said = [*filter(None, [*words, self.part, name, "it" if self.it else ""])] or ["what is there"]
        return " ".join([*said, *map(str, self.relations)])


TEXT_AREA = Target(kind=Kind.FIELD, most="largest")
"""A text area: the largest field, where nothing else is a window's page to write on."""

EMPTY_ROOM = "empty area"
"""The shape of room where nothing stands."""

IT = Target(it=True)
"""The one whose turn it is in a `ForEach`."""


def _counted(ordinal: int) -> str:
    if ordinal < 0:
        return "the last" if ordinal == -1 else f"number {-ordinal} from the end of"
    return f"number {ordinal} of" if ordinal else ""
