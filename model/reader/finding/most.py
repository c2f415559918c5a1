"""Picks among places by a measure: their size on the screen, what their numbers, dates or durations say, their words.

Knows no language: the plan names the measure.
"""

import math
from collections.abc import Callable, Sequence

from model.reader.finding.candidate import Candidate
from model.reader.finding.measures import date_in, minutes_in, number_in
from model.reader.plan import Most
from model.reader.scene import Scene
from model.sight.text_line import enclosing

_Measure = Callable[[Candidate], float | None]
_WAYS: dict[Most, tuple[int, int]] = {
    "leftmost": (1, 0),
    "rightmost": (-1, 0),
    "topmost": (0, 1),
    "bottommost": (0, -1),
    "top left": (1, 1),
    "top right": (-1, 1),
    "bottom left": (1, -1),
    "bottom right": (-1, -1),
}
"""What is smallest of the one that is picked: shares of its x and its y."""


def with_most(places: Sequence[Candidate], most: Most, scene: Scene) -> list[Candidate]:
    """Return the places that can be measured, the one asked for first; the given order where none can be."""
    if most == "central":
        return _from_the_middle(places)
    measure, down = _measure(most, scene), most in ("largest", "highest", "longest", "newest")
    measured = [(size, place) for place in places if (size := measure(place)) is not None]
    return [place for _, place in sorted(measured, key=lambda pair: -pair[0] if down else pair[0])]


def _from_the_middle(places: Sequence[Candidate]) -> list[Candidate]:
    """Return the places by how far they are from the middle of them all."""
    middle = enclosing([place.area for place in places]).centre if places else (0.0, 0.0)
    return sorted(places, key=lambda place: math.dist(place.area.centre, middle))


def _measure(most: Most, scene: Scene) -> _Measure:
    match most:
        case "largest" | "smallest":
            return lambda place: place.area.width * place.area.height
        case "highest" | "lowest":
            return lambda place: _first(number_in, place, scene)
        case "newest" | "oldest":
            return lambda place: _first(_day_in, place, scene)
        case "longest" | "shortest":
            return lambda place: _length(place, scene)
        case _:
            across, along = _WAYS[most]
            return lambda place: across * place.box.centre[0] + along * place.box.centre[1]


def _first(read: Callable[[str], float | None], place: Candidate, scene: Scene) -> float | None:
    """Return what the place itself reads, or else what its row does."""
    own = read(place.text)
    return own if own is not None else read(_row_text(place, scene))


def _day_in(text: str) -> float | None:
    day = date_in(text)
    return float(day.toordinal()) if day else None


def _length(place: Candidate, scene: Scene) -> float:
    minutes = _first(minutes_in, place, scene)
    return float(len(place.text)) if minutes is None else minutes


def _row_text(place: Candidate, scene: Scene) -> str:
    area = place.area
    return " ".join(line.text for line in scene.lines if area.y1 <= line.box.centre[1] < area.y2)
