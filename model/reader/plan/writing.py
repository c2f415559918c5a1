"""What is done with text. Values only."""

from dataclasses import dataclass

from model.reader.plan.target import Target


@dataclass(frozen=True)
class Type:
    """Type text into the field that a target names, or into what has the focus; `enter` presses Enter then.

    With `reading`, what is typed is what that target reads on the screen, and `text` is empty.
    """

    text: str
    target: Target | None = None
    enter: bool = False
    reading: Target | None = None

    def __str__(self) -> str:
        what = f"what {self.reading} reads" if self.reading else f"{len(self.text)} characters"
        into = f" into {self.target}" if self.target else ""
        return f"type {what}{into}{' and press enter' if self.enter else ''}"


@dataclass(frozen=True)
class Clear:
    """Empty a field: the one that a target names, or what has the focus."""

    target: Target | None = None

    def __str__(self) -> str:
        return f"clear {self.target}" if self.target else "clear the field"


@dataclass(frozen=True)
class Highlight:
    """Select text, as with the mouse dragged across it: a target's words, or what `Target.part` says of it."""

    target: Target

    def __str__(self) -> str:
        return f"select the text {self.target}"
