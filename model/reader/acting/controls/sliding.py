"""Setting a slider: its handle is dragged to where the value should be, then moved by keys until the number shows.

The number beside it tells where it stands; without one, the track from end to end is taken for 0 to 100.
"""

import math
from dataclasses import replace

import numpy as np

from model.reader.acting.place import Notes, Place
from model.reader.acting.way import Act, CannotError, drag, press, spot, whole
from model.reader.answer import box_2d, from_thousandths
from model.reader.finding.find import find_one
from model.reader.finding.measures import number_in
from model.reader.plan import SetValue
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine

_MOST_STEPS = 60
_KEYED = 12  # steps of the value that keys make up for
_NEAR = 6.0  # heights of a number's line between it and the slider
_AWAY = 0.05  # of the track: so far its handle may stand from where it is wanted
_FIRST = 0.2  # of the track: the first drag, which tells how far one step is
_INK = 24  # levels
_THICK = 0.8  # of the thickest place
_PLAIN_NUMBER = frozenset("0123456789+-−.,%° ")


def slide(due: SetValue, place: Place, scene: Scene) -> Act | None:
    """Return the next move of the handle, or None where the value shows. Raises `NotFoundError`, `CannotError`."""
    wanted = number_in(due.value)
    if wanted is None:
        raise CannotError(f"A slider takes a number, not “{due.value}”")
    track = _track(due, place, scene)
    steps, now = int(place.stage or 0), _value(track, scene)
    if now == wanted:
        return None
    if steps >= _MOST_STEPS:
        raise CannotError(
            f"The slider stands at {now:g} and not at {wanted:g}" if now is not None else "No value shows"
        )
    if now is None:
        return _by_eye(track, wanted, steps, scene)
    if not steps:
        return Act(
            "1",
            drag(_handle(track, scene), _off(track, scene, _FIRST if wanted > now else -_FIRST), scene),
            {"was": now, **_noted(track, scene)},
        )
    return _closer(track, wanted, now, steps, place, scene)


def _by_eye(track: Element, wanted: float, steps: int, scene: Scene) -> Act | None:
    """Drag the handle to its share of the track, and see that it stands there. Raises `CannotError`."""
    handle, place = _handle(track, scene), _at(track, wanted / 100)
    if not steps:
        return Act("1", drag(handle, place, scene), _noted(track, scene))
    if math.dist(handle.centre, place.centre) > _AWAY * max(track.box.width, track.box.height):
        raise CannotError(f"No value shows, and the slider's handle does not stand at {wanted:g} of 100")
    return None


def _closer(track: Element, wanted: float, now: float, steps: int, place: Place, scene: Scene) -> Act:
    """Drag by what the last drag moved the value, or press an arrow for a small rest."""
    scale, was = float(str(place.notes.get("scale", 0))), float(str(place.notes.get("was", now)))
    if steps == 1 and now != was:
        scale = abs(_FIRST / (now - was))
    if abs(wanted - now) > _KEYED and scale:
        return Act(
            str(steps + 1),
            drag(_handle(track, scene), _off(track, scene, scale * (wanted - now)), scene),
            {"scale": scale},
        )
    key = "right" if wanted > now else "left"
    return Act(str(steps + 1), press(key), {"scale": scale})


def slid(due: SetValue, place: Place, scene: Scene) -> bool | None:
    """Say whether the last move did anything; that the value is right is seen before anything follows."""
    return None


def _noted(track: Element, scene: Scene) -> Notes:
    return {"track": box_2d(track.box, scene.image)[0]}


def _track(due: SetValue, place: Place, scene: Scene) -> Element:
    """Return the slider; once it was found, where it was: with the focus it may look otherwise."""
    if isinstance(edges := place.notes.get("track"), list):
        return Element(Kind.SLIDER, from_thousandths(edges, scene.image.size))
    found = find_one(due.target, scene).place
    if found.element is None or found.kind is not Kind.SLIDER:
        sliders = [e for e in scene.elements if e.kind is Kind.SLIDER]
        if len(sliders) != 1:
            raise CannotError(f"I see no slider at {due.target}; the screen reads: {scene.reading()}.")
        return sliders[0]
    return found.element


def _value(track: Element, scene: Scene) -> float | None:
    """Return the number that stands nearest to the slider, and not on it: its handle may pass for a "0"."""
    lines = [part for line in scene.lines if (part := _beside(line, track.box))]
    numbers = [line for line in lines if set(line.text) <= _PLAIN_NUMBER and number_in(line.text) is not None]
    near = [line for line in numbers if _apart(line, track.box) <= _NEAR * line.box.height]
    nearest = min(near, key=lambda line: _apart(line, track.box), default=None)
    return number_in(nearest.text) if nearest else None


def _beside(line: TextLine, track: PixelBox) -> TextLine | None:
    """Return a line without what lies on the track."""
    if not track.overlaps(line.box) or len(line.centres) != len(line.text):
        return line
    off = [place for place, x in enumerate(line.centres) if not track.x1 <= x <= track.x2]
    if not off:
        return None
    start, end = off[0], off[-1] + 1
    return replace(line, text=line.text[start:end], box=line.part(start, end), centres=line.centres[start:end])


def _apart(line: TextLine, box: PixelBox) -> float:
    return box.distance_to(line.box.centre)


def _handle(track: Element, scene: Scene) -> PixelBox:
    """Return the middle of the handle: where the slider is thickest."""
    box = track.box.within(whole(scene))
    part = scene.pixels[int(box.y1) : int(box.y2), int(box.x1) : int(box.x2)].astype(np.int16)
    if part.size == 0:
        return spot(*track.box.centre)
    is_flat = box.width >= box.height
    drawn = np.abs(part - part[0, 0]).max(axis=2) > _INK
    thickness = drawn.sum(axis=0 if is_flat else 1)
    thick = np.flatnonzero(thickness >= _THICK * thickness.max())
    run = max(np.split(thick, np.flatnonzero(np.diff(thick) > 2) + 1), key=len)
    middle = float(run[0] + run[-1]) / 2
    return spot(box.x1 + middle, box.centre[1]) if is_flat else spot(box.centre[0], box.y1 + middle)


def _at(track: Element, share: float) -> PixelBox:
    box = track.box
    if box.width >= box.height:
        return spot(box.x1 + share * box.width, box.centre[1])
    return spot(box.centre[0], box.y2 - share * box.height)


def _off(track: Element, scene: Scene, share: float) -> PixelBox:
    """Return a place off the handle by a share of the track; up is more."""
    (x, y), box = _handle(track, scene).centre, track.box
    return spot(x + share * box.width, y) if box.width >= box.height else spot(x, y - share * box.height)
