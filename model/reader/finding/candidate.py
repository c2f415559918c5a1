"""A place on the screen that a target may mean. A value only."""

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


def reading_order(candidate: Candidate) -> tuple[int, float]:
    """Sort rows from the top, each from the left; a row is half a usual line high, for uneven boxes."""
    return round(candidate.box.centre[1] / 12), candidate.box.x1


def inside_only(element: Element) -> Candidate:
    """Return the candidate that an element is when nothing of its words was asked for."""
    return Candidate(element.box, element.kind, element.text or element.label or element.name, element)
