"""Dragging, resizing, scrolling."""

import re

from model.reader.language.making.pointing import each, pointed
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Make, Steps
from model.reader.language.things.nouns import as_field
from model.reader.language.things.targets import (
    read_meant,
    read_place,
    read_target,
)
from model.reader.language.words.numbers import read_number
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import (
    IT,
    Direction,
    Drag,
    Most,
    Relation,
    Resize,
    Scroll,
    Target,
)
from model.sight.element import Kind

_MOST_NOTCHES = 50  # in one action
_STEP = 100  # pixels of a drag that names a direction alone
_DIRECTIONS: dict[str, Direction] = {
    "up": "up", "down": "down", "left": "left", "right": "right", "上": "up", "下": "down", "左": "left", "右": "right",
}  # fmt: skip
_SIGNS: dict[Direction, tuple[int, int]] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
_CORNERS: dict[str, Most] = {
    "center": "central", "centre": "central", "middle": "central",
    "top left": "top left", "upper left": "top left", "top right": "top right", "upper right": "top right",
    "bottom left": "bottom left", "lower left": "bottom left", "bottom right": "bottom right",
    "lower right": "bottom right",
}  # fmt: skip
_LESS = {"smaller", "narrower", "lower", "shorter", "小", "窄", "矮", "短"}
_LEVEL = re.compile(
    r"(?:volume|brightness|contrast|speed|sound|音量|声音|亮度|对比度|速度|字号|字体|比例)$", re.IGNORECASE
)
"""What has a height and no edge to drag."""
_UPRIGHT, _ACROSS = {"taller", "lower", "shorter", "higher", "高", "矮", "长", "短"}, {"wider", "narrower", "宽", "窄"}


def drag(filled: Filled) -> Steps:
    """`source` onto `target`."""
    meant, target = read_meant(filled["source"]), read_target(filled["target"])
    return each(meant, Drag(IT, target)) if meant.several else [Drag(pointed(meant.target, filled["source"]), target)]


def drag_it(filled: Filled) -> Steps:
    """What was spoken of last, onto `target`."""
    return [Drag(IT, read_target(filled["target"]))]


def drag_to_corner(filled: Filled) -> Steps:
    """`source` to the place among its equals that a `corner` names."""
    words = " ".join(filled["corner"].words.lower().replace("-", " ").split())
    return [Drag(read_target(filled["source"]), Target(most=_CORNERS[words]))]


def drag_before(filled: Filled) -> Steps:
    """`source` before `target`."""
    return [Drag(read_target(filled["source"]), read_target(filled["target"]), place="before")]


def drag_after(filled: Filled) -> Steps:
    """`source` after `target`."""
    return [Drag(read_target(filled["source"]), read_target(filled["target"]), place="after")]


def drag_first(filled: Filled) -> Steps:
    """`source` to the beginning of its list."""
    first = Target(kind=Kind.LIST_ITEM, ordinal=1)
    return [Drag(read_target(filled["source"]), first, place="before")]


def drag_last(filled: Filled) -> Steps:
    """`source` to the end of its list."""
    last = Target(kind=Kind.LIST_ITEM, ordinal=-1)
    return [Drag(read_target(filled["source"]), last, place="after")]


def drag_by(filled: Filled) -> Steps:
    """`source` by `pixels`, or by a little, in a `direction`."""
    x, y = _SIGNS[_direction(filled)]
    pixels = int(filled["pixels"].words) if filled["pixels"] else _STEP
    return [Drag(read_target(filled["source"]), by=(x * pixels, y * pixels))]


def drag_one(filled: Filled) -> Steps | None:
    """`source` past its neighbour in a list, in a `direction`: up or down."""
    source, direction = read_target(filled["source"]), _direction(filled)
    if direction not in ("up", "down"):
        return None
    neighbour = Target(kind=Kind.LIST_ITEM, relations=(Relation("above" if direction == "up" else "below", source),))
    return [Drag(source, neighbour, place="before" if direction == "up" else "after")]


def resize(filled: Filled) -> Steps:
    """`target`, its `side`, and the `change`."""
    change, side = filled["change"].words.lower(), filled["side"].words.lower()
    step = -_STEP if change in _LESS else _STEP
    wide = side in ("width", "size") or (not side and change not in _UPRIGHT)
    high = side in ("height", "size") or (not side and change not in _ACROSS)
    if _LEVEL.search(filled["target"].words):
        raise InstructionError(f"I can only set “{filled['target']}” to a value that is said")
    return [Resize(as_field(read_target(filled["target"])), (step * wide, step * high))]


def scroll(filled: Filled) -> Steps:
    """In a `direction` by `number` notches, over `target`: what the pointer shall be over."""
    notches = max(1, round(read_number(filled["number"].words))) if filled["number"] else Scroll.notches
    full, rest = divmod(notches, _MOST_NOTCHES)
    area, direction = _area(filled["target"]), _direction(filled)
    return [Scroll(direction, n, area) for n in [*[_MOST_NOTCHES] * full, rest] if n]


def scroll_to_end(direction: Direction) -> Make:
    """Make a scroll to the end, over `target`."""
    return lambda filled: [Scroll(direction, target=_area(filled["target"]), to_end=True)]


def scroll_until(filled: Filled) -> Steps:
    """In a `direction` until `until` shows, over `target`."""
    return [Scroll(_direction(filled), target=_area(filled["target"]), until=read_target(filled["until"]))]


def _direction(filled: Filled) -> Direction:
    return _DIRECTIONS[filled["direction"].words.lower() or "down"]


def _area(phrase: Phrase) -> Target | None:
    if not phrase:
        return None
    target = as_field(read_place(phrase))
    return None if target == Target() else target
