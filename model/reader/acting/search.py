"""What is done where a target is not on the screen: wait for it, open what leads on, scroll to it, then say so.

An entry of a menu with an arrow at its end leads on; the pointer over it chooses nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.reader.acting.place import Place
from model.reader.acting.sheets.going import go_to
from model.reader.acting.way import spot, wheel
from model.reader.answer import ActionFields, Answer, box_2d
from model.reader.finding.controls.menus import leading_on
from model.reader.finding.controls.panes import scrolled_panes
from model.reader.finding.find import NotFoundError
from model.reader.plan import Click, Instruction, Select, WaitFor
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

_LOOKS = 3  # for a target, where it should be there already
_LOOKS_SCROLLING = 2  # before it is scrolled to
_LOOKS_WAITING = 10  # for a target that is waited for
_LONGEST_WAIT = 5.0  # seconds between two looks
_NOTCHES = 3  # of a search: what stands on the screen before is still in part there after
_MOST_MENUS = 12  # that are opened in one search
_MOST_TURNS = 40  # of the wheel in one search


def look_again(place: Place, due: Instruction, missing: NotFoundError, scene: Scene) -> Answer:
    """Wait a little longer each time, or scroll; then give up and say what can be read instead."""
    if going := go_to(place, missing, scene):
        return going
    if isinstance(due, Click) and place.looks and (further := _further_menu(place, scene)):
        return further
    was_gone_to = "going" in place.notes or "sheet" in place.notes
    panes = [] if was_gone_to else scrolled_panes(scene) or _list_at(scene, due)
    if panes and not isinstance(due, WaitFor) and place.looks and (turned := _scrolled(place, panes[0], scene)):
        return turned
    looks = place.looks + 1
    most = _LOOKS_WAITING if isinstance(due, WaitFor) else _LOOKS_SCROLLING if panes else _LOOKS
    if looks < most:
        seconds = min(float(looks), _LONGEST_WAIT)
        waiting: ActionFields = {"action_type": "wait", "seconds": seconds}
        return Answer(replace(place, looks=looks), f"{missing.target} is not there yet.", waiting)
    where = f"Only the goal itself, written on the screen, reads {missing.target}"
    what = missing.why or (where if missing.stated else f"Nothing on the screen reads {missing.target}")
    reason: ActionFields = {"action_type": "infeasible", "reason": f"{what}; it reads: {scene.reading()}."}
    return Answer(place, "This cannot be carried out.", reason)


def _further_menu(place: Place, scene: Scene) -> Answer | None:
    """Move the pointer over the first entry that leads on to a further menu and was not yet tried."""
    tried = place.notes.get("menus")
    names: list[str] = [str(name) for name in tried] if isinstance(tried, list) else []
    entry = next((line for line in leading_on(scene) if line.text not in names), None)
    if entry is None or len(names) >= _MOST_MENUS:
        return None
    notes: Mapping[str, Any] = {**place.notes, "menus": [*names, entry.text]}
    hover: ActionFields = {"action_type": "hover", "box_2d": box_2d(entry.box, scene.image)}
    return Answer(replace(place, notes=notes), "It may stand in a further menu.", hover)


def further_on(place: Place, scene: Scene) -> Answer | None:
    """Turn the wheel on where all that shows was gone through. None at the end, and where nothing can be scrolled."""
    turned, panes = _turned(place), scrolled_panes(scene)
    if not panes or turned >= _MOST_TURNS or (turned and scene.changed is False):
        return None
    searching = replace(place, notes={**place.notes, "turned": turned + 1})
    return Answer(searching, "There may be more further on.", wheel("down", _NOTCHES, panes[0], scene))


def _turned(place: Place) -> int:
    """Return how often the wheel was turned in this search."""
    return int(str(place.notes.get("turned", 0)))


def _list_at(scene: Scene, due: Instruction) -> list[PixelBox]:
    """Return where an option was selected just now: further ones stand in the same list."""
    return [spot(*scene.near)] if isinstance(due, Select) and scene.near else []


def _scrolled(place: Place, pane: PixelBox, scene: Scene) -> Answer | None:
    """Turn the wheel on: first down to the end, then up to the beginning. None once both were seen."""
    way = str(place.notes.get("seeking", "down"))
    turned = _turned(place)
    if turned and scene.changed is False:
        if way == "up":
            return None
        way, turned = "up", 0
    if turned >= _MOST_TURNS:
        return None
    notes: Mapping[str, Any] = {**place.notes, "seeking": way, "turned": turned + 1}
    searching = replace(place, looks=place.looks + 1, notes=notes)
    return Answer(searching, "It may stand further on.", wheel(way, _NOTCHES, pane, scene))
