"""Selecting options: of a drop-down that is opened first, of a list, of a group of boxes; several with Ctrl held."""

import re
from dataclasses import replace

from model.reader.acting.controls.checking import BOXES, all_boxes, box_for, switch, switched_to
from model.reader.acting.place import Notes, Place
from model.reader.acting.way import Act, CannotError, Next, Way, click, press, wheel
from model.reader.answer import ActionFields, box_2d, from_thousandths
from model.reader.finding.candidate import Candidate
from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.plan import Relation, Select, Target
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.locate import Closeness, find
from model.sight.text_line import PixelBox, TextLine, enclosing

_DONE = "done"
_IN_LISTS = frozenset({Kind.LIST_ITEM, Kind.ROW, Kind.CELL})
_LEADING = frozenset({Kind.TEXT, Kind.MENU, Kind.MENU_ITEM, Kind.LIST_ITEM, Kind.ROW})
_ADDRESS = re.compile(r"\w+[.:]\w+\S*/|https?:|about:|file:", re.IGNORECASE)
"""What the address bar of a browser reads: it opens a list too, and nobody means that."""
_NOTCHES = 3
_MOST_TURNS = 30
_DRAWN = 1.0  # seconds until an open list shows its options
_MORE = 3  # times as many letters as were asked for may stand beside them in an option
_POPUP = 5.0  # heights of a drop-down above and below it: where its options may stand


def _select(due: Select, place: Place, scene: Scene) -> Next:
    due = _with_source(due)
    if due.which != "these" and not due.options:
        return _all_of(due, place, scene)
    if due.which == "all":
        return _each(due, place, scene)
    number, at = _reached(place)
    while number < len(due.options):
        act = _one(due, number, at, place, scene)
        if act is not None:
            return act
        number, at = number + 1, ""
    return None


def _with_source(due: Select) -> Select:
    """Return what the only option is said to be inside of as the source that it is selected from."""
    match due:
        case Select((Target(relations=(Relation("inside", source),)) as option,), None):
            return replace(due, options=(replace(option, relations=()),), source=source)
        case _:
            return due


def _reached(place: Place) -> tuple[int, str]:
    """Return the number of the option that is due, and what was done for it."""
    number, _, at = place.stage.partition(" ")
    done = int(number or 0)
    return (done + 1, "") if at == _DONE else (done, at)


def _one(due: Select, number: int, at: str, place: Place, scene: Scene) -> Act | None:
    """Return what is next for one option, or None where it is selected."""
    option = due.options[number]
    shown = _shown(option, due, scene) if at in ("", "turned") and not place.notes.get("opened") else None
    leading = _leading(due.source, scene) if not at and (shown is None or shown.closeness > Closeness.BARE) else None
    if shown and place.notes.get("led"):  # an entry's icon may pass for a box that is ticked
        return Act(f"{number} {_DONE}", click(shown.box, scene), {"led": False})
    if shown and not leading:
        return _chosen(shown, number, place, scene, several=number > 0)
    closed = _closed(due.source, scene) if number == 0 or place.notes.get("drop-down") else None
    if place.notes.get("opened") or at == "opened":
        return _from_popup(option, number, at, place, scene)
    if closed:
        read = find(option.text, [line for line in scene.lines if closed.has(line.box.centre)])
        if any(not match.surplus for match in read):  # "Extra large" is not "Large"
            scene.think(f"{option} is chosen already.")
            return None
        read_before = [line.text for line in _beside(closed, scene)]
        opened: Notes = {"opened": True, "drop-down": box_2d(closed, scene.image)[0], "around": read_before}
        keys: ActionFields = press("alt", "down") if place.tries > 1 else click(closed, scene)
        return Act(f"{number} opened", keys, opened)
    if leading:
        return Act(f"{number} turned", click(leading, scene), {"led": True})
    raise NotFoundError(option)


def _leading(source: Target | None, scene: Scene) -> PixelBox | None:
    """Return the words that are the source's alone: an entry of a menu, which has a menu of its own."""
    if source is None or not source.text:
        return None
    try:
        found = find_one(source, scene).place
    except NotFoundError:
        return None
    return found.box if found.closeness <= Closeness.BARE and found.kind in _LEADING else None


def _shown(option: Target, due: Select, scene: Scene) -> Candidate | None:
    """Return where an option stands open to be clicked: not inside of a closed drop-down."""
    inside = _inside(option, due.source, scene)
    try:
        found = find_one(inside, scene).place
    except NotFoundError:
        return None
    in_dropdown = any(e.kind is Kind.DROPDOWN and e.box.has(found.box.centre) for e in scene.elements)
    is_menu = due.source is not None and due.source.kind is Kind.DROPDOWN
    return None if in_dropdown or is_menu or found.closeness > Closeness.SLIPS else found


def _inside(option: Target, source: Target | None, scene: Scene) -> Target:
    """Return the option inside its source, where that was seen as something that holds others."""
    if source is None or not (source.text or source.relations):
        return option
    try:
        area = find_one(source, scene).place
    except NotFoundError:
        return option
    holds = area.element is not None and area.kind in (Kind.LIST_ITEM, Kind.DIALOG, Kind.MENU)
    return replace(option, relations=(*option.relations, Relation("inside", source))) if holds else option


def _chosen(found: Candidate, number: int, place: Place, scene: Scene, *, several: bool) -> Act | None:
    box = box_for(Target(found.text), scene) if found.kind is Kind.TEXT and _has_boxes(found, scene) else found
    if box.kind in BOXES:
        if box.element and box.element.checked:
            return None
        return switch(box.box, f"{number} {_DONE}", place, scene)
    action = click(found.box, scene)
    if several:
        action = {**action, "modifiers": ["ctrl"]}
    return Act(f"{number} {_DONE}", action, {"switched": ""})


def _has_boxes(found: Candidate, scene: Scene) -> bool:
    """Say whether a box stands on a text's line."""
    return any(
        e.kind in BOXES and abs(e.box.centre[1] - found.box.centre[1]) < found.box.height for e in scene.elements
    )


def _closed(source: Target | None, scene: Scene) -> PixelBox | None:
    """Return the drop-down to be opened: the one that is named, or the only one."""
    drops = [e for e in scene.elements if e.kind is Kind.DROPDOWN and not _ADDRESS.search(e.text)]
    if source is not None and (source.text or source.relations or source.ordinal):
        try:
            found = find_one(source if source.kind else replace(source, kind=Kind.DROPDOWN), scene).place
        except NotFoundError:
            found = None
        if found and (found.kind is Kind.DROPDOWN or source.kind is Kind.DROPDOWN):
            return found.area
    return drops[0].box if len(drops) == 1 else None


def _from_popup(option: Target, number: int, at: str, place: Place, scene: Scene) -> Act | None:
    """Choose in the list that is open: as it stands, in a moment, then turned on, then by typing its first letters."""
    closed = _noted(place, "drop-down", scene)
    found = [o for o in find_all(option, scene) if not closed.has(o.box.centre) and _is_option(o, option)]
    if found:
        best = min(found, key=lambda o: (o.closeness, o.box.distance_to(closed.centre)))
        return Act(f"{number} {_DONE}", click(best.box, scene), {"opened": False, "switched": ""})
    listed = _opened_list(closed, place, scene)
    if at == "opened" and listed is None:
        return Act(f"{number} looked", {"action_type": "wait", "seconds": _DRAWN})
    if at == "typed":
        return Act(f"{number} {_DONE}", press("enter"), {"opened": False, "switched": ""})
    turned = int(str(place.notes.get("turned", 0)))
    way = str(place.notes.get("way", "down"))
    if turned and scene.changed is False and at == "turned":
        if way == "up":
            return _typed_option(option, number)
        way = "up"
    if turned >= _MOST_TURNS:
        return _typed_option(option, number)
    if listed is None:
        raise CannotError(f"What looks like a drop-down opens no list with {option}; it reads: {scene.reading()}.")
    return Act(f"{number} turned", wheel(way, _NOTCHES, listed, scene), {"turned": turned + 1, "way": way})


def _is_option(place: Candidate, option: Target) -> bool:
    """Say whether a place reads an option, and not a long line in which it merely occurs, as a digit does."""
    return place.closeness <= Closeness.SLIPS and place.surplus <= _MORE * len(option.text)


def _beside(closed: PixelBox, scene: Scene) -> list[TextLine]:
    """Return the words above and below a drop-down, where a list that it opens lies."""
    reach = _POPUP * closed.height
    around = closed._replace(y1=closed.y1 - reach, y2=closed.y2 + reach)
    return [line for line in scene.lines if around.has(line.box.centre)]


def _opened_list(closed: PixelBox, place: Place, scene: Scene) -> PixelBox | None:
    """Return where words stand above or below a drop-down that did not before; None while a list is not drawn yet."""
    before = place.notes.get("around")
    known = before if isinstance(before, list) else []
    options = [line.box for line in _beside(closed, scene) if line.text not in known]
    return enclosing(options) if options else None


def _typed_option(option: Target, number: int) -> Act:
    return Act(f"{number} typed", {"action_type": "input_text", "text": option.text})


def _noted(place: Place, name: str, scene: Scene) -> PixelBox:
    edges = place.notes.get(name)
    return from_thousandths(edges, scene.image.size) if isinstance(edges, list) else PixelBox(0, 0, 0, 0)


def _all_of(due: Select, place: Place, scene: Scene) -> Act | None:
    """Return the next act until all is selected, or nothing."""
    on = due.which == "all"
    if any(e.kind is Kind.CHECKBOX for e in scene.elements):
        return all_boxes(on, str(int(place.stage or 0) + 1), place, scene)
    if not on:
        marked = [e for e in scene.elements if e.kind in _IN_LISTS and e.selected]
        return Act("1", {**click(marked[0].box, scene), "modifiers": ["ctrl"]}) if marked and not place.stage else None
    listed = [e for e in scene.elements if e.kind in _IN_LISTS]
    if not place.stage and listed:
        return Act("focused", click(listed[0].box, scene))
    return Act("all", press("ctrl", "a")) if place.stage != "all" else None


def _each(due: Select, place: Place, scene: Scene) -> Act | None:
    """Click everything that an option describes; where they stand is noted when the first is clicked."""
    noted = place.notes.get("boxes")
    if isinstance(noted, list):
        boxes = [from_thousandths(edges, scene.image.size) for edges in noted]
    else:
        boxes = [p.box for option in due.options for p in find_all(option, scene) if not _is_on(p.element)]
        if not boxes:
            raise NotFoundError(due.options[0])
    done = int(place.stage or 0)
    if done >= len(boxes):
        return None
    return Act(str(done + 1), click(boxes[done], scene), {"boxes": [box_2d(box, scene.image)[0] for box in boxes]})


def _is_on(element: Element | None) -> bool:
    return element is not None and bool(element.checked)


def _selected(due: Select, place: Place, scene: Scene) -> bool | None:
    """Say whether what was chosen shows: a box ticked, the drop-down reading it."""
    due = _with_source(due)
    number, _, at = place.trying.partition(" ")
    if at in ("turned", "looked"):
        return True
    if place.notes.get("switched"):
        return switched_to(due.which != "none", place, scene)
    dropdown = place.notes.get("drop-down")
    if at == _DONE and isinstance(dropdown, list) and due.options:
        lines = [line for line in scene.lines if _noted(place, "drop-down", scene).grown(4).overlaps(line.box)]
        if not find(due.options[int(number)].text, lines):
            raise CannotError(
                f"{due.options[int(number)]} is not what shows then; the screen reads: {scene.reading()}."
            )
        return True
    return None


SELECT: Way[Select] = Way(_select, seen=_selected, tries=3)
