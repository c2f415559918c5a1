"""What the net is to say of a screen: the planes that a sample's truth stands for. Arrays only; knows no net."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.sight.controls.planes import KINDS, STATES, STRIDE
from model.sight.element import Element, Kind
from tests.training.controls.samples import IGNORED, area

Plane = NDArray[np.float32]

_SELECTABLE = frozenset((Kind.TAB, Kind.ROW, Kind.CELL, Kind.MENU_ITEM))
_WEIGHTS = {
    Kind.SLIDER: 3.0,
    Kind.SCROLLBAR: 3.0,
    Kind.SPINNER: 2.5,
    Kind.DROPDOWN: 2.0,
    Kind.TAB: 2.0,
    Kind.CHECKBOX: 1.5,
    Kind.RADIO: 1.5,
    Kind.MENU: 0.7,
    Kind.MENU_ITEM: 0.7,
    Kind.CELL: 0.5,
}
"""What is rare on screens weighs more, and what comes in dozens less; all others 1."""
_MIDDLE = 0.9  # as near to the centre as the bell is high there


@dataclass(frozen=True)
class Target:
    """Planes of height/4 x width/4.

    `bells`: 1 at a control's centre, falling off around it. `found`: what a place weighs as a hit; each control sums up
    to its kind's weight. `missed`: 0 where finding something is neither right nor wrong. `kinds`: 1 in the plane of the
    kind. `sides`: the box around the place's centre in pixels; `inside`: what kinds and sides weigh there. `states` and
    what each weighs, `known`.
    """

    bells: Plane
    found: Plane
    missed: Plane
    kinds: Plane
    sides: Plane
    inside: Plane
    states: Plane
    known: Plane


def target(truth: tuple[Element, ...], height: int, width: int) -> Target:
    """Return the planes for a screen of a size in pixels."""
    rows, columns = height // STRIDE, width // STRIDE
    planes = (1, 1, 1, len(KINDS), 4, 1, len(STATES), len(STATES))
    made = Target(*(np.zeros((many, rows, columns), np.float32) for many in planes))
    made.missed[:] = 1
    for element in truth:
        if element.kind == IGNORED:
            x1, y1, x2, y2 = (int(side / STRIDE) for side in element.box)
            made.missed[:, y1 : y2 + 1, x1 : x2 + 1] = 0
    for element in sorted(truth, key=lambda each: -area(each.box)):  # the small one over the large one
        if element.kind != IGNORED:
            _mark(made, element)
    return made


def _mark(made: Target, element: Element) -> None:
    rows, columns = made.missed.shape[1:]
    box = element.box
    x, y = box.centre
    column, row = min(int(x / STRIDE), columns - 1), min(int(y / STRIDE), rows - 1)
    wide, high = max(box.width / STRIDE / 8, 0.7), max(box.height / STRIDE / 8, 0.7)
    left, right = max(int(column - 4 * wide), 0), min(int(column + 4 * wide) + 2, columns)
    top, bottom = max(int(row - 4 * high), 0), min(int(row + 4 * high) + 2, rows)
    across, down = np.arange(left, right) - column, np.arange(top, bottom) - row
    bell = np.exp(-((across / wide) ** 2)[None] / 2 - ((down / high) ** 2)[:, None] / 2).astype(np.float32)
    around = (slice(top, bottom), slice(left, right))
    np.maximum(made.bells[0][around], bell, out=made.bells[0][around])
    middle = bell >= _MIDDLE
    made.found[0][around] += _WEIGHTS.get(element.kind, 1) * middle / middle.sum()
    made.missed[0][around][bell > 0.5] = 1
    _place(made, element, around, bell > 0.45)


def _place(made: Target, element: Element, around: tuple[slice, slice], near: NDArray[np.bool_]) -> None:
    x = (np.arange(around[1].start, around[1].stop) + 0.5) * STRIDE
    y = (np.arange(around[0].start, around[0].stop) + 0.5) * STRIDE
    left, right = np.broadcast_to(x - element.box.x1, near.shape), np.broadcast_to(element.box.x2 - x, near.shape)
    top, bottom = (np.broadcast_to(side[:, None], near.shape) for side in (y - element.box.y1, element.box.y2 - y))
    sides = np.stack((left, top, right, bottom))
    inside = near & (sides.min(axis=0) > 0)
    made.sides[:, around[0], around[1]][:, inside] = sides[:, inside]
    made.kinds[:, around[0], around[1]][:, inside] = 0
    made.kinds[KINDS.index(element.kind)][around][inside] = 1
    weight = _WEIGHTS.get(element.kind, 1) / max(inside.sum(), 1)
    made.inside[0][around][inside] = weight
    for plane, (state, known) in enumerate(_states(element)):
        made.states[plane][around][inside] = state
        made.known[plane][around][inside] = known * weight


def _states(element: Element) -> tuple[tuple[bool, bool], ...]:
    """Return each state and whether it counts, in the order of the planes."""
    can_expand = element.expanded is not None
    return (
        (bool(element.checked), element.checked is not None),
        (element.selected, element.kind in _SELECTABLE),
        (element.focused, element.kind not in (Kind.CELL, Kind.LINK)),
        (not element.enabled, True),
        (can_expand, element.kind is Kind.ROW),
        (bool(element.expanded), can_expand),
    )
