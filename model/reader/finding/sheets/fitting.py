"""Numbers the stretches between lines by what is read in some of them: what one is misread as, its neighbours tell.

Stretches may be hidden, so that numbers leap; a number that leaps and is followed by none is a slip of reading.
"""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TypeAlias

Stretch: TypeAlias = tuple[float, float]

_REGULAR = 0.1  # of a step
_MOST_BEYOND = 3  # stretches
_WHOLE = 0.7  # of its neighbour's size
_LEAP = -0.5  # what a leap takes from a chain, to which each step adds one


@dataclass(frozen=True)
class Read:
    """A number that is read at a place."""

    place: float
    number: int


def numbered(read: Sequence[Read], lines: Sequence[float], *, beyond: bool) -> Mapping[int, Stretch]:
    """Return the stretch of each number that can be told; none at all where no two numbers follow each other.

    One more stretch before the first goes on from it, and with `beyond` some behind the last, each in full.
    The last may be cut off, so it reaches no further behind its number than before it.
    """
    stretches = list(pairwise(lines))
    chain = _best_chain(_placed(read, lines))
    if not chain or all(_leaps(one, other) for one, other in pairwise(chain)):
        return {}
    known = {number: index for index, number in chain}
    for one, other in pairwise(chain):
        if not _leaps(one, other):
            known |= {one[1] + step: one[0] + step for step in range(other[0] - one[0])}
    first, last = chain[0], chain[-1]
    known |= {last[1]: last[0], first[1] - 1: first[0] - 1, **(_behind(last, stretches) if beyond else {})}
    found = {number: stretches[index] for number, index in sorted(known.items()) if number > 0 and index >= 0}
    return found | {last[1]: _up_to_the_same(found[last[1]], [one.place for one in read if one.number == last[1]])}


def _behind(last: tuple[int, int], stretches: Sequence[Stretch]) -> Mapping[int, int]:
    """Return the numbers behind the last that was read: the first may be cut off, further ones are of one size."""
    index, number = last
    behind: dict[int, int] = {}
    for more, (one, other) in enumerate(pairwise(stretches[index : index + 1 + _MOST_BEYOND]), start=1):
        share = _size(other) / _size(one)
        if share < _WHOLE or (more > 1 and abs(share - 1) > _REGULAR):
            break
        behind[number + more] = index + more
    return behind


def _size(stretch: Stretch) -> float:
    return stretch[1] - stretch[0]


def _up_to_the_same(stretch: Stretch, places: Sequence[float]) -> Stretch:
    """Return a stretch that reaches as far to either side of the number that is read in it."""
    inside = [place for place in places if stretch[0] < place < stretch[1]]
    return (stretch[0], min(stretch[1], 2 * inside[0] - stretch[0])) if inside else stretch


def halfway(read: Sequence[Read]) -> list[float]:
    """Return lines halfway between numbers that follow each other on the screen, and as far beyond both ends.

    Where they stand in regular steps, one that was not read has its place too, and so has one at either end,
    and the only one between two others.
    """
    in_order = sorted(read, key=lambda one: one.place)
    steps = [other.place - one.place for one, other in pairwise(in_order) if other.number - one.number == 1]
    if not steps:
        return []
    step = median(steps)
    places = [in_order[0].place - step, in_order[0].place]
    for one, other in pairwise(in_order):
        times = other.number - one.number
        own = (other.place - one.place) / max(times, 1)
        between = times > 1 and (times == 2 or abs(own - step) <= _REGULAR * step)
        places += [one.place + own * more for more in range(1, times)] if between else []
        places.append(other.place)
    places.append(in_order[-1].place + step)
    lines = [(one + other) / 2 for one, other in pairwise(places)]
    return [2 * places[0] - lines[0], *lines, 2 * places[-1] - lines[-1]]


def _placed(read: Sequence[Read], lines: Sequence[float]) -> list[tuple[int, int]]:
    """Return in which stretch each number was read, in order."""
    placed = [(bisect(lines, one.place) - 1, one.number) for one in read]
    return sorted(pair for pair in placed if 0 <= pair[0] < len(lines) - 1)


def _best_chain(placed: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of numbers that go on as their stretches do, with as few leaps as can be."""
    best: list[tuple[float, list[tuple[int, int]]]] = []
    for pair in placed:
        before = [
            (worth + (_LEAP if _leaps(chain[-1], pair) else 1), chain)
            for worth, chain in best
            if 0 < pair[0] - chain[-1][0] <= pair[1] - chain[-1][1]
        ]
        worth, chain = max(before, key=lambda one: one[0], default=(0.0, []))
        best.append((worth, [*chain, pair]) if worth > 0 else (0.0, [pair]))
    return max(best, key=lambda one: one[0], default=(0.0, []))[1]


def _leaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[1] - one[1] != other[0] - one[0]
