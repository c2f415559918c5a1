"""From the net's planes to elements: the peaks of its kinds, their boxes and states, each control once. Arrays only."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from model.sight.controls.net import Planes
from model.sight.controls.planes import KINDS, PLANES, STATES, STRIDE
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_LEAST = 0.3  # how sure the net has to be
_MOST = 600  # controls on a picture
_SAME = 0.5  # of both boxes together that two findings of one control have in common
_WITHIN = 0.85  # of the smaller box: a kind that holds no other control is found once

_TICKED = frozenset((Kind.CHECKBOX, Kind.RADIO))


@dataclass(frozen=True)
class _Peaks:
    """Findings, the surest first. `boxes`: (many, 4) in pixels; `states`: (many, states), 0 to 1."""

    kinds: NDArray[np.intp]
    scores: NDArray[np.float32]
    boxes: NDArray[np.float32]
    states: NDArray[np.float32]


def decode(planes: Planes, width: int, height: int) -> list[Element]:
    """Return the controls on a picture of a size in pixels, the surest first."""
    peaks = _peaks(planes)
    peaks.boxes[:, 0::2] = peaks.boxes[:, 0::2].clip(0, width)
    peaks.boxes[:, 1::2] = peaks.boxes[:, 1::2].clip(0, height)
    return [_element(peaks, index) for index in _once(peaks)]


def _peaks(planes: Planes) -> _Peaks:
    there, logits, sides, states = np.split(planes, np.cumsum(PLANES)[:-1])
    best = there[0]
    highest = best >= cv2.dilate(best, np.ones((3, 3), np.uint8))
    rows, columns = np.nonzero(highest & (best > np.log(_LEAST / (1 - _LEAST))))
    order = np.argsort(-best[rows, columns], kind="stable")[:_MOST]
    rows, columns = rows[order], columns[order]
    x, y = (columns + 0.5) * STRIDE, (rows + 0.5) * STRIDE
    left, top, right, bottom = sides[:, rows, columns]
    boxes = np.stack((x - left, y - top, x + right, y + bottom), axis=1)
    kinds = logits[:, rows, columns].argmax(axis=0)
    return _Peaks(kinds, _sigmoid(best[rows, columns]), boxes, _sigmoid(states[:, rows, columns].T))


def _once(peaks: _Peaks) -> list[int]:
    """Return the places of findings that are not another, surer one again."""
    kept: list[int] = []
    for index in range(len(peaks.scores)):
        if not kept or not _is_again(peaks, index, np.array(kept)):
            kept.append(index)
    return kept


def _is_again(peaks: _Peaks, index: int, kept: NDArray[np.intp]) -> bool:
    boxes, box = peaks.boxes[kept], peaks.boxes[index]
    common = np.maximum(np.minimum(boxes[:, 2:], box[2:]) - np.maximum(boxes[:, :2], box[:2]), 0).prod(axis=1)
    areas, area = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1), float((box[2:] - box[:2]).prod())
    same = common > _SAME * (areas + area - common)
    alike = peaks.kinds[kept] == peaks.kinds[index]
    inside = alike & (common > _WITHIN * np.minimum(areas, area))
    return bool((same | inside).any())


def _element(peaks: _Peaks, index: int) -> Element:
    kind, states = KINDS[peaks.kinds[index]], dict(zip(STATES, peaks.states[index] > 0.5, strict=True))
    return Element(
        kind,
        PixelBox(*(round(float(side), 1) for side in peaks.boxes[index])),
        checked=bool(states["checked"]) if kind in _TICKED else None,
        selected=bool(states["selected"]) and kind in (Kind.TAB, Kind.ROW, Kind.CELL, Kind.MENU_ITEM),
        focused=bool(states["focused"]),
        enabled=not states["disabled"],
        expanded=bool(states["expanded"]) if kind is Kind.ROW and states["expandable"] else None,
        score=round(float(peaks.scores[index]), 3),
    )


def _sigmoid(x: NDArray[np.float32]) -> NDArray[np.float32]:
    return (1 / (1 + np.exp(-x))).astype(np.float32)
