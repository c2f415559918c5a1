"""Giving a control its value, each kind in its own way: fields, drop-downs, sliders, dates, colours, boxes."""

from dataclasses import replace

from model.reader.acting.controls.checking import BOXES, switch, switched_to
from model.reader.acting.controls.dates import pick_date, read_date, shows_date
from model.reader.acting.controls.fields import INPUTS, field_of, ground_beside
from model.reader.acting.controls.sliding import slid, slide
from model.reader.acting.controls.stepping import is_stepping, read_field, step, stepped
from model.reader.acting.place import Place
from model.reader.acting.pointer.selecting import SELECT
from model.reader.acting.way import Act, Next, Way, click, press, replace_text
from model.reader.answer import box_2d, from_thousandths
from model.reader.finding.find import NotFoundError, find_one
from model.reader.finding.looks.colours import Rgb, rgb_of
from model.reader.finding.measures import number_in
from model.reader.plan import Select, SetValue, Target
from model.reader.scene import Scene
from model.sight.element import Kind

_OFF = frozenset({"off", "no", "false", "unchecked", "disabled", "关", "否", "关闭"})
_ON = frozenset({"on", "yes", "true", "checked", "enabled", "开", "是", "打开"})


def _set(due: SetValue, place: Place, scene: Scene) -> Next:
    match place.notes.get("by") or _kind_of(due, scene):
        case "date":
            return _with(pick_date(due, place, scene), "date")
        case Kind.SLIDER:
            return _with(slide(due, place, scene), Kind.SLIDER)
        case Kind.DROPDOWN:
            return _with(SELECT.act(_as_select(due), place, scene), Kind.DROPDOWN)
        case Kind.CHECKBOX:
            return _with(_switched(due, place, scene), Kind.CHECKBOX)
        case _:
            return _with(_written(due, place, scene), Kind.FIELD)


def _with(act: Next, by: str) -> Next:
    return replace(act, notes={**act.notes, "by": str(by)}) if isinstance(act, Act) else act


def _kind_of(due: SetValue, scene: Scene) -> str:
    """Return what the control is set like."""
    if due.target.kind in (Kind.SLIDER, Kind.DROPDOWN):
        return due.target.kind
    if read_date(due.value):
        return "date"
    try:
        found = find_one(due.target, scene).place
    except NotFoundError:
        return Kind.FIELD
    if found.kind in BOXES and due.value.casefold() in _ON | _OFF:
        return Kind.CHECKBOX
    return found.kind if found.kind in (Kind.SLIDER, Kind.DROPDOWN) else Kind.FIELD


def _as_select(due: SetValue) -> Select:
    return Select((Target(due.value, quoted=True),), replace(due.target, kind=Kind.DROPDOWN))


def _written(due: SetValue, place: Place, scene: Scene) -> Act | None:
    """Write the value; where a number does not let itself be written, step up or down to it."""
    if is_stepping(place.stage) or (place.tries and _is_number(due.value)):
        return step(due, place, scene)
    if place.stage == "written" and _colour(due):
        return _left(place, scene)
    if place.stage:
        return None
    field = field_of(due.target, scene)
    if field is None:
        found = find_one(due.target, scene).place
        if found.kind not in INPUTS:
            raise NotFoundError(due.target, why=f"I see nothing at {due.target} that takes a value")
        field = found.area
    return Act("written", replace_text(_as_written(due), field, scene), {"field": box_2d(field, scene.image)[0]})


def _left(place: Place, scene: Scene) -> Act:
    """Leave the field: what a colour is picked from lies over other things, often until something else is clicked."""
    edges = place.notes.get("field")
    ground = ground_beside(from_thousandths(edges, scene.image.size), scene) if isinstance(edges, list) else None
    return Act("left", click(ground, scene) if ground else press("tab"))


def _as_written(due: SetValue) -> str:
    """Return a value as the field takes it: a colour's name as its number where the target is one."""
    rgb = _colour(due)
    return "#{:02x}{:02x}{:02x}".format(*rgb) if rgb else due.value


def _colour(due: SetValue) -> Rgb | None:
    named = "colo" in due.target.text.casefold() or "颜色" in due.target.text
    return rgb_of(due.value) if named else None


def _switched(due: SetValue, place: Place, scene: Scene) -> Act | None:
    found = find_one(due.target, scene).place
    on = due.value.casefold() in _ON
    is_so = found.element is not None and found.element.checked is on
    return None if place.stage or is_so else switch(found.box, "switched", place, scene)


def _is_set(due: SetValue, place: Place, scene: Scene) -> bool | None:
    """Say whether the value shows."""
    match place.notes.get("by"):
        case "date":
            return shows_date(due, place, scene)
        case Kind.SLIDER:
            return slid(due, place, scene)
        case Kind.DROPDOWN:
            return SELECT.seen(_as_select(due), place, scene)
        case Kind.CHECKBOX:
            return switched_to(due.value.casefold() in _ON, place, scene)
        case _:
            return _shows_value(due, place, scene)


def _shows_value(due: SetValue, place: Place, scene: Scene) -> bool | None:
    """A number has to be read as that number; other words to be seen."""
    if scene.changed is None:
        return None
    if is_stepping(place.trying):
        return stepped(place)
    reads, value = read_field(place, scene), _as_written(due)
    if place.trying == "left":
        return not reads or _letters(value) in _letters(reads)
    if _is_number(value):
        return number_in(reads) == number_in(value)
    return _letters(value) in _letters(reads) or scene.shows_typed(value)


def _is_number(value: str) -> bool:
    return number_in(value) is not None and value.strip("+-−.,0123456789") == ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


SET: Way[SetValue] = Way(_set, seen=_is_set, tries=3)
