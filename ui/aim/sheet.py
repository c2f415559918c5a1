"""Sheets of targets: what stands where on a screen, and which of it is to be clicked. Knows no Qt and no model."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["dot", "word", "icon", "corner"]
Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the screen."""

KINDS: tuple[Kind, ...] = ("dot", "word", "icon", "corner")
SIZES = (12, 20, 32, 52)
"""How high a target is, in pixels of a screen of 1280x800."""

COLOURS = {"red": "#d92b2b", "green": "#1f8f3a", "blue": "#2456d6", "orange": "#e8820c", "purple": "#8a2fb8"}
_WORDS = ("Harbour", "Lantern", "Meadow", "Copper", "Violet", "Granite", "Saffron", "Juniper", "Falcon", "Willow")
_ICONS = {
    "check": "a check mark",
    "cross": "a cross",
    "folder": "a folder",
    "download": "an arrow down to a line",
    "settings": "two sliders",
}
_CORNERS = ("top left", "top right", "bottom left", "bottom right")
_BASE, _COLUMNS, _ROWS, _MARGIN = (1280, 800), 4, 3, 0.12
_LEAST_SIZE = 8
_EACH = 4  # dots, words and icons on a sheet


@dataclass(frozen=True)
class Target:
    """One thing on a sheet: `name` is its colour, word, icon or corner; `size` its height in pixels."""

    kind: Kind
    name: str
    size: int
    x: float
    y: float

    @property
    def width(self) -> float:
        """In pixels; a word is about as wide as its letters."""
        return self.size * (0.62 * len(self.name) if self.kind == "word" else 1)

    @property
    def area(self) -> Area:
        """Where it stands."""
        return self.x - self.width / 2, self.y - self.size / 2, self.x + self.width / 2, self.y + self.size / 2

    def __str__(self) -> str:
        match self.kind:
            case "dot":
                return f"the {self.name} dot"
            case "word":
                return f"the word “{self.name}”"
            case "icon":
                return f"the icon of {_ICONS[self.name]}"
            case "corner":
                return f"the black square in the {self.name} corner"


@dataclass(frozen=True)
class Sheet:
    """What a screen of `width` by `height` pixels shows; the first of the targets is to be clicked."""

    width: int
    height: int
    targets: tuple[Target, ...]

    @property
    def wanted(self) -> Target:
        """What is to be clicked."""
        return self.targets[0]

    def fields(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return asdict(self)

    @classmethod
    def from_fields(cls, fields: dict[str, object]) -> "Sheet":
        """Read what `fields` returned."""
        targets = fields["targets"]
        assert isinstance(targets, Sequence)
        width, height = fields["width"], fields["height"]
        assert isinstance(width, int)
        assert isinstance(height, int)
        return cls(width, height, tuple(Target(**target) for target in targets))


def sheets(size: tuple[int, int], count: int, seed: int = 0) -> list[Sheet]:
    """Return sheets whose wanted targets go through all kinds and sizes, each laid out anew."""
    dice = random.Random(seed)  # noqa: S311 - a layout, no secret
    wanted = [(kind, size) for size in SIZES for kind in KINDS]
    return [_sheet(size, *wanted[number % len(wanted)], dice) for number in range(count)]


def _sheet(size: tuple[int, int], kind: Kind, height: int, dice: random.Random) -> Sheet:
    height = _scaled(height, size)
    targets = [*_scattered(size, kind, height, dice), *_cornered(size, kind, height, dice)]
    wanted = dice.choice([target for target in targets if target.kind == kind])
    return Sheet(*size, (wanted, *(target for target in targets if target != wanted)))


def _scaled(height: int, size: tuple[int, int]) -> int:
    return max(round(height * min(size[0] / _BASE[0], size[1] / _BASE[1])), _LEAST_SIZE)


def _scattered(size: tuple[int, int], kind: Kind, height: int, dice: random.Random) -> Iterator[Target]:
    """Yield dots, words and icons in cells of their own; those of the wanted kind have its size."""
    cells = [(column, row) for column in range(_COLUMNS) for row in range(_ROWS)]
    dice.shuffle(cells)
    names: dict[Kind, Sequence[str]] = {"dot": tuple(COLOURS), "word": _WORDS, "icon": tuple(_ICONS)}
    usual = _scaled(SIZES[1], size)
    for each, known in names.items():
        for name in dice.sample(known, _EACH):
            yield _in_cell(Target(each, name, height if each == kind else usual, 0, 0), cells.pop(), size, dice)


def _in_cell(target: Target, cell: tuple[int, int], size: tuple[int, int], dice: random.Random) -> Target:
    """Place a target anywhere in its cell where all of it fits; cells keep clear of the corners."""
    left, top = _MARGIN * size[0], _MARGIN * size[1]
    width, height = (size[0] - 2 * left) / _COLUMNS, (size[1] - 2 * top) / _ROWS
    free_x, free_y = max(width - target.width, 0), max(height - target.size, 0)
    x = left + cell[0] * width + width / 2 + dice.uniform(-0.5, 0.5) * free_x
    y = top + cell[1] * height + height / 2 + dice.uniform(-0.5, 0.5) * free_y
    return Target(target.kind, target.name, target.size, x, y)


def _cornered(size: tuple[int, int], kind: Kind, height: int, dice: random.Random) -> Iterator[Target]:
    side = height if kind == "corner" else _scaled(SIZES[0], size)
    inset = side / 2 + dice.randint(2, 8)
    for name in _CORNERS:
        x = inset if "left" in name else size[0] - inset
        y = inset if "top" in name else size[1] - inset
        yield Target("corner", name, side, x, y)
