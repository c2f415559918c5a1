"""What reading a screen yields: lines of text with their places in pixels. Knows nothing of how they were read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class PixelBox(NamedTuple):
    """A rectangle in pixels of the screenshot: left, top, right, bottom; right and bottom lie outside."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2

    @property
    def width(self) -> float:
        """The width in pixels."""
        return self.x2 - self.x1

    @property
    def height(self) -> float:
        """The height in pixels."""
        return self.y2 - self.y1

    def has(self, point: tuple[float, float]) -> bool:
        """Say whether a point lies inside."""
        return self.x1 <= point[0] < self.x2 and self.y1 <= point[1] < self.y2

    def within(self, outer: "PixelBox") -> "PixelBox":
        """Return what of the box lies inside another one."""
        return PixelBox(max(self.x1, outer.x1), max(self.y1, outer.y1), min(self.x2, outer.x2), min(self.y2, outer.y2))

    def overlaps(self, other: "PixelBox") -> bool:
        """Say whether the two have a pixel in common."""
        return self.x1 < other.x2 and other.x1 < self.x2 and self.y1 < other.y2 and other.y1 < self.y2

    def contains(self, other: "PixelBox") -> bool:
        """Say whether all of the other lies inside."""
        return self.x1 <= other.x1 and self.y1 <= other.y1 and other.x2 <= self.x2 and other.y2 <= self.y2

    def distance_to(self, point: tuple[float, float]) -> float:
        """Return how far the box's nearest edge is from a point; 0 inside."""
        dx = max(self.x1 - point[0], 0, point[0] - self.x2)
        dy = max(self.y1 - point[1], 0, point[1] - self.y2)
        return float((dx * dx + dy * dy) ** 0.5)

    def grown(self, by: float) -> "PixelBox":
        """Return the box with a margin on every side."""
        return PixelBox(self.x1 - by, self.y1 - by, self.x2 + by, self.y2 + by)

    def moved(self, dx: float, dy: float) -> "PixelBox":
        """Return the box shifted by some pixels."""
        return PixelBox(self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy)


def box_around(place: tuple[float, float], reach: tuple[float, float], size: tuple[int, int]) -> PixelBox:
    """Return the box that reaches so far to the sides and up and down, inside a picture of that width and height."""
    (x, y), (across, along) = place, reach
    return PixelBox(x - across, y - along, x + across, y + along).within(PixelBox(0, 0, *size))


def enclosing(boxes: Iterable[PixelBox]) -> PixelBox:
    """Return the smallest box around one or more."""
    x1, y1, x2, y2 = zip(*boxes, strict=True)
    return PixelBox(min(x1), min(y1), max(x2), max(y2))


def overlap(box: PixelBox, other: PixelBox) -> float:
    """Return what two boxes have in common, as a part of both together."""
    if not box.overlaps(other):
        return 0.0
    common = box.within(other)
    area = common.width * common.height
    return area / (box.width * box.height + other.width * other.height - area)


@dataclass(frozen=True)
class TextLine:
    """A line of text as read: `score` is the recogniser's certainty (0 to 1), `centres` the x of each character."""

    text: str
    box: PixelBox
    score: float
    centres: tuple[float, ...]

    def part(self, start: int, end: int) -> PixelBox:
        """Return the box of the characters from `start` up to `end`."""
        return self.box._replace(x1=self._edge(start), x2=self._edge(end))

    def _edge(self, index: int) -> float:
        """Return the x between a character and the one before it."""
        if index <= 0:
            return self.box.x1
        if index >= len(self.text):
            return self.box.x2
        return (self.centres[index - 1] + self.centres[index]) / 2
