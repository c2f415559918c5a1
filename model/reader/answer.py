"""The reader's answers in GLM's format, written and read back.

Knows the notation (`Memory:`, `Reason:`, `Action:` with JSON), not what the actions mean.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image

from model.base import Turn
from model.reader.acting.place import Place, read_line
from model.sight.text_line import PixelBox

Json: TypeAlias = str | int | float | bool | list[str] | list[list[int]]
ActionFields: TypeAlias = Mapping[str, Json]

_REPLACES = '"override": true'
_BOX = re.compile(r'"(?:to_)?box_2d": \[\[(\d+), (\d+), (\d+), (\d+)\]\]')


@dataclass(frozen=True)
class Answer:
    """What the reader decided: the place after it, a reason, and the action's fields as the JSON dialect has them."""

    place: Place
    reason: str
    action: ActionFields

    def text(self, total: int) -> str:
        """Return the three labelled parts; `total` is the number of instructions."""
        action = json.dumps(self.action, ensure_ascii=False).replace("<", "\\u003c")  # text must not pass for a mark
        reason = " ".join(self.reason.split())  # on one line: it quotes the goal
        return f"{self.place.line(total)}\nReason: {reason}\nAction: {action}"


def read_place(turns: Sequence[Turn]) -> tuple[Place, Turn | None]:
    """Return where the reader's last own answer left it, and what became of that answer."""
    for turn in reversed(turns):
        if place := read_line(turn.answer):
            return place, turn
    return Place(), None


def last_point(turns: Sequence[Turn], size: tuple[int, int]) -> tuple[float, float] | None:
    """Return where the last action on a box was, in pixels of a screenshot of that size."""
    for turn in reversed(turns):
        boxes = _BOX.findall(turn.answer)
        if boxes:
            x1, y1, x2, y2 = map(int, boxes[-1])
            return (x1 + x2) / 2000 * size[0], (y1 + y2) / 2000 * size[1]
    return None


def last_field(turns: Sequence[Turn], size: tuple[int, int]) -> PixelBox | None:
    """Return the field, in pixels of a screenshot of that size, whose text the last typing replaced."""
    for turn in reversed(turns):
        if '"action_type": "wait"' in turn.answer:
            continue
        box = _BOX.search(turn.answer) if _REPLACES in turn.answer else None
        return from_thousandths([int(edge) for edge in box.groups()], size) if box else None
    return None


def from_thousandths(edges: Sequence[int], size: tuple[int, int]) -> PixelBox:
    """Return a box of thousandths in pixels of a screenshot of that size."""
    x1, y1, x2, y2 = (edge / 1000 for edge in edges)
    return PixelBox(x1 * size[0], y1 * size[1], x2 * size[0], y2 * size[1])


def box_2d(box: PixelBox, image: Image.Image) -> list[list[int]]:
    """Return a box of the screenshot in thousandths of its size, 0 to 999."""
    scale = (1000 / image.width, 1000 / image.height)
    return [[min(max(round(edge * scale[place % 2]), 0), 999) for place, edge in enumerate(box)]]
