"""What shows that a text is selected: another ground lies under every letter then. Looks at pixels and lines only."""

import numpy as np
from numpy.typing import NDArray

from model.reader.acting.place import Notes, Place
from model.reader.answer import box_2d, from_thousandths
from model.reader.scene import Scene
from model.sight.text_line import PixelBox

_LIKE = 24  # levels by which a ground may vary
_COVERED = 0.9  # of a line's columns that stand on another ground then
_EDGE = 3  # pixels of a line's ends in which a letter that was left out shows
_SHOWS = 0.1  # of a column's pixels: so much of the new ground shows around letters
_MOST_NOTED = 12  # lines
_NEAR_END = 8  # pixels of a line's box in which a window's edge may show
_UPRIGHT, _LEVEL = 0.85, 0.8  # of a column and of a row: so much of it is an edge's
_STILL_READ = 0.7  # of a line's width


def inked(box: PixelBox, scene: Scene) -> PixelBox:
    """Return a line's box from its first letter to its last: no margin, no window's edge, no caret is a letter."""
    part, left = _part(box, scene), int(box.x1)
    ink = _unlike(part, _ground(part))
    begin, end = _between_edges(ink.mean(axis=0) >= _UPRIGHT)
    inside = ink[:, begin:end]
    columns = begin + np.flatnonzero(inside[inside.mean(axis=1) < _LEVEL].any(axis=0))
    return box._replace(x1=left + int(columns[0]), x2=left + int(columns[-1]) + 1) if columns.size else box


def _between_edges(upright: NDArray[np.bool_]) -> tuple[int, int]:
    """Return where the columns begin and end that lie between lines from top to bottom near a box's two ends."""
    near = min(_NEAR_END, upright.size // 2)
    left, right = np.flatnonzero(upright[:near]), np.flatnonzero(upright[-near:]) if near else np.array([])
    return int(left[-1]) + 1 if left.size else 0, upright.size - near + int(right[0]) if right.size else upright.size


def noted(lines: list[PixelBox], scene: Scene) -> Notes:
    """Return the notes by which it can be seen then that lines are selected."""
    kept = [*lines[: _MOST_NOTED - 1], lines[-1]] if len(lines) > _MOST_NOTED else lines
    grounds = [[int(level) for level in _ground(_part(box, scene))] for box in kept]
    return {"lines": [box_2d(box, scene.image)[0] for box in kept], "grounds": grounds}


def is_selected(place: Place, scene: Scene) -> bool | None:
    """Say whether every line that was noted lies on another ground, from its first letter to its last."""
    lines, grounds = place.notes.get("lines"), place.notes.get("grounds")
    if not isinstance(lines, list) or not isinstance(grounds, list):
        return None
    boxes = (from_thousandths(edges, scene.image.size) for edges in lines)
    return all(
        _is_on_new_ground(box, np.array(ground), scene) and _is_read(box, scene)
        for box, ground in zip(boxes, grounds, strict=True)
    )


def _is_read(box: PixelBox, scene: Scene) -> bool:
    """Say whether words stand there still: the window may have moved, or changed its size, at the drag."""
    lines = (line.box for line in scene.lines if line.box.y1 <= box.centre[1] < line.box.y2)
    return sum(max(line.within(box).width, 0) for line in lines if line.overlaps(box)) >= _STILL_READ * box.width


def _is_on_new_ground(box: PixelBox, ground: NDArray[np.int_], scene: Scene) -> bool:
    """Letters may be drawn in the old ground's colour then; the new one shows around them in every column."""
    part = _part(box, scene)
    new = _ground(part)
    if not part.size or np.abs(new - ground).max() <= _LIKE:
        return False
    selected = (~_unlike(part, new)).mean(axis=0) >= _SHOWS
    ends = (selected[:_EDGE], selected[-_EDGE:])
    return bool(selected.mean() >= _COVERED and all(end.any() for end in ends))


def _part(box: PixelBox, scene: Scene) -> NDArray[np.int16]:
    return scene.pixels[max(int(box.y1), 0) : int(box.y2), max(int(box.x1), 0) : int(box.x2)].astype(np.int16)


def _ground(part: NDArray[np.int16]) -> NDArray[np.int_]:
    """Return the commonest colour."""
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    return np.asarray(colours[counts.argmax()], np.int_) if counts.size else np.zeros(3, np.int_)


def _unlike(part: NDArray[np.int16], ground: NDArray[np.int_]) -> NDArray[np.bool_]:
    return np.asarray(np.abs(part - ground).max(axis=2) > _LIKE)
