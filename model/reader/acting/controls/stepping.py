"""Stepping a number up or down where it does not let itself be written: by the keys, else by the field's arrows.

It is read without the focus, whose frame may lie over a sign or a digit: the field is left first, and again after.
"""

from model.reader.acting.controls.fields import INPUTS, ground_beside
from model.reader.acting.place import Place
from model.reader.acting.way import Act, CannotError, click, press, spot
from model.reader.answer import from_thousandths
from model.reader.finding.measures import number_in
from model.reader.plan import SetValue
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox

_MOST_STEPS, _MOST_ROUNDS = 80, 3
_OUT, _IN, _STEPPED = "out", "in", "stepped"
_ARROWS = {"up": ("up", "add", "expand"), "down": ("down", "remove", "collapse")}
_BESIDE = 2.0  # heights of a field to its arrows
_FROM_END, _FROM_EDGE = 0.4, 0.25  # of a field's height: where an arrow is that was not seen
_WRITING = 0.3  # of a field's width: where it is clicked into


def is_stepping(stage: str) -> bool:
    """Say whether a stage is one of these."""
    return stage.partition(" ")[0] in (_OUT, _IN, _STEPPED)


def step(due: SetValue, place: Place, scene: Scene) -> Act | None:
    """Return what is next towards a number: leave the field, read, step on; None where it shows."""
    at, _, done = place.stage.partition(" ")
    if at == "":
        return Act(_OUT, press("tab"))
    if at == _OUT:
        is_clear = "aside" in place.notes or number_in(read_field(place, scene)) is not None
        return _compared(due, place, scene) if is_clear else _aside(place, scene)
    needed, taken = int(str(place.notes["steps"])), int(done or 0)
    if taken >= abs(needed):
        return _aside(place, scene) if "aside" in place.notes else Act(_OUT, press("tab"))
    way, stage = "up" if needed > 0 else "down", f"{_STEPPED} {taken + 1}"
    if place.tries or place.notes.get("arrows"):
        return Act(stage, click(_arrow(way, place, scene), scene), {"arrows": True})
    return Act(stage, press(way))


def _aside(place: Place, scene: Scene) -> Act:
    """Leave a field that the keys do not leave: by a click on the plain ground beside it. Raises `CannotError`."""
    ground = ground_beside(_field(place, scene), scene)
    if ground is None:
        raise CannotError(f"I cannot read the number in the field; the screen reads: {scene.reading()}.")
    return Act(_OUT, click(ground, scene), {"aside": True})


def stepped(place: Place) -> bool | None:
    """Say whether a step had its effect: any change of the screen, where something was to change."""
    return None if place.trying.startswith(_STEPPED) else True


def _compared(due: SetValue, place: Place, scene: Scene) -> Act | None:
    """Return the way back into the field, with how many steps are needed; None where the number shows."""
    wanted, now = number_in(due.value), number_in(read_field(place, scene))
    if wanted is not None and now == wanted:
        return None
    needed, rounds = _needed(wanted, now, place), int(str(place.notes.get("rounds", 0)))
    if not 0 < abs(needed) <= _MOST_STEPS or rounds >= _MOST_ROUNDS or now is None:
        raise CannotError(f"{due.target} does not come to read “{due.value}”; the screen reads: {scene.reading()}.")
    field = _field(place, scene)
    into = spot(field.x1 + _WRITING * field.width, field.centre[1])
    return Act(_IN, click(into, scene), {"steps": needed, "was": now, "rounds": rounds + 1})


def _needed(wanted: float | None, now: float | None, place: Place) -> int:
    """Return how many steps are needed, down as negative, 0 where none help; the last ones tell how far one goes."""
    if wanted is None or now is None:
        return 0
    was, taken = place.notes.get("was"), place.notes.get("steps")
    each = (now - float(str(was))) / int(str(taken)) if taken else 1.0
    return round((wanted - now) / each) if each else 0


def read_field(place: Place, scene: Scene) -> str:
    """Return what the field that was noted reads now."""
    return scene.text_in(_field(place, scene)) if "field" in place.notes else ""


def _field(place: Place, scene: Scene) -> PixelBox:
    """Return the field that was noted, as it is seen now."""
    edges = place.notes["field"]
    assert isinstance(edges, list)
    noted = from_thousandths(edges, scene.image.size)
    seen = [e.box for e in scene.elements if e.kind in INPUTS and noted.grown(_BESIDE).contains(e.box)]
    return max(seen, key=lambda box: box.width, default=noted)


def _arrow(way: str, place: Place, scene: Scene) -> PixelBox:
    """Return the arrow beside or in the field: the mark that shows one, else where it is in most fields."""
    field = _field(place, scene)
    reach = field._replace(x2=field.x2 + _BESIDE * field.height).grown(field.height / 4)
    marks = [e.box for e in scene.elements if e.kind in (Kind.ICON, Kind.BUTTON) and e.name in _ARROWS[way]]
    near = [box for box in marks if reach.has(box.centre)]
    if near:
        return min(near, key=lambda box: box.distance_to(field.centre))
    edge = _FROM_EDGE * field.height
    return spot(field.x2 - _FROM_END * field.height, field.y1 + edge if way == "up" else field.y2 - edge)
