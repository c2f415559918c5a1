"""What applications can be told by their own menus and keys. Values only."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.reader.plan.target import Target

Command: TypeAlias = Literal[
    "copy", "cut", "paste", "undo", "redo", "save", "select all", "new", "close", "reload", "back", "forward",
    "delete", "bold", "italic", "underline", "zoom in", "zoom out", "new tab", "print",
]  # fmt: skip

OF_SELECTED = frozenset({"bold", "italic", "underline", "copy", "cut"})
"""Commands that do nothing to a text before it is selected."""


@dataclass(frozen=True)
class Press:
    """Press keys together."""

    keys: tuple[str, ...]

    def __str__(self) -> str:
        return f"press {'+'.join(self.keys)}"


@dataclass(frozen=True)
class Edit:
    """One of the usual commands, by its keys or its menu entry, on what is selected or on a target."""

    command: Command
    target: Target | None = None

    def __str__(self) -> str:
        return f"{self.command} {self.target}" if self.target else self.command


@dataclass(frozen=True)
class OpenApp:
    """Open an application by its name."""

    name: str

    def __str__(self) -> str:
        return f"open the application “{self.name}”"


@dataclass(frozen=True)
class SwitchTo:
    """Bring a window to the front, by its title or its application's name."""

    name: str

    def __str__(self) -> str:
        return f"switch to the window “{self.name}”"


@dataclass(frozen=True)
class CloseDialog:
    """Close the dialog in front, or the one named."""

    target: Target | None = None

    def __str__(self) -> str:
        return f"close {self.target}" if self.target else "close the dialog"


@dataclass(frozen=True)
class Turn:
    """Go to the next or the previous page of a list."""

    to: Literal["next", "previous", "first", "last"] = "next"

    def __str__(self) -> str:
        return f"go to the {self.to} page"


@dataclass(frozen=True)
class SaveAs:
    """Save under a name, the dialog filled in."""

    name: str

    def __str__(self) -> str:
        return f"save as “{self.name}”"


@dataclass(frozen=True)
class OpenFile:
    """Open a file by its name, the dialog filled in."""

    name: str

    def __str__(self) -> str:
        return f"open the file “{self.name}”"


@dataclass(frozen=True)
class Find:
    """Look for text with the application's own search."""

    text: str

    def __str__(self) -> str:
        return f"find “{self.text}”"


@dataclass(frozen=True)
class PrintTo:
    """Print to a file."""

    name: str

    def __str__(self) -> str:
        return f"print to the file “{self.name}”"
