"""Which way an instruction is carried out whose targets are cells of a sheet, named by their address."""

from typing import Any

from model.reader.acting.applications.commanding import KEYS
from model.reader.acting.place import Place
from model.reader.acting.pointer.pointing import CLICK
from model.reader.acting.sheets.marking import MARKED, Marking, is_current, mark, marked
from model.reader.acting.sheets.writing import emptied, empty, write, written
from model.reader.acting.way import Act, Way, press
from model.reader.address import Cells
from model.reader.finding.find import NotFoundError
from model.reader.finding.sheets.sheet import Sheet, addressed
from model.reader.plan import Clear, Click, Edit, Highlight, Instruction, Select, SetValue, Target, Type
from model.reader.scene import Scene

_LAST = frozenset({"emptied", "commanded"})
_SILENT = frozenset({"copy", "bold", "italic", "underline"})
"""Commands that may change nothing that is seen."""


def is_in_sheet(due: Instruction, place: Place, scene: Scene) -> bool:
    """Say whether an instruction is about cells of the sheet that is there, or was when it was begun."""
    targets = _targets(due)
    if not targets or not all(addressed(target) and not target.relations for target in targets):
        return False
    return bool(place.notes.get("sheet")) or scene.sheet is not None


def _targets(due: Instruction) -> tuple[Target, ...]:
    match due:
        case Type(target=Target() as target) | SetValue(target=target) | Clear(target=Target() as target):
            return (target,)
        case Highlight(target) | Edit(target=Target() as target) | Click(target):
            return (target,)
        case Select(options, source=None, which="these"):
            return options
        case _:
            return ()


def _act(due: Instruction, place: Place, scene: Scene) -> Act | None:
    """Select the cells, and do then what is left; for that the sheet need not be seen."""
    several, reached = _cells(due), Marking.of(place.stage)
    match due:
        case Type() | SetValue():
            return write(due, place, scene)
        case Click() if not several[0].is_range:
            return CLICK.act(due, place, scene)  # type: ignore[return-value]
        case _ if place.stage in _LAST:
            return None
        case _ if reached == Marking(len(several) - 1, MARKED):
            return _left_to_do(due)
        case Clear():
            return empty(several[0], _sheet(due, scene), place, scene)
        case _:
            return mark(several, _sheet(due, scene), place, scene)


def _left_to_do(due: Instruction) -> Act | None:
    match due:
        case Clear():
            return Act("emptied", press("delete"))
        case Edit(command):
            return Act("commanded", press(*KEYS[command]))
        case _:
            return None


def _seen(due: Instruction, place: Place, scene: Scene) -> bool | None:
    sheet, several = _sheet(due, scene), _cells(due)
    match due:
        case Type() | SetValue():
            return written(due, several[0], sheet, place, scene)
        case Clear():
            return emptied(several[0], sheet, place, scene)
        case Click(button="left", clicks=1, seconds=0) if not several[0].is_range:
            return is_current(several[0], sheet, scene)
        case Click() if not several[0].is_range:
            return None
        case Edit(command) if place.trying == "commanded":
            return True if command in _SILENT else None
        case _:
            return marked(several, sheet, place, scene)


def _cells(due: Instruction) -> list[Cells]:
    return [cells for target in _targets(due) if (cells := addressed(target))]


def _sheet(due: Instruction, scene: Scene) -> Sheet:
    """Return the sheet. Raises `NotFoundError` where it is no longer to be seen."""
    if scene.sheet is None:
        raise NotFoundError(_targets(due)[0], why="The sheet is no longer to be seen")
    return scene.sheet


IN_SHEET: Way[Any] = Way(_act, seen=_seen, once=frozenset({"written", "entered", "commanded", "emptied"}))
