"""The places of an action as a value of their own: taken out, compared, put back."""

from collections.abc import Sequence

from actions.schema import Action, Box, Click, Drag, Hover, LongPress, Scroll, TypeText
from actions.targets import targets

_NEAR = 10.0  # thousandths


def placed(action: Action, boxes: Sequence[Box]) -> Action:
    """Return the action at other places, as many as it has."""
    assert len(boxes) == len(targets(action)), "each place has one that takes its stead"
    match action:
        case Drag():
            return action.model_copy(update={"box_2d": boxes[0], "to_box_2d": boxes[1]})
        case Click() | LongPress() | Hover() | TypeText() | Scroll() if boxes:
            return action.model_copy(update={"box_2d": boxes[0]})
    return action


def without_places(action: Action) -> str:
    """Return what the action does, wherever: equal texts do the same."""
    return action.model_dump_json(exclude={"box_2d", "to_box_2d"}) + str(len(targets(action)))


def distance(one: Sequence[Box], other: Sequence[Box]) -> float:
    """Return how far apart the middles of places are, in thousandths; the farthest of several counts."""
    pairs = ((a.centre, b.centre) for a, b in zip(one, other, strict=True))
    return max((((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5 for a, b in pairs), default=0.0)


def agree(one: Action, other: Action) -> bool:
    """Say whether two actions do the same at the same places: middles close to each other, or in each other's boxes."""
    if without_places(one) != without_places(other):
        return False
    here, there = targets(one), targets(other)
    return distance(here, there) <= _NEAR or all(_has(a, b) and _has(b, a) for a, b in zip(here, there, strict=True))


def _has(box: Box, other: Box) -> bool:
    x, y = other.centre
    return box.x1 <= x <= box.x2 and box.y1 <= y <= box.y2
