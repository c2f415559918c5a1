"""Groups what is drawn into the boxes of single icons: parts of one join, a frame around several is left out."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from model.sight.text_line import PixelBox, enclosing

Edges = NDArray[np.uint8]
"""Shape (height, width): 1 where neighbouring pixels differ."""

_NEAR, _LEAST_NEAR = 0.14, 1.5  # of a part's longer side, and pixels: so far does it reach for others
_SLIM = 3.5  # times as long as high: a bar
_BAR_NEAR, _BAR_ABOVE = 0.5, 0.4  # of a bar's length: how far it reaches for a bullet, and for the next bar
_ROOM = 0.12  # of a frame's side lie between it and what it holds
_LEAST_HELD = 0.25  # of a frame's side: less is a mark in an icon
_LEAST_FRAME = 14  # pixels
_STRAIGHT = 0.65  # of each side of a frame are drawn, its round corners aside
_DOT = 12  # pixels: the largest of three dots
_DOT_GAP, _UPRIGHT_GAP = 2.2, 1.0  # sizes of a dot, heights of a bar


def grouped(edges: Edges, largest: int) -> tuple[list[PixelBox], list[PixelBox]]:
    """Return the boxes of connected edges joined to icons, and of rows of alike parts: three dots, the bars of "pause".

    None is larger than that.
    """
    parts, frames = _apart([box for box in _connected(edges) if max(box.width, box.height) <= largest], edges)
    joined = _joined(parts, edges.shape, largest)
    rows = [row for row in _rows(joined) if max(row.width, row.height) <= largest]
    return _framed([box for box in joined if not any(row.contains(box) for row in rows)], frames), rows


def _connected(edges: Edges) -> list[PixelBox]:
    """Return the boxes of what hangs together, without the pixel that an edge is wider than its ink."""
    import cv2  # 20 MB, which a process that never looks need not have

    stats = cv2.connectedComponentsWithStats(edges, connectivity=8)[2][1:]
    return [PixelBox(int(x), int(y), int(x + width - 1), int(y + height - 1)) for x, y, width, height, _ in stats]


def _apart(parts: list[PixelBox], edges: Edges) -> tuple[list[PixelBox], list[PixelBox]]:
    """Part from the rest what encloses others with room around them, from the inside out: no calendar does."""
    small = [box for box in parts if min(box.width, box.height) < _LEAST_FRAME]
    kept, frames = np.array([*small, *parts], np.float32).reshape(-1, 4), list[PixelBox]()
    count = len(small)
    for box in sorted((box for box in parts if min(box.width, box.height) >= _LEAST_FRAME), key=lambda box: box.width):
        if _holds(box, kept[:count]) and _is_straight(box, edges):
            frames.append(box)
        else:
            kept[count] = box
            count += 1
    return [PixelBox(*map(int, box)) for box in kept[:count]], frames


def _framed(joined: list[PixelBox], frames: Sequence[PixelBox]) -> list[PixelBox]:
    """Return the boxes with the frame of each that has one for itself: a gear's rim, or the plate of a plus."""
    outer: dict[PixelBox, PixelBox] = {}
    for frame in frames:  # the smallest first
        inside = [box for box in joined if frame.contains(box)]
        if len(inside) == 1:
            outer.setdefault(inside[0], frame)
    return [outer.get(box, box) for box in joined]


def _holds(box: PixelBox, parts: NDArray[np.float32]) -> bool:
    inside = (parts[:, :2] > box[:2]).all(axis=1) & (parts[:, 2:] < box[2:]).all(axis=1)
    if not inside.any():
        return False
    start, end = parts[inside, :2].min(axis=0), parts[inside, 2:].max(axis=0)
    side = min(box.width, box.height)
    room = min(float((start - box[:2]).min()), float((box[2:] - end).min()))
    return room >= _ROOM * side and float((end - start).max()) >= _LEAST_HELD * side


def _is_straight(box: PixelBox, edges: Edges) -> bool:
    """Say whether all four sides are drawn, as those of a button are."""
    x1, y1, x2, y2 = (int(side) for side in box)
    part = edges[y1 : y2 + 1, x1 : x2 + 1]
    sides = (part[:3].any(axis=0), part[-3:].any(axis=0), part[:, :3].any(axis=1), part[:, -3:].any(axis=1))
    return all(float(side.mean()) >= _STRAIGHT for side in sides)


def _joined(parts: Sequence[PixelBox], shape: tuple[int, ...], largest: int) -> list[PixelBox]:
    """Return the boxes around parts that reach each other; where that is too large for an icon, each on its own."""
    import cv2  # 20 MB, which a process that never looks need not have

    reached: Edges = np.zeros(shape[:2], np.uint8)
    for box in parts:
        x1, y1, x2, y2 = (int(side) for side in _reach(box))
        reached[max(0, y1) : y2 + 1, max(0, x1) : x2 + 1] = 1
    labels = cv2.connectedComponents(reached, connectivity=4)[1]
    groups: dict[int, list[PixelBox]] = {}
    for box in parts:
        groups.setdefault(int(labels[int(box.y1), int(box.x1)]), []).append(box)
    around = [(enclosing(group), group) for group in groups.values()]
    return [box for whole, group in around for box in ([whole] if max(whole.width, whole.height) <= largest else group)]


def _reach(box: PixelBox) -> PixelBox:
    if box.width >= _SLIM * max(box.height, 1):
        along, above = _BAR_NEAR * box.width / 2, _BAR_ABOVE * box.width / 2
        return PixelBox(box.x1 - along, box.y1 - above, box.x2 + _LEAST_NEAR, box.y2 + above)
    return box.grown(max(_LEAST_NEAR, _NEAR * max(box.width, box.height)) / 2)


def _rows(parts: Sequence[PixelBox]) -> list[PixelBox]:
    """Return what encloses three dots of a size in a line, or two upright bars side by side."""
    dots = [box for box in parts if max(box.width, box.height) <= _DOT and abs(box.width - box.height) <= 2]
    bars = [box for box in parts if box.height >= 2 * box.width and box.height >= 6]
    return [
        *_alike(dots, 3, lambda dot: _DOT_GAP * dot.width + 3),
        *map(_turned, _alike([_turned(dot) for dot in dots], 3, lambda dot: _DOT_GAP * dot.width + 3)),
        *_alike(bars, 2, lambda bar: _UPRIGHT_GAP * bar.height),
    ]


def _alike(parts: Sequence[PixelBox], count: int, gap: Callable[[PixelBox], float]) -> Iterator[PixelBox]:
    """Yield the boxes around so many parts side by side, and no more: these are a rule of dots, or a text."""
    rows: defaultdict[tuple[int, int], list[PixelBox]] = defaultdict(list)
    for part in sorted(parts):
        rows[int(part.y1), int(part.height)].append(part)
    for row in rows.values():
        while row:
            line = [row.pop(0)]
            while row and row[0].x1 - line[-1].x2 <= gap(line[-1]) and abs(row[0].width - line[-1].width) <= 1:
                line.append(row.pop(0))
            if len(line) == count:
                yield enclosing(line)


def _turned(box: PixelBox) -> PixelBox:
    return PixelBox(box.y1, box.x1, box.y2, box.x2)
