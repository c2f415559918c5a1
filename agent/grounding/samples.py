"""Several samples, and the middle of them: first what most of them do, then the middle of where most of those do it.

Places far apart are different controls, between which there is nothing: only those around the place that most samples
are near are averaged.
"""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from actions.schema import Box
from actions.targets import targets
from agent.grounding.asking import Asking, Revision
from agent.grounding.places import distance, placed, without_places
from agent.grounding.reply import Heard

_AROUND = 50.0  # thousandths


def middle_of_samples(asking: Asking, first: Heard, *, samples: int) -> Revision | None:
    """Ask until there are so many answers; return the middle one. What cannot be read has no vote."""
    heard = [first, *(asking.ask() for _ in range(samples - 1))]
    readable = [one for one in heard if one.parsed]
    if not readable:
        return None
    kinds = Counter(map(_kind, readable))
    chosen, votes = kinds.most_common(1)[0]  # of equal ones the first
    alike = [one for one in readable if _kind(one) == chosen]
    near = _densest(alike)
    boxes = _middle([_boxes(one) for one in near])
    base = first if first in near else near[0]
    assert base.parsed is not None, "it is readable"
    note = f"{votes} of {len(heard)} samples say so" + (f", {len(near)} of them about here." if boxes else ".")
    return Revision(base, placed(base.parsed.action, boxes), note)


def _kind(heard: Heard) -> str:
    assert heard.parsed is not None, "it is readable"
    return without_places(heard.parsed.action)


def _boxes(heard: Heard) -> tuple[Box, ...]:
    return targets(heard.parsed.action) if heard.parsed else ()


def _densest(alike: Sequence[Heard]) -> list[Heard]:
    """Return the samples around the one that most others are near; of equal ones around the first."""
    groups = [[other for other in alike if distance(_boxes(one), _boxes(other)) <= _AROUND] for one in alike]
    return max(groups, key=len)


def _middle(places: Sequence[tuple[Box, ...]]) -> tuple[Box, ...]:
    """Return the median of each side of each box: left stays left of right."""
    return tuple(Box(*map(median, zip(*boxes, strict=True))) for boxes in zip(*places, strict=True))
