"""CC-Score: the points of the predicted actions that agree with the right ones, in the order that gives the most.

Source: `client/action.py` and `client/bleu.py` of ScreenAgent (code MIT, BLEU Apache-2.0).
"""

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from actions.input.keys import canonical_key
from tasks.recorded.trajectories.notations.screenagent import BUTTONED, PLACED, Act, area_of

_LONGEST = 4  # characters of an n-gram


def points(right: Act) -> int:
    """Return how many points an action can bring."""
    if right.is_mouse:
        return 2 + (right.kind in BUTTONED) + (right.kind in PLACED)
    return 2 if right.is_keyboard else 0


def agreed(answered: Sequence[Act], right: Sequence[Act], *, as_published: bool = False) -> float:
    """Return the most points of any pairing of predicted actions with right ones that keeps their order."""
    best = [0.0] * (len(right) + 1)  # of the predicted actions so far, with the first of the right ones
    for given in answered:
        before, best = best, [0.0]
        for number, wanted in enumerate(right):
            paired = before[number] + agreement(given, wanted, as_published=as_published)
            best.append(max(paired, before[number + 1], best[number]))
    return best[-1]


def agreement(given: Act, right: Act, *, as_published: bool = False) -> float:
    """Return the points that an action brings in the place of the right one."""
    if right.is_mouse and given.is_mouse:
        return (
            1.0
            + (given.kind == right.kind)
            + (right.kind in BUTTONED and given.button == right.button)
            + (right.kind in PLACED and _is_there(given, right))
        )
    if right.is_keyboard and given.is_keyboard:
        return 1.0 + _written(given, right, as_published=as_published)
    return 0.0


def _is_there(given: Act, right: Act) -> bool:
    if given.place is None or right.place is None:
        return False
    return area_of(right).contains(*given.place)


def _written(given: Act, right: Act, *, as_published: bool) -> float:
    """Return 1 for the same keys or text, else how like they are by BLEU."""
    if given.written == right.written:
        return 1.0
    if not as_published and given.keys and right.keys and _names(given) == _names(right):
        return 1.0
    return bleu(given.written, right.written)


def _names(act: Act) -> list[str]:
    return sorted(map(_name, act.keys))


def _name(key: str) -> str:
    try:
        return canonical_key(key)
    except ValueError:
        return key


def bleu(given: str, right: str) -> float:
    """Return BLEU of runs of one to four characters, without smoothing; 0 for a text without characters."""
    if not given or not right:
        return 0.0
    precisions = [_precision(given, right, length) for length in range(1, _LONGEST + 1)]
    if not min(precisions):
        return 0.0
    brevity = min(1.0, exp(1 - len(right) / len(given)))
    return brevity * exp(sum(map(log, precisions)) / _LONGEST)


def _precision(given: str, right: str, length: int) -> float:
    """Return the share of a text's runs of this length that the other one has too, each as often at most."""
    runs, others = _runs(given, length), _runs(right, length)
    return (runs & others).total() / runs.total() if runs else 0.0


def _runs(text: str, length: int) -> Counter[str]:
    return Counter(text[start : start + length] for start in range(len(text) - length + 1))
