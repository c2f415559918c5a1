"""The reward for GLM's calls on web pages: the same call at the very same point, and how like its text is.

Source: `WebVoyager.py` of GLM-V's reward system (Apache-2.0), its rules for calls with points. Its defects are mended:
a call whose text has an apostrophe, or that has no point, is worth nothing; two clicks that name no element are taken
for clicks on the same one; a text at another place is worth something however wrong; and `a+ctrl` is not `ctrl+a`.
What it does not know is worth 1 where it is equal.
"""

from collections import Counter

from rapidfuzz.distance import LCSseq

from actions.dialects.forms import form_of
from actions.dialects.glm_forms import WEB_FORMS
from actions.schema import Action, Answer, AskUser, Box, Click, Done, Infeasible, PressKeys, Scroll, TypeText, Wait

_SAME_ELEMENT = 0.05
_ELSEWHERE = 0.95  # of what a text is worth


def web_reward(answered: Action, right: Action, *, as_published: bool = False) -> float:
    """Return what the action is worth, from 0 to 1."""
    if form_of(answered, WEB_FORMS).name != form_of(right, WEB_FORMS).name:
        return 0.0
    if as_published and not (_is_found(answered) and _is_found(right)):
        return 0.0
    match answered, right:
        case Click(), Click():
            if _point(answered.box_2d) == _point(right.box_2d):
                return 1.0
            return _SAME_ELEMENT if as_published else 0.0
        case TypeText(), TypeText():
            return _typed(answered, right, as_published=as_published)
        case PressKeys(keys=a), PressKeys(keys=b):
            return float(a == b if as_published else Counter(a) == Counter(b))
        case Scroll(), Scroll():
            return _scrolled(answered, right)
        case ((Answer(text=a) | AskUser(text=a)), (Answer(text=b) | AskUser(text=b))):
            return _alike(a, b)
        case ((Wait() | Done() | Infeasible()), _):
            return 1.0
        case _:
            return float(answered == right)


def _is_found(action: Action) -> bool:
    """Say whether the published patterns find the call as it is written."""
    match action:
        case TypeText(text=text, box_2d=box):
            return box is not None and "'" not in text
        case Answer(text=text) | AskUser(text=text):
            return "'" not in text
        case Scroll(box_2d=box):
            return box is not None
    return True


def _point(box: Box | None) -> tuple[int, int] | None:
    """Return the point in whole thousandths, as the notation writes it."""
    return (round(box.centre.x), round(box.centre.y)) if box else None


def _typed(answered: TypeText, right: TypeText, *, as_published: bool) -> float:
    worth = _alike(answered.text, right.text)
    if _point(answered.box_2d) == _point(right.box_2d):
        return worth
    worth *= _ELSEWHERE if worth > _SAME_ELEMENT or not as_published else 0.0
    return worth or (_SAME_ELEMENT if as_published else 0.0)


def _alike(one: str, other: str) -> float:
    """Return the longest common subsequence as a part of the longer text."""
    if one == other:
        return 1.0
    return LCSseq.similarity(one, other) / max(len(one), len(other))


def _scrolled(answered: Scroll, right: Scroll) -> float:
    """Return how alike the distances are; the place must be the same, as the direction is."""
    if _point(answered.box_2d) != _point(right.box_2d):
        return 0.0
    return 1 - abs(answered.notches - right.notches) / max(answered.notches, right.notches)
