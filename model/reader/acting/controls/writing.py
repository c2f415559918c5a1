"""Typing and clearing text. A typed text has to stand on the screen then, or dots in its place."""

from model.reader.acting.controls.fields import INPUTS, below_words, field_of, is_empty, only_empty, unframed
from model.reader.acting.place import Place
from model.reader.acting.pointer.pointing import box_of
from model.reader.acting.way import Act, CannotError, Way, press, replace_text, wheel
from model.reader.answer import ActionFields, box_2d, from_thousandths
from model.reader.evidence import is_secret
from model.reader.finding.controls.panes import scrolled_panes
from model.reader.finding.find import find_one
from model.reader.finding.looks.pages import page_to_write_on, room_at_end
from model.reader.finding.named.pieces import piece_of
from model.reader.finding.sheets.sheet import addressed
from model.reader.plan import TEXT_AREA, Clear, Press, Target, Type
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.locate import find
from model.sight.text_line import PixelBox

_TO_END, _MOST_TURNS = 20, 20  # notches in one go, and goes


def _type(due: Type, place: Place, scene: Scene) -> Act | None:
    at, _, turned = place.stage.partition(" ")
    if due.reading and at in ("", "turned") and (onward := _to_the_end(due.reading, int(turned or 0), scene)):
        return onward
    match at:
        case "" | "turned":
            text = str(place.notes.get("text") or text_of(due, scene))
            action = _typed_elsewhere(text, due, scene) if place.tries else _typed_into(text, due.target, scene)
            return Act("typed", action, {"text": text} if due.reading else {})
        case "typed" if due.enter:
            return Act("entered", press("enter"))
        case _:
            return None


def _to_the_end(reading: Target, turned: int, scene: Scene) -> Act | None:
    """Scroll to where the last of something stands; None once nothing moves there any more."""
    if reading.ordinal >= 0 or not reading.part or (turned and scene.changed is False) or turned >= _MOST_TURNS:
        return None
    panes = scrolled_panes(scene)
    return Act(f"turned {turned + 1}", wheel("down", _TO_END, panes[0], scene)) if panes else None


def text_of(due: Type, scene: Scene) -> str:
    """Return what is to be typed: the plan's text, or what its target reads on the screen."""
    if due.reading is None:
        return due.text
    text = value_of(due.reading, scene)
    scene.think(f"{due.reading} reads “{text}”.")
    return text


def value_of(target: Target, scene: Scene) -> str:
    """Return what a target reads. Raises `NotFoundError`, and `CannotError` where it reads nothing."""
    in_cell = addressed(target) and scene.sheet
    text = find_one(target, scene).place.text if in_cell else piece_of(target, scene).text.strip()
    if not text:
        raise CannotError(f"I can read nothing of {target}; the screen reads: {scene.reading()}.")
    return text


def _typed_into(text: str, target: Target | None, scene: Scene) -> ActionFields:
    """A field's text is replaced; other text is clicked as it is."""
    if target is None:
        return {"action_type": "input_text", "text": text}
    if page := _page_for(target, scene):
        return {"action_type": "input_text", "text": text, "box_2d": box_2d(page, scene.image)}
    if field := field_of(target, scene) or unframed(target, scene):
        return replace_text(text, field, scene)
    return {"action_type": "input_text", "text": text, "box_2d": box_2d(box_of(target, scene), scene.image)}


def _page_for(target: Target, scene: Scene) -> PixelBox | None:
    """Return room on a window's page, where no field is seen, or a text area is meant and no field is larger."""
    if target not in (Target(kind=Kind.FIELD), TEXT_AREA):
        return None
    fields = [element.box for element in scene.elements if element.kind in INPUTS]
    if fields and target != TEXT_AREA:
        return None
    page = page_to_write_on(scene)
    if page is None or any(_size(field) >= _size(page) for field in fields):
        return None
    scene.think(f"There is a page to write on at {page.centre}.")
    return room_at_end(page)


def _size(box: PixelBox) -> float:
    return box.width * box.height


def _typed_elsewhere(text: str, due: Type, scene: Scene) -> ActionFields:
    """Type into the only field there is, or below the words, where nothing took the text; nothing is typed twice."""
    field = only_empty(scene) or below_words(scene) if due.target is None else None
    if field is None:
        raise CannotError(f"Tried once, and nothing on the screen changed: {due}. It reads: {scene.reading()}.")
    return replace_text(text, field, scene)


def _typed(due: Type, place: Place, scene: Scene) -> bool | None:
    if place.trying.startswith("turned"):
        return True
    if place.trying == "entered":
        return True if isinstance(scene.following, Type) and scene.following.target is None else None
    text = str(place.notes.get("text") or due.text)
    if scene.changed is None:
        return None
    if scene.changed is False:
        return is_secret(text) or (not place.waited and scene.field_reads(text))
    if not scene.shows_typed(text):
        raise CannotError(f"I cannot see the text after this: {due}. The screen reads: {scene.reading()}.")
    if _is_joined(text, scene):
        raise CannotError(f"Enter began no new line before this: {due}. The screen reads: {scene.reading()}.")
    return True


def _is_joined(text: str, scene: Scene) -> bool:
    """Say whether a text stands on one line with what was typed before Enter: that moves but the caret, and unseen."""
    match scene.preceding:
        case [*_, Type(text=before), Press(keys=("enter",))] | [*_, Type(text=before, enter=True)] if before:
            return not is_secret(before + text) and bool(find(before + text, scene.lines))
        case _:
            return False


def _clear(due: Clear, place: Place, scene: Scene) -> Act | None:
    if due.target is None:
        keys = {"": ("ctrl", "a"), "selected": ("delete",)}.get(place.stage)
        return Act("selected" if not place.stage else "cleared", press(*keys)) if keys else None
    if place.stage:
        return None
    field = field_of(due.target, scene) or box_of(due.target, scene)
    if is_empty(field, scene):
        return None
    return Act("cleared", replace_text("", field, scene), {"field": box_2d(field, scene.image)[0]})


def _cleared(due: Clear, place: Place, scene: Scene) -> bool | None:
    edges = place.notes.get("field")
    if place.trying == "selected" or not isinstance(edges, list):
        return True
    return is_empty(from_thousandths(edges, scene.image.size), scene)


TYPE: Way[Type] = Way(_type, seen=_typed, once=frozenset({"entered"}))
CLEAR: Way[Clear] = Way(_clear, seen=_cleared)
