"""Selecting cells: the first is clicked, the last with Shift held; what is not in view is gone to by its address.

That a cell is the current one is read in the field for its address; that several are selected shows by their ground.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.reader.acting.place import Place
from model.reader.acting.sheets.going import is_named, name
from model.reader.acting.way import Act, click, press
from model.reader.address import Cells
from model.reader.finding.sheets.sheet import Sheet, current_cell
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

MARKED = "marked"
IN_SHEET = {"sheet": True}
"""The note that says in which way an instruction is carried out."""

_OTHER = 8  # levels by which a selected cell's ground differs


@dataclass(frozen=True)
class Marking:
    """What selecting cells has come to: which of several is due, and what was done for it."""

    number: int
    at: str

    @classmethod
    def of(cls, stage: str) -> "Marking":
        """Return what a stage says."""
        at, _, number = stage.partition(" ")
        return cls(int(number or 0), at)


def mark(several: Sequence[Cells], sheet: Sheet, place: Place, scene: Scene) -> Act | None:
    """Return what comes next until all of these cells are selected; None then."""
    reached = Marking.of(place.stage)
    number, at = (reached.number + 1, "") if reached.at == MARKED else (reached.number, reached.at)
    if number >= len(several) or at not in ("", "first", "named"):
        return None
    cells = several[number]
    if at == "named":
        return Act(f"{MARKED} {number}", press("enter"))
    first, last = (sheet.box_of(end) for end in cells.ends)
    if first is None or last is None:
        return Act(f"named {number}", name(cells, sheet, scene), IN_SHEET)
    if at == "first":
        return Act(f"{MARKED} {number}", {**click(last, scene), "modifiers": ["shift"]}, _ground(last, scene))
    action = click(first, scene)
    stage = "first" if cells.is_range else MARKED
    return Act(f"{stage} {number}", {**action, "modifiers": ["ctrl"]} if number else action, IN_SHEET)


def marked(several: Sequence[Cells], sheet: Sheet, place: Place, scene: Scene) -> bool | None:
    """Say whether the cells that were tried are selected; None where any change has to do for it."""
    tried = Marking.of(place.trying)
    cells = several[tried.number]
    if tried.at == "named":
        return is_named(cells, sheet, scene)
    if tried.at == "first" or not cells.is_range:
        return is_current(cells.ends[0], sheet, scene)
    ground, box = place.notes.get("ground"), sheet.box_of(cells.ends[1])
    if not isinstance(ground, list) or box is None:
        return None
    return bool(np.abs(_ground_of(box, scene) - np.array(ground)).max() > _OTHER) or current_cell(sheet, scene) == cells


def is_current(cell: Cells, sheet: Sheet, scene: Scene) -> bool | None:
    """Say whether a cell is the current one; None where the sheet does not say."""
    current = current_cell(sheet, scene)
    return None if current is None else current.ends[0] == cell


def _ground(box: PixelBox, scene: Scene) -> dict[str, list[int]]:
    return {"ground": [int(level) for level in _ground_of(box, scene)]}


def _ground_of(box: PixelBox, scene: Scene) -> np.ndarray:
    part = scene.pixels[int(box.y1) + 3 : int(box.y2) - 3, int(box.x1) + 3 : int(box.x2) - 3].reshape(-1, 3)
    return np.median(part, axis=0) if part.size else np.zeros(3)
