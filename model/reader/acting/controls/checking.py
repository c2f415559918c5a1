"""Ticking boxes and choosing radio buttons: only those that are not so yet, each looked at again then."""

from dataclasses import replace

from model.reader.acting.place import Place
from model.reader.acting.way import Act, CannotError, Way, click, press
from model.reader.answer import box_2d, from_thousandths
from model.reader.finding.candidate import Candidate, inside_only
from model.reader.finding.find import find_one
from model.reader.finding.named.naming import host_of
from model.reader.plan import Check, Target
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

BOXES = frozenset({Kind.CHECKBOX, Kind.RADIO})
_BESIDE = 4.0  # heights of a label's line between it and its box


def _check(due: Check, place: Place, scene: Scene) -> Act | None:
    done = int(place.stage or 0)
    if not due.targets:
        box = next((box for box in boxes_in(due.within, scene) if box.checked is not due.on), None)
        return switch(box.box, str(done + 1), place, scene) if box else None
    for number, target in enumerate(due.targets[done:], start=done + 1):
        found = box_for(target, scene)
        if found.element is None or found.element.checked is not due.on:
            return switch(found.box, str(number), place, scene)
        scene.think(f"{target} is {'ticked' if due.on else 'not ticked'} already.")
    return None


def switch(box: PixelBox, stage: str, place: Place, scene: Scene) -> Act:
    """Return the click on a box, or, where that had no effect, the space bar on it."""
    keys = {"switched": box_2d(box, scene.image)[0]}
    return Act(stage, press("space") if place.tries > 1 else click(box, scene), keys)


def _checked(due: Check, place: Place, scene: Scene) -> bool | None:
    return switched_to(due.on, place, scene)


def switched_to(on: bool, place: Place, scene: Scene) -> bool | None:
    """Say whether the box that was clicked is so now; None where no box can be seen there."""
    edges = place.notes.get("switched")
    if not isinstance(edges, list):
        return None
    box = from_thousandths(edges, scene.image.size)
    element = host_of(box, [e for e in scene.elements if e.kind in BOXES])
    return None if element is None or element.checked is None else element.checked is on


def box_for(target: Target, scene: Scene) -> Candidate:
    """Return the box that a target labels, or its words where no box is seen beside them. Raises `NotFoundError`."""
    found = find_one(target if target.kind else replace(target, kind=Kind.CHECKBOX), scene).place
    if found.kind in BOXES:
        return found
    beside = _beside(found.box, scene)
    return inside_only(beside) if beside else found


def boxes_in(within: Target | None, scene: Scene) -> list[Element]:
    """Return the check boxes of the screen, or of a part of it."""
    area = find_one(within, scene).place.area if within else None
    return [
        element
        for element in scene.elements
        if element.kind is Kind.CHECKBOX and (area is None or area.has(element.box.centre) or element.part_of == area)
    ]


def _beside(label: PixelBox, scene: Scene) -> Element | None:
    """Return the box on a label's line that no other words name, the one close before it first."""
    nameless = [e for e in scene.elements if e.kind in BOXES and not e.label]
    boxes = [e for e in nameless if abs(e.box.centre[1] - label.centre[1]) < label.height]
    near = [box for box in boxes if _gap(box.box, label) <= _BESIDE * label.height]
    return min(near, key=lambda box: (box.box.x1 > label.x1, _gap(box.box, label)), default=None)


def _gap(box: PixelBox, label: PixelBox) -> float:
    return max(label.x1 - box.x2, box.x1 - label.x2, 0.0)


def all_boxes(on: bool, stage: str, place: Place, scene: Scene) -> Act | None:
    """Return the next click until every check box is so. Raises `CannotError` where there are none to be seen."""
    boxes = boxes_in(None, scene)
    if not boxes and on:
        raise CannotError(f"I see no check boxes here; the screen reads: {scene.reading()}.")
    wrong = next((box for box in boxes if box.checked is not on), None)
    return switch(wrong.box, stage, place, scene) if wrong else None


CHECK: Way[Check] = Way(_check, seen=_checked, tries=3)
