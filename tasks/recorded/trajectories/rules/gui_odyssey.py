"""GUI-Odyssey's rule: two touches are the same action, about the same place or text.

Source: `GUIOdyssey_action_matching.py` of OpenGVLab/GUI-Odyssey.
"""

from math import dist

from rapidfuzz.distance import Levenshtein

from tasks.recorded.trajectories.notations.gui_odyssey import Touch

NEAR = 0.14
"""So near, in fractions of the screen's sides, a place is the same."""

HALF = 0.5
"""So alike, a text is the same."""


def is_right(touch: Touch, right: Touch, *, as_published: bool = False) -> bool:
    """Say whether a touch is as good as the right one."""
    if touch.kind != right.kind:
        return False
    match right.kind:
        case "CLICK" | "LONG_PRESS":
            return _is_there(touch, right, as_published=as_published)
        case "TYPE":
            return same_text(touch.text, right.text, as_published=as_published)
        case "SCROLL":
            return touch.text == right.text
        case _:
            return True


def same_text(given: str, right: str, *, as_published: bool = False) -> bool:
    """Say whether one text holds the other, or they are half alike; white space around them aside."""
    if as_published:
        given, right = given.partition(":")[0], right.partition(":")[0]
    given, right = given.strip(), right.strip()
    if (given and right) or as_published:
        held = given in right or right in given
        return held or 1 - Levenshtein.distance(given, right) / max(len(given), len(right)) >= HALF
    return given == right


def _is_there(touch: Touch, right: Touch, *, as_published: bool) -> bool:
    assert touch.place, "it touches somewhere"
    assert right.place, "it was read with one"
    if right.box is None and as_published:
        return False
    if right.box and right.box.contains(*touch.place):
        return True
    return dist(touch.place, right.place) / 1000 <= NEAR
