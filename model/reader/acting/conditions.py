"""Whether something is so on the screen."""

from model.reader.acting.way import CannotError
from model.reader.evidence import holds_something
from model.reader.finding.candidate import Candidate
from model.reader.finding.controls.kinds import ALIKE, tier
from model.reader.finding.find import NotFoundError, find_all, find_one
from model.reader.finding.sheets.sheet import addressed, is_blank
from model.reader.plan import Condition, Target
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.locate import Closeness, find, says


def holds(condition: Condition, scene: Scene) -> bool:
    """Say whether a condition holds. Raises `NotFoundError` where what it is about is not there to be looked at."""
    said = f"{condition.target} {condition.property}"
    so = _is_so(condition, scene)
    scene.think(f"Looking at {said}: {'yes' if so else 'no'}.")
    return so is condition.holds


def is_visible(target: Target, scene: Scene) -> bool:
    """Say whether a target is on the screen, closer than by chance likeness."""
    try:
        places = [find_one(target, scene).place] if target.ordinal or target.most else find_all(target, scene)
    except NotFoundError:
        return False
    is_link = target.kind is Kind.LINK  # prose may say the same word
    return any(p.closeness <= Closeness.SLIPS and (not is_link or tier(Kind.LINK, p.kind) <= ALIKE) for p in places)


def _is_so(condition: Condition, scene: Scene) -> bool:
    if condition.property == "visible":
        return is_visible(condition.target, scene)
    place = find_one(condition.target, scene).place
    in_sheet = addressed(condition.target) is not None and scene.sheet is not None
    match condition.property:
        case "checked":
            return _checked(_element(place, condition))
        case "enabled":
            return _element(place, condition).enabled
        case "selected":
            return _element(place, condition).selected
        case "empty" if in_sheet:
            return is_blank(place.box, scene)
        case "reads" if in_sheet:
            return says(condition.text, place.text)
        case "empty":
            return not holds_something(scene.pixels, place.area)
        case "reads":
            return bool(find(condition.text, [line for line in scene.lines if place.area.overlaps(line.box)]))


def _element(place: Candidate, condition: Condition) -> Element:
    if place.element is None:
        raise CannotError(f"I cannot see whether this is so: {condition}")
    return place.element


def _checked(element: Element) -> bool:
    return element.selected if element.checked is None else element.checked
