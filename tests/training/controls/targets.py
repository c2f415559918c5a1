"""What the net is to say of a screen: the planes that a sample's truth stands for. Arrays only; knows no net."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.sight.controls.planes import KINDS, STATES, STRIDE
from model.sight.element import Element, Kind
from tests.training.controls.samples import IGNORED

Plane = NDArray[np.float32]

_SELECTABLE = frozenset((Kind.TAB, Kind.ROW, Kind.CELL, Kind.MENU_ITEM))
_MIDDLE = 0.9  # as near to the centre as the bell is high there


@dataclass(frozen=True)
class Target:
    """Planes of height/4 x width/4.

    `bells`: 1 at a control's centre, falling off around it, a plane a kind. `found`: what a place weighs as a hit, by
    kind; each control sums up to 1. `missed`: 0 where finding something is neither right nor wrong. `sides`: the box
    around the place's centre in pixels; `inside`: where those count. `states` and where each counts, `known`.
    """

    bells: Plane
    found: Plane
    missed: Plane
    sides: Plane
    inside: Plane
    states: Plane
    known: Plane


def target(truth: tuple[Element, ...], height: int, width: int) -> Target:
    """Return the planes for a screen of a size in pixels."""
    rows, columns = height // STRIDE, width // STRIDE
    planes = (len(KINDS), len(KINDS), 1, 4, 1, len(STATES), len(STATES))
    made = Target(*(np.zeros((many, rows, columns), np.float32) for many in planes))
    made.missed[:] = 1
    for element in sorted(
        truth, key=lambda each: -each.box.width * each.box.height
    ):  # the small one over the large one
        if element.kind == IGNORED:
            x1, y1, x2, y2 = (int(side / STRIDE) for side in element.box)
            made.missed[:, y1 : y2 + 1, x1 : x2 + 1] = 0
    for element in sorted(truth, key=lambda each: -each.box.width * each.box.height):
        if element.kind != IGNORED:
            _mark(made, element)
    return made


def _mark(made: Target, element: Element) -> None:
    rows, columns = made.missed.shape[1:]
    box, kind = element.box, KINDS.index(element.kind)
    x, y = box.centre
    column, row = min(int(x / STRIDE), columns - 1), min(int(y / STRIDE), rows - 1)
    wide, high = max(box.width / STRIDE / 8, 0.7), max(box.height / STRIDE / 8, 0.7)
    left, right = max(int(column - 4 * wide), 0), min(int(column + 4 * wide) + 2, columns)
    top, bottom = max(int(row - 4 * high), 0), min(int(row + 4 * high) + 2, rows)
    across, down = np.arange(left, right) - column, np.arange(top, bottom) - row
    bell = np.exp(-((across / wide) ** 2)[None] / 2 - ((down / high) ** 2)[:, None] / 2).astype(np.float32)
    area = (slice(top, bottom), slice(left, right))
    np.maximum(made.bells[kind][area], bell, out=made.bells[kind][area])
    middle = bell >= _MIDDLE
    made.found[kind][area] += middle / middle.sum()
    made.missed[0][area][bell > 0.5] = 1
    _place(made, element, area, bell > 0.45)


def _place(made: Target, element: Element, area: tuple[slice, slice], near: NDArray[np.bool_]) -> None:
    x = (np.arange(area[1].start, area[1].stop) + 0.5) * STRIDE
    y = (np.arange(area[0].start, area[0].stop) + 0.5) * STRIDE
    left, right = np.broadcast_to(x - element.box.x1, near.shape), np.broadcast_to(element.box.x2 - x, near.shape)
    top, bottom = (np.broadcast_to(side[:, None], near.shape) for side in (y - element.box.y1, element.box.y2 - y))
    sides = np.stack((left, top, right, bottom))
    inside = near & (sides.min(axis=0) > 0)
    made.sides[:, area[0], area[1]][:, inside] = sides[:, inside]
    made.inside[0][area][inside] = 1 / max(inside.sum(), 1)
    for plane, (state, known) in enumerate(_states(element)):
        made.states[plane][area][inside] = state
        made.known[plane][area][inside] = known / max(inside.sum(), 1)


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
