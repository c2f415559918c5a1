"""Dragging: a thing is where it was dropped once nothing like it stands where it was, and one stands there."""

import math
from dataclasses import replace

from model.reader.acting.place import Place
from model.reader.acting.pointer.pointing import box_of
from model.reader.acting.way import Act, CannotError, Way, drag, spot
from model.reader.answer import box_2d, from_thousandths
from model.reader.finding.controls.likes import like, one_of
from model.reader.finding.find import find_all, find_one
from model.reader.finding.looks.drawn import figures_like
from model.reader.plan import Drag, Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox

_ARRIVED = 0.3  # of a thing's shorter side: so far from where it was it has moved


def _drag(due: Drag, place: Place, scene: Scene) -> Act | None:
    if place.stage:
        return None
    start = box_of(due.source, scene)
    held = spot(*start.centre)
    end = held.moved(*due.by) if due.target is None else _end(due, start, scene)
    action = drag(held if due.target is None else start, end, scene)
    return Act("dragged", action, {"from": box_2d(start, scene.image)[0], "to": box_2d(end, scene.image)[0]})


def _dragged(due: Drag, place: Place, scene: Scene) -> bool | None:
    """Say whether nothing like it stands where it was, and one stands where it was dropped; None where it is gone."""
    left, dropped = place.notes.get("from"), place.notes.get("to")
    if not isinstance(left, list) or not isinstance(dropped, list):
        return None
    start, end = (from_thousandths(edges, scene.image.size) for edges in (left, dropped))
    each = scene.it.each if due.source.it and scene.it else due.source
    alike = [found.box for found in find_all(replace(each, ordinal=0, most=None), scene)]
    if not alike:
        return None
    reach = _ARRIVED * min(start.width, start.height)
    has_left = all(box.distance_to(start.centre) > 0 or _apart(box, start) > reach for box in alike)
    if due.target is None or due.place != "onto":
        return has_left
    return has_left and any(end.grown(reach).has(box.centre) for box in alike)


def _apart(box: PixelBox, other: PixelBox) -> float:
    return math.dist(box.centre, other.centre)


def _end(due: Drag, start: PixelBox, scene: Scene) -> PixelBox:
    """Return where a drag ends: on the target, or just before or after it on the way from where it begins."""
    if due.target is None:
        raise CannotError(f"It is not said where to: {due}")
    end = _place_for(due.source, due.target, scene)
    x, y = end.centre
    if due.place == "onto":
        return end
    is_list = abs(end.centre[1] - start.centre[1]) > end.height / 2
    sign = -1 if due.place == "before" else 1
    return spot(x, y + sign * 0.45 * end.height) if is_list else spot(x + sign * 0.45 * end.width, y)


def _place_for(source: Target, target: Target, scene: Scene) -> PixelBox:
    """Return where the target is. What has no name of its own is one of the source's equals: a place in its list."""
    if target == Target(colour=target.colour, shape=target.shape) and len(figures_like(target, scene)) > 1:
        raise CannotError(f"It cannot be told which {target} is meant; say where it is, or how large")
    is_nameless = not (target.text or target.colour or target.shape) and target.kind in (None, Kind.LIST_ITEM)
    equals = like(find_one(source, scene).place, scene) if is_nameless else []
    chosen = one_of(equals, target, scene)
    return chosen.box if chosen else box_of(target, scene)


DRAG: Way[Drag] = Way(_drag, seen=_dragged)
