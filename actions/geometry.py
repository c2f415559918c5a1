"""From thousandths of a screenshot to pointer positions, over any layout of monitors.

Pointer units are those of the operating system's pointer: physical pixels on X11 and Windows, points on macOS.
A screenshot's own size does not matter here: thousandths survive any resizing that keeps what is in view.
"""

from dataclasses import dataclass
from typing import NamedTuple

from actions.schema import Point


class Rect(NamedTuple):
    """A rectangle in pointer units; the origin may be negative on a second monitor."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return self.y + self.height

    def intersection(self, other: "Rect") -> "Rect | None":
        """Return what both cover, or None."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        width, height = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, width, height) if width > 0 and height > 0 else None

    def nearest_inside(self, x: float, y: float) -> tuple[int, int]:
        """Return the nearest position at least one unit inside this rectangle's edges."""
        return _clamp(x, self.x + 1, self.right - 2), _clamp(y, self.y + 1, self.bottom - 2)


@dataclass(frozen=True)
class View:
    """What a screenshot shows: its rectangle, and the monitors that the pointer can reach."""

    rect: Rect
    monitors: tuple[Rect, ...]

    def pointer_at(self, point: Point) -> tuple[int, int]:
        """Return the pointer position of a point in thousandths, one unit inside the view and its monitor.

        A place that no monitor covers (the gap of an uneven layout) becomes the nearest one that is covered,
        and a corner of a monitor, where pyautogui's fail-safe waits, is never returned.
        """
        x = self.rect.x + point.x / 1000 * self.rect.width
        y = self.rect.y + point.y / 1000 * self.rect.height
        visible = [v for m in self.monitors if (v := m.intersection(self.rect))] or [self.rect]
        candidates = [area.nearest_inside(x, y) for area in visible]
        return min(candidates, key=lambda at: (at[0] - x) ** 2 + (at[1] - y) ** 2)

    def thousandths_at(self, x: float, y: float) -> Point:
        """Return where a pointer position lies in this view, in thousandths."""
        return Point((x - self.rect.x) / self.rect.width * 1000, (y - self.rect.y) / self.rect.height * 1000)


def _clamp(value: float, low: int, high: int) -> int:
    return max(low, min(int(value), high)) if low <= high else low
