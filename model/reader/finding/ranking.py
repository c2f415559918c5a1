"""How well a place fits what a target says: smaller is better. Knows places and kinds; looks for nothing."""

from model.reader.finding.candidate import Candidate
from model.reader.finding.controls.kinds import ALIKE, tier
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.locate import Closeness
from model.sight.text_line import PixelBox


def likeness(place: Candidate, target: Target) -> tuple[bool, int, int]:
    """Return how alike a place is: the kind that was asked for, its words, then a control before mere text."""
    level = tier(target.kind, place.kind)
    is_kind = target.kind is None or (level <= ALIKE and place.closeness <= Closeness.WORDS)
    return not is_kind, max(place.closeness, Closeness.BARE), level + place.held


def fit(place: Candidate, target: Target) -> tuple[bool, int, int, int, bool, int]:
    """Smaller is better. Within a longer line the case counts too: "In" is not the "in" of a sentence."""
    return (*likeness(place, target), place.closeness, not place.in_case, place.surplus)


def distance(place: Candidate, scene: Scene) -> float:
    """Return how far a place is from the last action, in pixels."""
    return place.box.distance_to(scene.near) if scene.near else 0.0


def is_behind(box: PixelBox, scene: Scene) -> bool:
    """Say whether a place is outside of the dialogs that are open: they lie in front, and ask first."""
    dialogs = [element.box for element in scene.elements if element.kind is Kind.DIALOG]
    return bool(dialogs) and not any(dialog.has(box.centre) for dialog in dialogs)


def is_as_good(place: Candidate, best: Candidate, target: Target) -> bool:
    """Say whether a place may be meant as well as the best one: what is further from where it shall be may not."""
    return likeness(place, target)[:2] == likeness(best, target)[:2] and place.away <= best.away
