"""The reward for GLM's desktop calls: the same call, and how near its point, its text or its scroll comes.

Source: `OSWorld.py` of GLM-V's reward system (Apache-2.0). Its defects are mended: a text ends at its first apostrophe,
the very text that was right can be worth 0.3 or nothing, and `c+ctrl` is not `ctrl+c`. Actions that it does not know
are worth what its rule for like arguments says.
"""

from collections import Counter
from math import dist, sqrt

from rapidfuzz.distance import Levenshtein

from actions.dialects.forms import form_of
from actions.dialects.glm_forms import CALL_FORMS
from actions.schema import (
    Action,
    Answer,
    AskUser,
    Box,
    Click,
    Done,
    Drag,
    Hover,
    Infeasible,
    LongPress,
    OpenApp,
    PressKeys,
    Scroll,
    TypeText,
    Wait,
)

_NEAR, _FAR = 20, 50  # thousandths
_SHORTEST_REPETITIVE = 10  # characters
_REPETITIVE = 0.7  # of a text
_SHORT = 0.3  # of the other text's length


def pc_reward(answered: Action, right: Action, *, as_published: bool = False) -> float:
    """Return what the action is worth, from 0 to 1."""
    if form_of(answered, CALL_FORMS).name != form_of(right, CALL_FORMS).name:
        return 0.0
    match answered, right:
        case (
            (Click(box_2d=a) | Hover(box_2d=a) | LongPress(box_2d=a)),
            (Click(box_2d=b) | Hover(box_2d=b) | LongPress(box_2d=b)),
        ):
            return nearness(a, b)
        case Drag(), Drag():
            return sqrt(nearness(answered.box_2d, right.box_2d) * nearness(answered.to_box_2d, right.to_box_2d))
        case Scroll(), Scroll():
            return _scroll(answered, right, as_published=as_published)
        case (
            (TypeText(text=a) | Answer(text=a) | AskUser(text=a)),
            (TypeText(text=b) | Answer(text=b) | AskUser(text=b)),
        ):
            return text_likeness(a, b, as_published=as_published)
        case PressKeys(keys=a), PressKeys(keys=b):
            return float(a == b if as_published else Counter(a) == Counter(b))
        case OpenApp(app_name=a), OpenApp(app_name=b):
            return float(a.casefold() == b.casefold())
        case ((Wait() | Done() | Infeasible()), _):
            return 1.0
        case _:
            return 0.0


def nearness(one: Box, other: Box) -> float:
    """Return 1 to 0.8 for centres up to 20 thousandths apart, and from there 0.6 down to 0 at 50."""
    distance = dist(one.centre, other.centre)
    return 1 - distance / _NEAR * 0.2 if distance <= _NEAR else max(0.0, 1 - distance / _FAR)


def text_likeness(one: str, other: str, *, as_published: bool = False) -> float:
    """Return how like two texts are, white space at the ends and case aside."""
    if as_published:
        one, other = _cut(one), _cut(other)
    one, other = one.strip().lower(), other.strip().lower()
    if one == other and not as_published:
        return 1.0
    if not one or not other:
        return 0.0
    ratio = min(len(one), len(other)) / max(len(one), len(other))
    alike = 0.6 * Levenshtein.normalized_similarity(one, other) + 0.4 * _jaccard(_pairs(one), _pairs(other))
    repetitive = 0.3 if _is_repetitive(one) or _is_repetitive(other) else 1.0
    return min(1.0, max(0.0, alike * (ratio if ratio < _SHORT else 1.0) * repetitive))


def _scroll(answered: Scroll, right: Scroll, *, as_published: bool) -> float:
    """Return the product of place, direction and amount; without a place in both, that one does not count."""
    if answered.direction != right.direction:
        return 0.0
    if answered.box_2d and right.box_2d:
        near = nearness(answered.box_2d, right.box_2d)
    else:
        near = 0.0 if as_published else float(answered.box_2d is right.box_2d)
    return near * max(0.0, 1 - abs(answered.notches - right.notches) / (right.notches * 2))


def _cut(text: str) -> str:
    """Return what the published pattern finds of a text: all before its first apostrophe, which is escaped."""
    head, apostrophe, _ = text.partition("'")
    return f"{head}\\" if apostrophe else head


def _pairs(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}


def _jaccard(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _is_repetitive(text: str) -> bool:
    """Say whether one character, or one piece of two to four, makes up more than 70 percent of a text."""
    if len(text) < _SHORTEST_REPETITIVE:
        return False
    pieces = (Counter(text[start : start + size] for start in range(len(text) - size + 1)) for size in range(1, 5))
    return any(max(counts.values()) * size / len(text) > _REPETITIVE for size, counts in enumerate(pieces, 1))
