"""Which controls are a thing's equals: of its kind and size, in line with it, as the items of a list are."""

from model.reader.finding.candidate import Candidate
from model.reader.scene import Scene
from model.sight.element import Element

_SAME = 0.15  # of a side by which equals may differ


def like(place: Candidate, scene: Scene) -> list[Element]:
    """Return the equals of a place, itself among them, in reading order; none where no control was seen there."""
    one = place.element
    if one is None:
        return []
    box = one.box
    equals = [
        other
        for other in scene.elements
        if other.kind is one.kind
        and abs(other.box.width - box.width) <= _SAME * box.width
        and abs(other.box.height - box.height) <= _SAME * box.height
        and min(abs(other.box.x1 - box.x1), abs(other.box.y1 - box.y1)) <= _SAME * box.height
    ]
    return sorted(equals, key=lambda other: (other.box.y1, other.box.x1))
