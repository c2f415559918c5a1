"""A fresh look at the screen just before acting: its pixels, and what has changed since the model saw it."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from actions.geometry import Rect, View
from actions.schema import Box, Point
from agent.screen.screen import Frame
from agent.step import Observation
from model.sight.engine import Pixels
from model.sight.extent import Extent, extent_at
from model.sight.layout.covered import is_covered
from model.sight.text_line import PixelBox

_CARET_WIDTH = 3  # pixels
_FAINT = 16  # levels: less is a gradient or a shadow


@dataclass(frozen=True)
class Look:
    """A frame with the geometry of what it shows."""

    frame: Frame
    view: View
    _extents: dict[tuple[float, float], Extent | None] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def pixels(self) -> Pixels:
        """The frame as reading takes it."""
        return frame_pixels(self.frame)

    def extent(self, place: tuple[float, float]) -> Extent | None:
        """Return the area of even colour around a place in the pixels."""
        if place not in self._extents:
            self._extents[place] = extent_at(self.pixels, place)
        return self._extents[place]

    def place(self, box: Box) -> tuple[float, float]:
        """Return where in the pixels the pointer goes for a box."""
        return self.at(*self.view.pointer_at(box.centre))

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where in the pixels a position of the pointer is."""
        height, width = self.frame.shape
        point = self.view.thousandths_at(x, y)
        return point.x * width / 1000, point.y * height / 1000

    def position(self, pixel: tuple[float, float]) -> tuple[int, int]:
        """Return the pointer's position of a place in the pixels."""
        height, width = self.frame.shape
        return self.view.pointer_at(Point(pixel[0] / width * 1000, pixel[1] / height * 1000))

    def box(self, box: Box) -> PixelBox:
        """Return a box of thousandths in pixels."""
        height, width = self.frame.shape
        return PixelBox(*(part * side / 1000 for part, side in zip(box, (width, height) * 2, strict=True)))

    def area(self, rect: Rect) -> PixelBox | None:
        """Return a part of the desktop in pixels; None where it is not in view."""
        shown = rect.intersection(self.view.rect)
        if shown is None:
            return None
        return PixelBox(*self.at(shown.x, shown.y), *self.at(shown.right, shown.bottom))

    def changed_since(self, observation: Observation, area: PixelBox) -> bool:
        """Say whether an area shows something else than the model saw, beside a blinking caret and our own windows."""
        if observation.image.size != self.frame.shape[::-1] or observation.view != self.view:
            return True
        x1, y1, x2, y2 = map(int, area)
        now = self.pixels[y1:y2, x1:x2]
        then = np.asarray(observation.image.crop((x1, y1, x1 + now.shape[1], y1 + now.shape[0])))[:, :, ::-1]
        visible = ~is_covered(now) & ~is_covered(then)
        different = (_ink(now, visible) != _ink(then, visible)) & visible
        columns = np.flatnonzero(different.any(axis=0))
        return columns.size > 0 and int(columns[-1] - columns[0]) >= _CARET_WIDTH


def frame_pixels(frame: Frame) -> Pixels:
    """Return a frame as reading takes it: shape (height, width, 3), blue first."""
    import cv2  # 20 MB, which a process that never looks need not have

    bytes_of = frame.view(np.uint8).reshape(*frame.shape, 4)
    return np.asarray(cv2.cvtColor(bytes_of, cv2.COLOR_BGRA2BGR), np.uint8)


def _ink(pixels: Pixels, visible: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the shapes that stand out, in whatever colours: a theme dims what has no focus, and lights up what has."""
    if not visible.any():
        return np.zeros(visible.shape, np.bool_)
    grey = pixels.astype(np.int16).mean(axis=2)
    contrast = np.abs(grey - np.median(grey[visible]))
    return np.asarray(contrast > max(float(contrast[visible].max()) / 2, _FAINT))
