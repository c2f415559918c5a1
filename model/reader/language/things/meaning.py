"""What a noun phrase means: a target, and whether one or every one. Values only."""

from dataclasses import dataclass, replace

from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Relating, Relation, Target


@dataclass(frozen=True)
class Meant:
    """A target; `every` says that all that fit are meant, `limit` that so many of them are."""

    target: Target
    every: bool = False
    limit: int = 0

    @property
    def several(self) -> bool:
        """Whether more than one thing is meant."""
        return self.every or self.limit > 1


_SIDES = {
    "leftmost", "rightmost", "topmost", "bottommost", "top left", "top right", "bottom left", "bottom right", "central",
}  # fmt: skip


def is_on_side(target: Target) -> bool:
    """Say whether a target is picked by where it stands on the screen."""
    return target.most in _SIDES


def is_region(target: Target) -> bool:
    """Say whether a target is only a side of the screen: "the left sidebar", 右上角."""
    return is_on_side(target) and target == Target(most=target.most)


def placed_in(target: Target, place: Target, how: Relating = "inside") -> Target:
    """Return a target in a place; on a side of the screen it is the one that stands furthest there."""
    if not is_region(replace(place, relations=())):
        return replace(target, relations=(*target.relations, Relation(how, place)))
    if target.ordinal or target.most:
        raise InstructionError(f"I cannot count or compare on one side of the screen alone: {target}")
    return replace(target, most=place.most, relations=(*target.relations, *place.relations))
