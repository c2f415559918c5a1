"""AndroidControl's rules: the one of UGround, by elements, and the wider one of ClawGUI and OS-Atlas, by distance.

Sources: `offline_evaluation/AndroidControl/eval.py` of UGround; `androidcontrol_judge.py` of ClawGUI, whose candidate
boxes are part of its own data; `evaluation_unify.py` of OS-Atlas.
"""

from collections.abc import Iterable
from math import dist, hypot

from actions.schema import Point
from tasks.recorded.trajectories.notations.android_control import INFEASIBLE, TOUCHES, Deed, Element

NEAR = 0.14
"""So near, in fractions of the screen's diagonal, a touch is the same by the wider rule."""

HALF = 0.5
"""More words than this in common, a text is the same by the wider rule."""


def smallest_around(place: Point | None, elements: Iterable[Element]) -> Element | None:
    """Return the smallest element that a place lies in, the first of several."""
    around = [element for element in elements if place and element.box.contains(*place)]
    return min(around, key=lambda element: element.area, default=None)


def is_right(deed: Deed, right: Deed, *, as_published: bool = False) -> bool:
    """Say whether a deed is the right one by UGround's rule."""
    if deed.kind != right.kind:
        return _comes_to(deed, right, as_published=as_published)
    if right.kind in TOUCHES and right.place:
        return _is_there(deed, right, as_published=as_published) and deed.text == right.text
    if right.kind == "status":
        return (deed.text == INFEASIBLE) == (right.text == INFEASIBLE)
    return deed.text == right.text


def is_near(deed: Deed, right: Deed) -> bool:
    """Say whether a deed is the right one by the wider rule."""
    if deed.kind != right.kind:
        return False
    if right.kind in ("click", "long_press"):
        return _within(deed, right)
    if right.kind in ("input_text", "open_app"):
        return deed.text == right.text or words_in_common(deed.text, right.text) > HALF
    return is_right(deed, right)


def words_in_common(one: str, other: str) -> float:
    """Return the F1 of the sets of words, case aside."""
    words, others = set(one.lower().split()), set(other.lower().split())
    common = len(words & others)
    return 2 * common / (len(words) + len(others)) if common else 0.0


def _is_there(deed: Deed, right: Deed, *, as_published: bool) -> bool:
    if deed.place is None:
        return False
    element = smallest_around(right.place, right.elements)
    if element:
        return element.box.contains(*deed.place)
    return not as_published and _within(deed, right)


def _within(deed: Deed, right: Deed) -> bool:
    if not (deed.place and right.place and right.size):
        return False
    return dist(deed.place, right.place) <= NEAR * hypot(*right.size)


def _comes_to(deed: Deed, right: Deed, *, as_published: bool) -> bool:
    """Say whether what was done comes to the same: a touch of an app's or a way back's element, and the reverse."""
    match deed.kind, right.kind:
        case "click", ("open_app" | "navigate_back"):
            touched, name = smallest_around(deed.place, right.elements), right.text or "back"
        case (("open_app" | "navigate_back"), "click") if not as_published:
            touched, name = smallest_around(right.place, right.elements), deed.text or "back"
        case _:
            return False
    return touched is not None and touched.is_named(name)
