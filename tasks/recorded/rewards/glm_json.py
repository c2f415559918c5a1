"""The reward for GLM's JSON actions: the same keys, and the product of how far each value agrees.

Source: `AndroidWorld.py` of GLM-V's reward system (Apache-2.0). It takes only whole numbers from 0 to 999 for a box,
which is done here only as published, and runs a reply that is no JSON as Python, which is never done.
"""

import json
from collections.abc import Sequence
from math import prod
from typing import Any

from rapidfuzz.distance import LCSseq

from actions.dialects.glm_json import GLM_JSON
from actions.schema import Action

_BOXES = ("box_2d", "to_box_2d")
_TEXTS = ("text",)


def json_reward(answered: Action, right: Action, *, as_published: bool = False) -> float:
    """Return what the action is worth, from 0 to 1."""
    given, gold = _members(answered), _members(right)
    if given.keys() != gold.keys():
        return 0.0
    return prod(_agreement(name, given[name], gold[name], as_published=as_published) for name in gold)


def _members(action: Action) -> dict[str, Any]:
    """Return the action as GLM writes it: what has its default is not written, on either side."""
    members: dict[str, Any] = json.loads(GLM_JSON.write(action))
    return members


def _agreement(name: str, given: Any, gold: Any, *, as_published: bool) -> float:
    if given == gold:
        return 1.0
    if name in _TEXTS:
        return LCSseq.similarity(given, gold) / max(len(given), len(gold))
    if name in _BOXES:
        (box,), (right,) = given, gold
        return 0.0 if as_published and not _is_valid_as_published(box) else intersection_over_union(box, right)
    return 0.0


def intersection_over_union(one: Sequence[float], other: Sequence[float]) -> float:
    """Return which part of what two boxes cover they cover both; 0 where they cover nothing."""
    width = max(min(one[2], other[2]) - max(one[0], other[0]), 0)
    height = max(min(one[3], other[3]) - max(one[1], other[1]), 0)
    both = width * height
    either = (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1]) - both
    return both / either if either else 0.0


def _is_valid_as_published(box: Sequence[float]) -> bool:
    return all(isinstance(edge, int) and 0 <= edge <= 999 for edge in box)
