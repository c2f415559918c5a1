"""A screen of stripes, and an engine that reads them and counts."""

import threading
from collections.abc import Sequence

import numpy as np
from PIL import Image

from model.sight.engine import Pixels, ReadingInterruptedError, Recognition
from model.sight.text_line import PixelBox
from tests.model.sight.screens import blank

ROW, INK = 100, 40


class StripeEngine:
    """Takes each dark stripe, 40 px high at every 100 px, for a line, and its darkness for the text."""

    def __init__(self) -> None:
        self.areas: list[tuple[int, ...]] = []
        self.read = 0
        self.before_reading = threading.Event()
        self.before_reading.set()
        self.interrupted = False

    def interrupt(self) -> None:
        self.interrupted = True
        self.before_reading.set()

    def detect(self, image: Pixels) -> list[PixelBox]:
        self.areas.append(image.shape[:2])
        dark = np.asarray((image[:, :, 0] < 255).any(axis=1))
        tops = [y for y in range(len(dark)) if dark[y] and (y == 0 or not dark[y - 1])]
        return [PixelBox(0, y, image.shape[1], y + INK) for y in tops]

    def recognise(self, crops: Sequence[Pixels]) -> list[Recognition]:
        self.before_reading.wait(5)
        if self.interrupted:
            self.interrupted = False
            raise ReadingInterruptedError
        self.read += len(crops)
        return [Recognition(str(crop[0, 0, 0]), 1.0, (0.25, 0.5, 0.75)) for crop in crops]


def stripes(*shades: int) -> Image.Image:
    image = blank((200, ROW * len(shades)))
    for place, shade in enumerate(shades):
        image.paste((shade,) * 3, (0, place * ROW, 200, place * ROW + INK))
    return image
