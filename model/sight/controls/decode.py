"""From the net's planes to elements: the peaks of where centres lie, with kind, box and states. Arrays only."""

import cv2
import numpy as np
from numpy.typing import NDArray

from model.sight.controls.net import Planes
from model.sight.controls.planes import KINDS, PLANES, STATES, STRIDE
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_LEAST = 0.3  # how sure the net has to be
_MOST = 800  # findings on a picture
_TICKED = frozenset((Kind.CHECKBOX, Kind.RADIO))
_CHOSEN = frozenset((Kind.TAB, Kind.ROW, Kind.CELL, Kind.MENU_ITEM))


def decode(planes: Planes, width: int, height: int) -> list[Element]:
    """Return what the net finds on a picture of a size in pixels, the surest first; one control may come twice."""
    there, kinds, sides, states = np.split(planes, np.cumsum(PLANES)[:-1])
    rows, columns = _peaks(there[0])
    boxes = _boxes(sides[:, rows, columns], rows, columns)
    boxes[:, 0::2] = boxes[:, 0::2].clip(0, width)
    boxes[:, 1::2] = boxes[:, 1::2].clip(0, height)
    found = zip(
        kinds[:, rows, columns].argmax(axis=0),
        boxes,
        _sigmoid(there[0, rows, columns]),
        _sigmoid(states[:, rows, columns]).T > 0.5,
        strict=True,
    )
    return [_element(KINDS[kind], box, float(score), on) for kind, box, score, on in found]


def _peaks(there: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the rows and columns of the sure places that no neighbour outdoes, the surest first."""
    highest = there >= cv2.dilate(there, np.ones((3, 3), np.uint8))
    rows, columns = np.nonzero(highest & (there > np.log(_LEAST / (1 - _LEAST))))
    order = np.argsort(-there[rows, columns], kind="stable")[:_MOST]
    return rows[order], columns[order]


def _boxes(sides: NDArray[np.float32], rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.float32]:
    """Return boxes, (many, 4) in pixels, from the distances of their sides to the places' centres."""
    x, y = (columns + 0.5) * STRIDE, (rows + 0.5) * STRIDE
    left, top, right, bottom = sides
    return np.stack((x - left, y - top, x + right, y + bottom), axis=1).astype(np.float32)


def _element(kind: Kind, box: NDArray[np.float32], score: float, on: NDArray[np.bool_]) -> Element:
    states = dict(zip(STATES, map(bool, on), strict=True))
    return Element(
        kind,
        PixelBox(*(round(float(side), 1) for side in box)),
        checked=states["checked"] if kind in _TICKED else None,
        selected=states["selected"] and kind in _CHOSEN,
        focused=states["focused"],
        enabled=not states["disabled"],
        expanded=states["expanded"] if kind is Kind.ROW and states["expandable"] else None,
        score=round(score, 3),
    )


def _sigmoid(x: NDArray[np.float32]) -> NDArray[np.float32]:
    return (1 / (1 + np.exp(-x))).astype(np.float32)
