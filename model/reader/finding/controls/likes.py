"""Which controls are a thing's equals: of its kind and size, in line with it, as the items of a list or a grid are."""

from collections.abc import Sequence

from model.reader.finding.candidate import Candidate, in_reading_order, inside_only
from model.reader.finding.most import with_most
from model.reader.finding.relations import nearest_way
from model.reader.plan import Target
from model.reader.scene import Scene
from model.sight.element import Element, Kind

_SAME = 0.15  # of a side by which equals may differ


def like(place: Candidate, scene: Scene) -> list[Candidate]:
    """Return the equals of a place, itself among them, in reading order: controls of its kind, else lines of text."""
    if place.element:
        alike = [inside_only(other) for other in scene.elements if _is_alike(other, place.element)]
    else:
        alike = [Candidate(line.box, Kind.TEXT, line.text) for line in scene.unstated_lines]
    equals = new = [one for one in alike if one.area.has(place.box.centre)][:1]
    while new:
        new = [other for other in alike if other not in equals and any(_is_in_line(other, known) for known in new)]
        equals = [*equals, *new]
    return in_reading_order(equals)


def one_of(equals: Sequence[Candidate], target: Target, scene: Scene) -> Candidate | None:
    """Return the one of some equals that a target means which says where it is, or which of them; None for any other.

    What it is said to be above or beside is one of them too.
    """
    if target.most:
        return next(iter(with_most(equals, target.most, scene)), None)
    if target.ordinal and len(equals) >= abs(target.ordinal):
        return equals[target.ordinal - (target.ordinal > 0)]
    if len(target.relations) != 1:
        return None
    (relation,) = target.relations
    anchors = [(equal.area, None) for equal in equals if relation.to.text and relation.to.text in equal.text]
    ways = [(way, place) for place in equals if (way := nearest_way(relation.how, place.area, anchors)) is not None]
    return min(ways, key=lambda pair: pair[0], default=(0.0, None))[1]


def _is_alike(other: Element, one: Element) -> bool:
    return (
        other.kind is one.kind
        and abs(other.box.width - one.box.width) <= _SAME * one.box.width
        and abs(other.box.height - one.box.height) <= _SAME * one.box.height
    )


def _is_in_line(other: Candidate, one: Candidate) -> bool:
    box, known = other.area, one.area
    return min(abs(box.x1 - known.x1), abs(box.centre[1] - known.centre[1])) <= _SAME * known.height
