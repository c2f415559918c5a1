"""Goes to cells by the field that reads the current cell's address: the way to what is not in view."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.reader.acting.place import Place
from model.reader.acting.way import press, replace_text
from model.reader.address import Cells
from model.reader.answer import ActionFields, Answer
from model.reader.finding.find import NotFoundError
from model.reader.finding.sheets.sheet import Sheet, addressed, current_cell
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Kind

_MOST = 3  # goings for one instruction: two places may never be in view together
_DRAWN = 1.0  # seconds until the sheet shows where it went


def go_to(place: Place, missing: NotFoundError, scene: Scene) -> Answer | None:
    """Return the next step on the way to cells that are not in view; None where they have no way or were gone to."""
    cells, sheet = addressed(missing.target), scene.sheet
    if cells is None or sheet is None or sheet.name_box is None:
        return None
    went = int(str(place.notes.get("went", 0)))
    done, at = str(place.notes.get("going", "")).partition(" ")[::2]
    action: ActionFields
    match at if done == str(cells) else "":
        case "" if went < _MOST:
            went, at = went + 1, "named"
            action = name(cells, sheet, scene)
        case "named" if is_named(cells, sheet, scene):
            action, at = press("enter"), "entered"
        case "entered":
            action, at = {"action_type": "wait", "seconds": _DRAWN}, "waited"
        case _:
            return None
    notes: Mapping[str, Any] = {**place.notes, "going": f"{cells} {at}", "went": went}
    return Answer(replace(place, notes=notes), f"{missing.why}; I go there by its address.", action)


def name(cells: Cells, sheet: Sheet, scene: Scene) -> ActionFields:
    """Return the action that writes an address into the field for it."""
    if sheet.name_box is None:
        raise NotFoundError(
            Target(str(cells), kind=Kind.CELL), why=f"{cells} is not in view, and I see no field to go there by"
        )
    return replace_text(str(cells), sheet.name_box, scene)


def is_named(cells: Cells, sheet: Sheet, scene: Scene) -> bool:
    """Say whether the field reads the address; what it reads may be cut off where it is long."""
    current = current_cell(sheet, scene)
    return current == cells or current is None
