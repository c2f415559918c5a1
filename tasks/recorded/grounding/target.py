"""What a grounding record wants pointed at: a rectangle, a polygon, or nothing; in pixels of its screenshot."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from actions.schema import Box, Point
from tasks.recorded.steps import BadRecordError, Size

_LINES = 16


class Rectangle(NamedTuple):
    """Left, top, right, bottom; a point on an edge is inside."""

    x1: float
    y1: float
    x2: float
    y2: float

    def contains(self, x: float, y: float) -> bool:
        """Say whether a point lies inside or on an edge."""
        return self.x1 <= x <= self.x2 and self.y1 <= y <= self.y2

    def distance(self, x: float, y: float) -> float:
        """Return how far outside a point lies."""
        across, down = max(self.x1 - x, x - self.x2, 0), max(self.y1 - y, y - self.y2, 0)
        return float((across**2 + down**2) ** 0.5)

    def scaled(self, width: float, height: float) -> "Rectangle":
        """Return it with each number divided by the width or height."""
        return Rectangle(self.x1 / width, self.y1 / height, self.x2 / width, self.y2 / height)


class Polygon(NamedTuple):
    """Corners in order; inside is what a ray to the right leaves through an odd number of edges."""

    corners: tuple[Point, ...]

    def contains(self, x: float, y: float) -> bool:
        """Say whether a point lies inside."""
        inside = False
        for (x1, y1), (x2, y2) in pairwise((self.corners[-1], *self.corners)):
            inside ^= (y2 > y) != (y1 > y) and x < (x1 - x2) * (y - y2) / (y1 - y2) + x2
        return inside

    @property
    def bounds(self) -> Rectangle:
        """The smallest rectangle around it."""
        xs, ys = [x for x, _ in self.corners], [y for _, y in self.corners]
        return Rectangle(min(xs), min(ys), max(xs), max(ys))

    def point_inside(self) -> Point | None:
        """Return a point well inside, the middle of the widest stretch of some horizontal lines; None without area."""
        _, top, _, bottom = self.bounds
        heights = [top + (bottom - top) * (line + 0.5) / _LINES for line in range(_LINES)]
        widest = max(((width, x, y) for y in heights for width, x in self._stretches(y)), default=(0, 0, 0))
        return Point(*widest[1:]) if widest[0] > 0 else None

    def _stretches(self, y: float) -> list[tuple[float, float]]:
        """Return width and middle of each stretch of the line at this height that lies inside."""
        crossed = sorted(
            (x1 - x2) * (y - y2) / (y1 - y2) + x2
            for (x1, y1), (x2, y2) in pairwise((self.corners[-1], *self.corners))
            if (y2 > y) != (y1 > y)
        )
        return [(right - left, (left + right) / 2) for left, right in zip(crossed[::2], crossed[1::2], strict=True)]


class Nothing(NamedTuple):
    """The element does not exist: right is to say so."""


Area: TypeAlias = Rectangle | Polygon | Nothing


@dataclass(frozen=True)
class Target:
    """Where to point; `published` is what the copy's own scorer compares with, where that is something else."""

    area: Area
    published: Area | None = None


def from_corners(numbers: Sequence[float], size: Size | None) -> Rectangle:
    """Return the rectangle of two corners in pixels. Raises `BadRecordError`."""
    return _checked(Rectangle(*numbers), size)


def from_extent(numbers: Sequence[float], size: Size | None) -> Rectangle:
    """Return the rectangle of a corner, a width and a height in pixels. Raises `BadRecordError`."""
    x, y, width, height = numbers
    return _checked(Rectangle(x, y, x + width, y + height), size)


def from_flat(numbers: Sequence[float], size: Size | None) -> Polygon:
    """Return the polygon of x, y, x, y, … in pixels. Raises `BadRecordError`."""
    if len(numbers) < 6 or len(numbers) % 2:
        raise BadRecordError("the polygon is no list of at least three corners x, y.")
    polygon = Polygon(tuple(Point(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)))
    _checked(polygon.bounds, size)
    if polygon.point_inside() is None:
        raise BadRecordError("the polygon has no area.")
    return polygon


def box_of(area: Area, size: Size) -> Box | None:
    """Return the box around an area in thousandths, as far as it lies on the screenshot."""
    if isinstance(area, Nothing):
        return None
    bounds = area.bounds if isinstance(area, Polygon) else area
    return Box(*(min(max(edge * 1000, 0.0), 1000.0) for edge in bounds.scaled(*size)))


def _checked(box: Rectangle, size: Size | None) -> Rectangle:
    """Return the box, unless it can be none on this screenshot; a little overhang is as published."""
    shown = [round(edge, 1) for edge in box]
    if box.x1 > box.x2 or box.y1 > box.y2:
        raise BadRecordError(f"the box {shown} ends before it begins: it may give corners, or a width and a height.")
    if size and (box.x1 > size[0] or box.y1 > size[1] or box.x2 < 0 or box.y2 < 0):
        raise BadRecordError(f"the box {shown} lies outside the image of {size[0]}x{size[1]}.")
    return box
