"""Joins two opinions on what controls there are: the net's, by their looks, and that of their outlines.

An outline's box is exact, and the net knows kinds and states that an outline does not tell. Where both see a control,
its box is the outline's; what one of them sees alone is taken where it is sure enough.
"""

from collections.abc import Sequence
from dataclasses import replace
from threading import Event
from typing import Protocol

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.outlines.controls import OutlinedControls
from model.sight.text_line import overlap

_SAME = 0.45  # of both boxes together, that they have in common
_SURE_ALONE, _SURE_OF_KIND = 0.8, 0.8
_SURER = 0.85  # where an outline is a groove with a handle on it, which nothing else has
_TICKED = frozenset({Kind.CHECKBOX, Kind.RADIO})


class Finder(Protocol):
    """What finds controls on a picture."""

    def find(self, pixels: Pixels, stop: Event) -> list[Element]:
        """Return controls with kind, box, state and score."""


class BothOpinions:
    """Asks the net and the outlines. Raises what the net does."""

    def __init__(self, net: Finder, outlines: Finder | None = None) -> None:
        self._net, self._outlines = net, outlines or OutlinedControls()

    def find(self, pixels: Pixels, stop: Event) -> list[Element]:
        """Return the controls that either sees."""
        return joined(self._net.find(pixels, stop), self._outlines.find(pixels, stop))


def joined(seen: Sequence[Element], outlined: Sequence[Element]) -> list[Element]:
    """Return what the net has seen and what is outlined, each control once."""
    left, found = list(seen), list[Element]()
    for outline in outlined:
        same = max(left, key=lambda element: overlap(element.box, outline.box), default=None)
        if same is not None and overlap(same.box, outline.box) >= _SAME:
            left.remove(same)
            found.append(_agreed(same, outline))
        else:
            found.append(outline)
    alone = [element for element in left if element.score >= _SURE_ALONE and not _is_taken(element, found)]
    return [*found, *alone]


def _agreed(seen: Element, outline: Element) -> Element:
    sure = _SURER if outline.kind is Kind.SLIDER else _SURE_OF_KIND
    kind = seen.kind if seen.score >= sure else outline.kind
    if outline.kind in _TICKED:
        kind = outline.kind
    checked = outline.checked if kind in _TICKED else None
    score = max(seen.score, outline.score)
    return replace(seen, kind=kind, box=outline.box, checked=checked, score=score)


def _is_taken(element: Element, found: Sequence[Element]) -> bool:
    """Say whether something else was found in the same place, and not merely around it."""
    return any(
        element.box.has(other.box.centre) and other.box.has(element.box.centre)
        for other in found
        if overlap(element.box, other.box) > _SAME / 3
    )
