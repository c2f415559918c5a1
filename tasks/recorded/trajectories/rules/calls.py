"""AgentNetBench's rule: what predicted calls are worth where others were right.

The first call must be of a kind that the right ones have; then each right call is held against the predicted one in its
place, and the mean of the kinds is taken. Source: `evaluation/agentnetbench/eval.py` of OpenCUA (MIT).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist, exp, sqrt
from statistics import fmean

from rapidfuzz.distance import Levenshtein

from actions.input.keys import canonical_key
from tasks.recorded.trajectories.notations.call import Call, is_enter

NEAR = 0.01 * sqrt(2)
"""So far from the recorded place, in fractions of the screenshot, a place is as good as that."""

STEEPNESS = 120
ALIKE = 0.8
"""So alike, two texts are the same."""

NEWLINE_DIFFERS = 0.9

_AT_PLACES = {"click", "doubleclick", "rightclick", "tripleclick", "moveto", "dragto"}
_MENDED_PLACES = {"middleclick"}
_AS_GOOD_AS = {"command": "ctrl", "cmd": "ctrl"}


@dataclass(frozen=True)
class Worth:
    """What predicted calls are worth: as a whole, and by the kind of the right calls."""

    total: float
    kinds: Mapping[str, float]


def worth(predicted: Sequence[Call], options: Sequence[Sequence[Call]], *, as_published: bool = False) -> Worth:
    """Return the most that the calls are worth under one of the options, the first of which was recorded."""
    if not predicted or not any(options):
        return Worth(0.0, {})
    best = None
    for option in options:
        found = _worth(predicted, option, as_published=as_published)
        if best is None or found.total > best.total:
            best = found
        if best.total >= 1:
            break
    assert best, "there is an option"
    return best


def _worth(predicted: Sequence[Call], right: Sequence[Call], *, as_published: bool) -> Worth:
    given, wanted = (
        _merged(predicted, as_published=as_published),
        _merged(right, ("press", "hotkey"), as_published=as_published),
    )
    if not wanted:
        return Worth(0.0, {})
    if wanted[0].kind == "terminate":
        ends = given[0].kind == "terminate" and given[0].text == wanted[0].text
        return Worth(float(ends), {"terminate": float(ends)})
    if _kind(given[0], as_published=as_published) not in {_kind(call, as_published=as_published) for call in wanted}:
        return Worth(0.0, {call.kind: 0.0 for call in wanted})
    kinds = defaultdict[str, list[float]](list)
    counts = defaultdict[str, int](int)
    for number, call in enumerate(wanted):
        counts[call.kind] += 1
        found = _one(given[number] if number < len(given) else None, call, as_published=as_published)
        if found is not None:
            kinds[call.kind].append(found)
    means = {kind: sum(values) / counts[kind] for kind, values in kinds.items()}
    return Worth(fmean(means.values()) if means else 0.0, means)


def _merged(calls: Sequence[Call], enter: Sequence[str] = ("press",), *, as_published: bool) -> list[Call]:
    """Return the calls, a text and Enter after it as one; and unless `as_published`, keys pressed in a row as one.

    `enter` are the kinds of calls by which Enter may be pressed.
    """
    joined, ended = list[Call](), False  # whether the last text has its Enter
    for call in calls:
        last = joined[-1] if joined else None
        if last and last.kind == "write" and not ended and call.kind in enter and is_enter(call.keys):
            joined[-1], ended = replace(last, text=f"{last.text}\n"), True
            continue
        ended = False
        if last and last.kind == call.kind == "press" and not as_published:
            joined[-1] = replace(last, keys=last.keys + call.keys)
        else:
            joined.append(call)
    return joined


def _kind(call: Call, *, as_published: bool) -> str:
    """Return what calls must have in common; a hotkey of one key is a key pressed."""
    if as_published:
        return call.name.lower()
    return "press" if call.kind == "hotkey" and len(call.keys) == 1 else call.kind


def _one(given: Call | None, right: Call, *, as_published: bool) -> float | None:
    """Return what a call is worth in the place of the right one; None where the published scorer knows no value."""
    if given is None or _kind(given, as_published=as_published) != _kind(right, as_published=as_published):
        return 0.0
    match right.kind:
        case kind if kind in _AT_PLACES or (kind in _MENDED_PLACES and not as_published):
            return _place(given, right)
        case "write":
            return text_worth(given.text, right.text, as_published=as_published)
        case "press" | "hotkey":
            return float(_keys(given, as_published=as_published) == _keys(right, as_published=as_published))
        case "scroll":
            return 1.0
        case _:
            return None if as_published else 1.0


def _place(given: Call, right: Call) -> float:
    """Return 1 inside a box or near the recorded place, and less and less away from it."""
    if given.place is None or right.place is None:
        return 0.0
    if any(box.contains(*given.place) for box in right.boxes):
        return 1.0
    distance = dist(given.place, right.place)
    return 1.0 if distance <= NEAR else exp(-STEEPNESS * (distance - NEAR))


def text_worth(given: str, right: str, *, as_published: bool = False) -> float:
    """Return how like two texts are, case and white space around them aside; 1 where they are much alike.

    A difference in whether Enter follows is meant to cost a tenth; as published it never does, since the ends are
    stripped first.
    """
    differs = given.rstrip(" ").endswith("\n") != right.rstrip(" ").endswith("\n")
    one, other = given.lower().strip(), right.lower().strip()
    longest = max(len(one), len(other))
    if not longest:
        return 1.0
    likeness = 1 - Levenshtein.distance(one, other) / longest
    if differs and not as_published:
        likeness *= NEWLINE_DIFFERS
    return 1.0 if likeness >= ALIKE else likeness / ALIKE


def _keys(call: Call, *, as_published: bool) -> set[str]:
    return {key.lower() for key in call.keys} if as_published else set(map(_canonical, call.keys))


def _canonical(key: str) -> str:
    """Return one name for each key; the records write `ctrl` also where a Mac had Command."""
    try:
        key = canonical_key(key)
    except ValueError:
        key = key.strip().lower()
    return _AS_GOOD_AS.get(key, key)
