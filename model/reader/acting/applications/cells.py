"""Cells of a spreadsheet by their addresses, typed into the box that shows where one is: every spreadsheet has it.

Where no such box is on the screen, an address is looked for as any other words are.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.reader.acting.controls.fields import INPUTS
from model.reader.acting.place import Place
from model.reader.acting.way import Act, Next, Way, press, replace_text
from model.reader.finding.find import NotFoundError, find_all
from model.reader.plan import Clear, Click, Edit, Instruction, Press, Select, SetValue, Target, Type
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.locate import Closeness, says
from model.sight.text_line import PixelBox

_ONE = r"[A-Z]{1,3}[1-9]\d{0,5}"
_ADDRESS = re.compile(rf"({_ONE})(?:\s*(?::|-|–|~|\bto\b|\bthrough\b|到|至)\s*({_ONE}))?", re.IGNORECASE)
_SHOWN = re.compile(rf"\s*{_ONE}(?:\s*[:：]\s*{_ONE})?(?![A-Za-z0-9])")
"""What the box reads, before its arrow."""
_NAMED, _THERE = "address typed", "at the cell"
_WIDER = 2.0  # times as wide as the box is the line beside it, which shows what a cell holds


def by_address(due: Instruction, ways: Mapping[type, Way[Any]]) -> Way[Any]:
    """Return the way of an instruction on a cell: first there, then what is left to do, on what has the focus."""
    usual, address = ways[type(due)], address_of(due)

    def act(due: Instruction, place: Place, scene: Scene) -> Next:
        box = _name_box(scene)
        if place.stage == _NAMED:
            return Act(_THERE, press("enter"), {"cell": address})
        if box and not place.stage and not place.notes.get("cell"):
            return Act(_NAMED, replace_text(address, box, scene))
        if not place.notes.get("cell"):
            if not place.stage:
                _refuse_lookalike(due, scene)
            return usual.act(due, place, scene)
        left = _left_to_do(due, scene.following)
        beyond = replace(place, stage=_beyond(place.stage))
        return ways[type(left)].act(left, beyond, scene) if left else None

    def seen(due: Instruction, place: Place, scene: Scene) -> bool | None:
        if place.trying in (_NAMED, _THERE):
            box = _name_box(scene)
            shown = (address, address.split(":")[0]) if place.trying == _THERE else (address,)
            return box is not None and any(says(cells, scene.text_in(box)) for cells in shown)
        left = _left_to_do(due, scene.following) if place.notes.get("cell") else due
        return ways[type(left)].seen(left, place, scene) if left else None

    return Way(act, seen, once=usual.once, tries=usual.tries)


def address_of(due: Instruction) -> str:
    """Return the address of the cell or cells that an instruction is about: "A1:B3"; nothing for all others."""
    target = _target_of(due)
    match = _ADDRESS.fullmatch(target.text.strip()) if target else None
    if target is None or match is None:
        return ""
    is_meant = target == replace(Target(target.text), kind=target.kind, quoted=target.quoted)
    is_cell = target.kind is Kind.CELL or (target.kind is None and not isinstance(due, Click))
    return ":".join(filter(None, match.groups())).upper() if is_meant and is_cell else ""


def _target_of(due: Instruction) -> Target | None:
    match due:
        case Click(target, "left", 1, 0.0, ()) | Select((target,), None) | SetValue(target):
            return target
        case Type(_, Target() as target) | Clear(Target() as target) | Edit(_, Target() as target):
            return target
        case _:
            return None


def _left_to_do(due: Instruction, following: Instruction | None) -> Instruction | None:
    """Return what is done at the cell. What is typed into a cell stands in it once Enter is pressed."""
    match due:
        case Type():
            return replace(due, target=None, enter=due.enter or not isinstance(following, Press))
        case SetValue(value=value):
            return Type(value, enter=True)
        case Clear():
            return Press(("delete",))
        case Edit():
            return replace(due, target=None)
        case _:
            return None


def _beyond(stage: str) -> str:
    return "" if stage == _THERE else stage


def _refuse_lookalike(due: Instruction, scene: Scene) -> None:
    """Raise `NotFoundError` where nothing reads just the address: the row 83 is not the cell B3."""
    target = _target_of(due)
    if target and not any(place.closeness <= Closeness.SAME for place in find_all(target, scene)):
        raise NotFoundError(target)


def _name_box(scene: Scene) -> PixelBox | None:
    """Return the box that reads the address of the cell where one is: left of the line that shows what that holds."""
    inputs = [e for e in scene.elements if e.kind in INPUTS]
    reading = [e for e in inputs if _SHOWN.match(e.text)]
    boxes = [e.box for e in reading if any(_is_line(other, e.box) for other in inputs)]
    return min(boxes, key=lambda box: box.y1, default=None)


def _is_line(other: Element, box: PixelBox) -> bool:
    is_level = abs(other.box.centre[1] - box.centre[1]) < box.height / 2
    return is_level and other.box.x1 >= box.x2 and other.box.width >= _WIDER * box.width
