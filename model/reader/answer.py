"""The reader's answers in GLM's format, written and read back: its Memory line is how it keeps its place.

Knows the notation (`Memory:`, `Reason:`, `Action:` with JSON), not what the actions mean.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PIL import Image

from model.base import Turn
from model.sight.text_line import PixelBox

Json: TypeAlias = str | int | float | bool | list[str] | list[list[int]]
ActionFields: TypeAlias = Mapping[str, Json]

_MEMORY = re.compile(
    r"^Memory: (?P<done>\d+) of \d+ done(?:, looked (?P<looks>\d+) times in vain)?"
    r"(?:, tried (?P<unseen>\d+) times without effect)?\.",
    re.MULTILINE,
)
_KIND = re.compile(r'^Action: \{"action_type": "(\w+)"', re.MULTILINE)
_SHOWN = re.compile(
    r'^Action: \{"action_type": "(?:click|drag|input_text|open_app|press_keys", "keys": \["enter"\])', re.M
)
"""Actions that are to change the screen. Other keys may copy or save, and a list may be at its end already."""

_REPLACES = '"override": true'
_BOX = re.compile(r'"(?:to_)?box_2d": \[\[(\d+), (\d+), (\d+), (\d+)\]\]')


@dataclass(frozen=True)
class Place:
    """Where the reader stands: instructions done, vain looks for the next one's target, and what failed of it.

    `unseen` counts tries of the next one that changed nothing on the screen; `waited` says that this was also waited
    for after the last of them. `typed` says that the last one typed a text, on a screen that then changed.
    """

    done: int = 0
    looks: int = 0
    failures: tuple[str, ...] = ()
    unseen: int = 0
    waited: bool = False
    typed: bool = False


@dataclass(frozen=True)
class Answer:
    """What the reader decided: the place after it, a reason, and the action's fields as the JSON dialect has them."""

    place: Place
    reason: str
    action: ActionFields

    def text(self, total: int) -> str:
        """Return the three labelled parts; `total` is the number of instructions."""
        looks = f", looked {self.place.looks} times in vain" if self.place.looks else ""
        tries = f", tried {self.place.unseen} times without effect" if self.place.unseen else ""
        action = json.dumps(self.action, ensure_ascii=False).replace("<", "\\u003c")  # text must not pass for a mark
        reason = " ".join(self.reason.split())  # on one line: it quotes the goal
        return f"Memory: {self.place.done} of {total} done{looks}{tries}.\nReason: {reason}\nAction: {action}"


def read_place(turns: Sequence[Turn]) -> Place:
    """Return where the reader's own earlier answers, and what became of them, leave it."""
    notes = [(match, turn) for turn in turns if (match := _MEMORY.search(turn.answer))]
    if not notes:
        return Place()
    note, turn = notes[-1]
    done, looks, unseen = (int(note[part] or 0) for part in ("done", "looks", "unseen"))
    if failures := _failures(notes):
        return Place(done - 1, 0, failures, unseen, waited=unseen > 0)
    kind = _KIND.search(turn.answer)
    if looks or not kind:
        return Place(done, looks, unseen=unseen, waited=unseen > 0)
    if kind[1] == "wait" and unseen:
        return Place(done + 1) if turn.changed else Place(done, unseen=unseen, waited=True)
    if turn.changed is False and _SHOWN.search(turn.answer):
        return Place(done - 1, unseen=unseen + 1)
    return Place(done, typed=kind[1] == "input_text" and turn.changed is not None)


def _failures(notes: Sequence[tuple[re.Match[str], Turn]]) -> tuple[str, ...]:
    """Return what was said of the tries of the last instruction, the newest first, if these all failed."""
    failures: list[str] = []
    for note, turn in reversed(notes):
        if not turn.failed or note["looks"] or note["done"] != notes[-1][0]["done"]:
            break
        failures.append(turn.outcome)
    return tuple(failures)


def last_point(turns: Sequence[Turn], size: tuple[int, int]) -> tuple[float, float] | None:
    """Return where the last action on a box was, in pixels of a screenshot of that size."""
    for turn in reversed(turns):
        boxes = _BOX.findall(turn.answer)
        if boxes:
            x1, y1, x2, y2 = map(int, boxes[-1])
            return (x1 + x2) / 2000 * size[0], (y1 + y2) / 2000 * size[1]
    return None


def last_field(turns: Sequence[Turn], size: tuple[int, int]) -> PixelBox | None:
    """Return the field, in pixels of a screenshot of that size, whose text the last action replaced."""
    answer = turns[-1].answer if turns else ""
    box = _BOX.search(answer) if _REPLACES in answer else None
    if box is None:
        return None
    x1, y1, x2, y2 = (int(edge) / 1000 for edge in box.groups())
    return PixelBox(x1 * size[0], y1 * size[1], x2 * size[0], y2 * size[1])


def box_2d(box: PixelBox, image: Image.Image) -> list[list[int]]:
    """Return a box of the screenshot in thousandths of its size, 0 to 999."""
    scale = (1000 / image.width, 1000 / image.height)
    return [[min(max(round(edge * scale[place % 2]), 0), 999) for place, edge in enumerate(box)]]
