"""The exact place of a small mark that stands free on its ground: a box to tick, a switch. Pixels only."""

import cv2
import numpy as np

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox, overlap

_AROUND = 0.6  # of the mark's longer side, that is looked at on each side of it
_DIFFERS = 14  # of 255, from the ground: a border that people see
_ALIKE = 0.3  # of both boxes together, that the mark and the guess have in common


def free_mark(pixels: Pixels, guess: PixelBox) -> PixelBox:
    """Return the box of the connected mark that is most like the guess; the guess itself where none is."""
    margin = _AROUND * max(guess.width, guess.height)
    height, width = pixels.shape[:2]
    frame = guess.grown(margin).within(PixelBox(0, 0, width, height))
    left, top = int(frame.x1), int(frame.y1)
    part = pixels[top : int(frame.y2), left : int(frame.x2)]
    if min(part.shape[:2]) < 3:
        return guess
    boxes = (box.moved(left, top) for box in _marks(part))
    best = max(boxes, key=lambda box: overlap(box, guess), default=guess)
    return best if overlap(best, guess) >= _ALIKE else guess


def _marks(part: Pixels) -> list[PixelBox]:
    edge = np.concatenate((part[0], part[-1], part[:, 0], part[:, -1]))
    ground = np.median(edge, axis=0)
    differs = (np.abs(part - ground).max(axis=2) > _DIFFERS).astype(np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(differs, connectivity=8)
    return [PixelBox(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h, _ in found[1:]]
