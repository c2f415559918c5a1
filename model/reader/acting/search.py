"""What is done where a target is not on the screen: wait for it, scroll to it, then say what is there instead."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.reader.acting.place import Place
from model.reader.acting.way import wheel
from model.reader.answer import ActionFields, Answer
from model.reader.finding.find import NotFoundError
from model.reader.plan import Instruction, WaitFor
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_LOOKS = 3  # for a target, where it should be there already
_LOOKS_WAITING = 10  # for a target that is waited for
_LONGEST_WAIT = 5.0  # seconds between two looks
_NOTCHES = 3  # of a search: what stands on the screen before is still in part there after
_MOST_TURNS = 40  # of the wheel in one search


def look_again(place: Place, due: Instruction, missing: NotFoundError, scene: Scene) -> Answer:
    """Wait a little longer each time, or scroll; then give up and say what can be read instead."""
    bars = _scrollbars(scene)
    if bars and not isinstance(due, WaitFor) and place.looks and (turned := _scrolled(place, bars[0], scene)):
        return turned
    looks = place.looks + 1
    if (not bars and looks < (_LOOKS_WAITING if isinstance(due, WaitFor) else _LOOKS)) or looks == 1:
        seconds = min(float(looks), _LONGEST_WAIT)
        waiting: ActionFields = {"action_type": "wait", "seconds": seconds}
        return Answer(replace(place, looks=looks), f"{missing.target} is not there yet.", waiting)
    where = f"Only the goal itself, written on the screen, reads {missing.target}"
    what = where if missing.stated else f"Nothing on the screen reads {missing.target}"
    reason: ActionFields = {"action_type": "infeasible", "reason": f"{what}; it reads: {scene.reading()}."}
    return Answer(place, "This cannot be carried out.", reason)


def _scrolled(place: Place, bar: Element, scene: Scene) -> Answer | None:
    """Turn the wheel on: first down to the end, then up to the beginning. None once both were seen."""
    way = str(place.notes.get("seeking", "down"))
    turned = int(str(place.notes.get("turned", 0)))
    if turned and scene.changed is False:
        if way == "up":
            return None
        way, turned = "up", 0
    if turned >= _MOST_TURNS:
        return None
    notes: Mapping[str, Any] = {**place.notes, "seeking": way, "turned": turned + 1}
    searching = replace(place, looks=place.looks + 1, notes=notes)
    return Answer(searching, "It may stand further on.", wheel(way, _NOTCHES, _pane(bar, scene), scene))


def _scrollbars(scene: Scene) -> list[Element]:
    """Return the vertical scrollbars, the tallest first."""
    bars = [e for e in scene.elements if e.kind is Kind.SCROLLBAR and e.box.height > e.box.width]
    return sorted(bars, key=lambda bar: (-bar.box.height, bar.box.x1))


def _pane(bar: Element, scene: Scene) -> PixelBox:
    """Return a place in what a scrollbar moves: to its left."""
    if bar.part_of:
        return bar.part_of
    box = bar.box
    return PixelBox(max(box.x1 - 6 * box.width, 0), box.y1, box.x1, box.y2)
