"""A place on the screen that a target may mean. A value only."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.sight.element import Element, Kind
from model.sight.locate import Closeness
from model.sight.text_line import PixelBox


@dataclass(frozen=True)
class Candidate:
    """A place, and how well its words fit; `box` is what an action aims at, in pixels of the screenshot.

    `text` is all that is read there, `element` the control that it is or lies on. `surplus` counts the letters that
    were not asked for, `held` says that the words are what stands in a field rather than its name, `away` is how far
    it is from what the target was said to be beside.
    """

    box: PixelBox
    kind: Kind
    text: str = ""
    element: Element | None = None
    closeness: Closeness = Closeness.EXACT
    surplus: int = 0
    in_case: bool = True
    held: bool = False
    away: float = 0.0

    @property
    def area(self) -> PixelBox:
        """The whole control, where one was seen."""
        return self.element.box if self.element else self.box


def in_reading_order(places: Iterable[Candidate]) -> list[Candidate]:
    """Return rows from the top, each from the left; the middles of a row's boxes differ by less than half a box."""
    rows: list[list[Candidate]] = []
    for place in sorted(places, key=lambda place: (place.box.centre[1], place.box.x1)):
        first = rows[-1][0].box if rows else None
        if first and place.box.centre[1] - first.centre[1] < min(first.height, place.box.height) / 2:
            rows[-1].append(place)
        else:
            rows.append([place])
    return [place for row in rows for place in sorted(row, key=lambda place: place.box.x1)]


def inside_only(element: Element) -> Candidate:
    """Return the candidate that an element is when nothing of its words was asked for."""
    return Candidate(element.box, element.kind, element.text or element.label or element.name, element)
