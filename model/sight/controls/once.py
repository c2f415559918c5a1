"""Keeps each control once: of findings that are the same control, the surest."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.sight.element import Element

_SAME = 0.5  # of both boxes together that two findings of one control have in common
_WITHIN = 0.85  # of the smaller box, where both are of one kind: no button holds a button


def once(found: Sequence[Element]) -> list[Element]:
    """Return the findings, which come the surest first, without those that are a surer one again."""
    boxes = np.array([each.box for each in found], np.float32).reshape(-1, 4)
    kept: list[int] = []
    for index, element in enumerate(found):
        alike = np.array([found[other].kind is element.kind for other in kept], bool)
        if not _is_again(boxes[index], boxes[kept], alike):
            kept.append(index)
    return [found[index] for index in kept]


def _is_again(box: NDArray[np.float32], others: NDArray[np.float32], alike: NDArray[np.bool_]) -> bool:
    common = np.maximum(np.minimum(others[:, 2:], box[2:]) - np.maximum(others[:, :2], box[:2]), 0).prod(axis=1)
    areas, area = (others[:, 2:] - others[:, :2]).prod(axis=1), float((box[2:] - box[:2]).prod())
    same = common > _SAME * (areas + area - common)
    inside = alike & (common > _WITHIN * np.minimum(areas, area))
    return bool((same | inside).any())
