"""Finds room where nothing stands: the place of a window furthest from all that is drawn on its ground. Pixels only."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_LEAST = 0.02  # of the screen that a ground takes
_COLOURS = 4  # that cover most of a screen: the desktop's, the windows', their panes'
_SIDES = 3  # of the screen that the desktop reaches, and no window
_NARROWEST = 12  # pixels from the room's middle to the next thing, at the least


def empty_room(pixels: Pixels) -> PixelBox | None:
    """Return room on the largest even ground, that of the desktop last; None where there is none."""
    import cv2  # 20 MB, which a process that never looks need not have

    grounds = sorted(_grounds(pixels), key=lambda ground: (_reached(ground) >= _SIDES, -int(ground.sum())))
    for ground in grounds:
        inside = np.pad(ground.astype(np.uint8), 1)
        away = cv2.distanceTransform(inside, cv2.DIST_L2, 3)[1:-1, 1:-1]
        y, x = np.unravel_index(int(away.argmax()), away.shape)
        half = float(away[y, x]) / 2
        if half >= _NARROWEST / 2:
            return PixelBox(float(x) - half, float(y) - half, float(x) + half, float(y) + half)
    return None


def _grounds(pixels: Pixels) -> Iterator[NDArray[np.bool_]]:
    """Yield where the large areas of the commonest colours are."""
    import cv2  # 20 MB, which a process that never looks need not have

    colours, counts = np.unique(pixels.reshape(-1, 3)[::7], axis=0, return_counts=True)
    least = _LEAST * pixels.shape[0] * pixels.shape[1]
    for colour in colours[np.argsort(-counts, kind="stable")[:_COLOURS]]:
        _, marks, stats, _ = cv2.connectedComponentsWithStats(np.asarray(cv2.inRange(pixels, colour, colour)))
        for mark in np.flatnonzero(stats[:, 4] >= least):
            if mark:  # 0 is what has another colour
                yield np.asarray(marks == mark, np.bool_)


def _reached(ground: NDArray[np.bool_]) -> int:
    """Return how many sides of the screen a ground reaches."""
    return sum(bool(side.any()) for side in (ground[0], ground[-1], ground[:, 0], ground[:, -1]))
