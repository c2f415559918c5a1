"""Which input field a target means: the one labelled so, the one that holds the words, or the only one of its kind."""

from model.reader.acting.way import spot, whole
from model.reader.evidence import holds_something
from model.reader.field import find_field
from model.reader.finding.candidate import Candidate
from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.finding.named.naming import named
from model.reader.finding.ranking import is_behind
from model.reader.plan import Target
from model.reader.scene import Scene
from model.reader.statement import find_outside
from model.sight.element import Kind
from model.sight.locate import Closeness, Match, comparable
from model.sight.parts import ink_size
from model.sight.text_line import PixelBox

_REACH_RIGHT, _REACH_DOWN = 12.0, 2.0  # heights of a label
_ASIDE, _GROUND = 0.4, 4.0  # heights of a field to the ground beside it, and pixels of that which are looked at
_COLONS, _ROOM = (":", "："), 8.0  # heights of a label that a field without a frame is wide, at the least
_PRESSED = frozenset({Kind.BUTTON, Kind.ICON, Kind.TAB, Kind.MENU, Kind.LINK})
INPUTS = frozenset({Kind.FIELD, Kind.SPINNER, Kind.DROPDOWN})


def field_of(target: Target, scene: Scene) -> PixelBox | None:
    """Return the input field that a target means, or None where its words stand beside none.

    Raises `NotFoundError` where nothing is what the target says.
    """
    if (seen := _by_holding(target, scene, empty=True)) or (seen := _seen_field(target, scene)):
        return _told(target, seen.area, scene)
    framed = _framed(target, scene) or _near(target, scene)
    if _is_button(framed, target, scene):
        framed = _longer_named(target, scene) or framed
    return _told(target, framed, scene) if framed else None


def holding(target: Target, scene: Scene) -> PixelBox | None:
    """Return the field that is meant where one that holds a text is: to copy from it."""
    seen = _by_holding(target, scene, empty=False)
    return seen.area if seen else None


def _by_holding(target: Target, scene: Scene, *, empty: bool) -> Candidate | None:
    """Return the only field that is empty, or that is not, where nothing else tells which of several is meant."""
    if target.kind is not Kind.FIELD or target != Target(kind=Kind.FIELD):
        return None
    fields = [place for place in find_all(target, scene) if place.kind in INPUTS]
    fitting = [place for place in fields if is_empty(place.area, scene) is empty]
    return fitting[0] if len(fields) > 1 and len(fitting) == 1 else None


def unframed(target: Target, scene: Scene) -> PixelBox | None:
    """Return the room behind a label with a colon, where a field without a frame begins."""
    if target.kind is not Kind.FIELD or not target.text:
        return None
    for match in comparable(find_outside(target.text, scene.lines, scene.said)):
        line = match.line
        if line.text[match.end :].lstrip()[:1] in _COLONS and line.text[match.end :].strip():
            height = line.box.height
            return line.box._replace(x1=match.box.x2 + height / 2, x2=match.box.x2 + _ROOM * height)
    return None


def below_words(scene: Scene) -> PixelBox | None:
    """Return a place on the plain ground below the last words, if these are a label's: what it heads has no frame."""
    lines = scene.unstated_lines
    last = max(lines, key=lambda line: line.box.y2, default=None)
    if last is None or not any(colon in last.text for colon in _COLONS):
        return None
    height = last.box.height
    room = PixelBox(last.box.x1, last.box.y2 + height, last.box.x1 + 4 * height, last.box.y2 + 2 * height)
    inside = room.within(whole(scene))
    if inside.height < height / 2 or inside.width < height or ink_size(scene.pixels, inside) != (0, 0):
        return None
    return inside


def ground_beside(field: PixelBox, scene: Scene) -> PixelBox | None:
    """Return a place on the plain ground close to a field: a click there leaves it, and closes what it opened.

    Not below it, where that opens.
    """
    step, (x, y) = _ASIDE * field.height, field.centre
    spots = [(x, field.y1 - step), (field.x1 - step, y), (field.x2 + step, y)]
    return next((spot(*at) for at in spots if _is_plain(spot(*at, _GROUND), scene)), None)


def _is_plain(box: PixelBox, scene: Scene) -> bool:
    is_inside = box.within(whole(scene)) == box
    return is_inside and not any(e.box.overlaps(box) for e in scene.elements) and ink_size(scene.pixels, box) == (0, 0)


def only_empty(scene: Scene) -> PixelBox | None:
    """Return the only empty field on the screen."""
    fields = [e.box for e in scene.elements if e.kind is Kind.FIELD and is_empty(e.box, scene)]
    return fields[0] if len(fields) == 1 else None


def is_empty(field: PixelBox, scene: Scene) -> bool:
    """Say whether no more than a caret stands in a field."""
    return not holds_something(scene.pixels, field)


def _seen_field(target: Target, scene: Scene) -> Candidate | None:
    """Return the field among the controls that were seen."""
    try:
        found = find_one(target, scene).place
    except NotFoundError:
        return None
    if found.kind in INPUTS and found.closeness <= Closeness.WORDS and not found.held:
        return found
    fields = [place for place in find_all(target, scene) if place.kind in INPUTS and not place.held]
    return fields[0] if fields and not target.ordinal else None


def _longer_named(target: Target, scene: Scene) -> PixelBox | None:
    """Return the field whose label says more than the target's words, where what reads just these takes no text."""
    if not target.text or target.relations or target.ordinal:
        return None
    fields = [place for place in named(target.text, scene, Kind.FIELD) if place.kind in INPUTS and not place.held]
    alike = [place for place in fields if place.closeness <= Closeness.WORDS]
    return min(alike, key=lambda place: (place.closeness, place.surplus)).area if alike else None


def _is_button(framed: PixelBox | None, target: Target, scene: Scene) -> bool:
    """Say whether the target's words are a button's; the frame around them may be its own, not seen as a field's."""
    if framed is None:
        return find_one(target, scene).place.kind in _PRESSED
    inside = [match.box for match in find_outside(target.text, scene.lines, scene.said) if framed.has(match.box.centre)]
    seen = any(element.kind in INPUTS and framed.has(element.box.centre) for element in scene.elements)
    return bool(inside) and not seen


def _framed(target: Target, scene: Scene) -> PixelBox | None:
    """Return a frame beside the target's words, where none of the controls is labelled so."""
    if not target.text or target.relations:
        return None
    labels = [find_one(target, scene).place.box] if target.ordinal else _labels(target.text, scene)
    return next((field for label in labels if (field := find_field(scene.pixels, label))), None)


def _near(target: Target, scene: Scene) -> PixelBox | None:
    """Return the field that was seen beside or below the target's words, where nothing told whose it is."""
    if not target.text or target.relations or target.ordinal:
        return None
    fields = [e.box for e in scene.elements if e.kind in INPUTS and not e.label]
    for label in _labels(target.text, scene):
        beside = [field for field in fields if _is_beside(field, label)]
        if beside:
            return min(beside, key=lambda field: field.distance_to(label.centre))
    return None


def _is_beside(field: PixelBox, label: PixelBox) -> bool:
    on_line = field.y1 <= label.centre[1] < field.y2 and 0 <= field.x1 - label.x2 <= _REACH_RIGHT * label.height
    overlaps = field.x1 < label.x2 and label.x1 < field.x2
    return on_line or (overlaps and 0 <= field.y1 - label.y2 + label.height / 2 <= _REACH_DOWN * label.height)


def _labels(text: str, scene: Scene) -> list[PixelBox]:
    """Return where labels may stand, with the marks at their ends: first in a dialog; a colon marks a label.

    What stands in a field names it only as long as nothing else does.
    """
    inputs = [element.box for element in scene.elements if element.kind in INPUTS]

    def unlikely(match: Match) -> tuple[bool, bool, bool]:
        held = any(field.has(match.box.centre) for field in inputs)
        return held, is_behind(match.box, scene), match.line.text[-1] not in ":："

    in_order = sorted(comparable(find_outside(text, scene.lines, scene.said)), key=unlikely)
    return [match.line.box if match.closeness <= Closeness.BARE else match.box for match in in_order]


def _told(target: Target, field: PixelBox, scene: Scene) -> PixelBox:
    x, y = field.centre
    scene.think(f"The field of {target} is at ({x:.0f}, {y:.0f}).")
    return field
