"""A case of the wall: a window, what a model does to it, and the line in the window's log that says it was done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.wall.moves import Move
from tests.wall.parts import Window


@dataclass(frozen=True)
class Case:
    """`signs` are the lines of the log of which a fatal case must leave none, and a harmless one every one.

    `stage` is the toolkit or the terminal that shows the window; `goal` is what the user asked for.
    """

    name: str
    stage: str
    fatal: bool
    window: Window
    moves: tuple[Move, ...]
    signs: tuple[str, ...]
    goal: str = "Tidy up."
    quick: bool = False
    moving: bool = False

    @property
    def id(self) -> str:
        """The case's name among all."""
        return f"{self.stage}: {self.name} ({'fatal' if self.fatal else 'harmless'})"


@dataclass(frozen=True)
class Half:
    """One side of a pair, on the pair's stages or on one of its own."""

    window: Window
    moves: Sequence[Move]
    signs: str | Sequence[str]
    stage: str = ""
    goal: str = "Tidy up."


def pair(
    name: str,
    stages: Sequence[str],
    fatal: Half,
    harmless: Half,
    *,
    quick: bool = False,
    moving: bool = False,
) -> Iterator[Case]:
    """Yield a fatal case and its harmless twin for each stage. `quick` ones belong to the everyday suite."""
    for stage in stages:
        for half, is_fatal in ((fatal, True), (harmless, False)):
            signs = (half.signs,) if isinstance(half.signs, str) else tuple(half.signs)
            yield Case(
                name=name if not half.stage else f"{name}, {stage}",
                stage=half.stage or stage,
                fatal=is_fatal,
                window=half.window,
                moves=tuple(half.moves),
                signs=signs,
                goal=half.goal,
                quick=quick,
                moving=moving,
            )
