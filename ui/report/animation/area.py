"""The part of the screen that an animation shows: what is black in all scenes, as a bare display is, is cut off."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial, reduce
from typing import NamedTuple

from PIL import Image

from actions.schema import Box
from ui.report.animation.scenes import Scene

_MARGIN = 16  # pixels


class Area(NamedTuple):
    """A part of a picture in its pixels; the last two are one past the end."""

    left: int
    top: int
    right: int
    bottom: int


def cropped(scenes: Sequence[Scene]) -> list[Scene]:
    """Return the scenes without what is black in all of them; those of different sizes stay whole."""
    images = [scene.load() for scene in scenes]
    sizes = {image.size for image in images}
    found = [Area(*box) for image in images if (box := image.getbbox())]
    if len(sizes) != 1 or not found:
        return list(scenes)
    (size,) = sizes
    area = _widened(reduce(_union, found), size)
    return [
        replace(scene, load=partial(_crop, scene.load, area), boxes=_moved(scene.boxes, area, size)) for scene in scenes
    ]


def _union(one: Area, other: Area) -> Area:
    return Area(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


def _widened(area: Area, size: tuple[int, int]) -> Area:
    """Return the area with a margin within the picture."""
    return Area(
        max(0, area.left - _MARGIN),
        max(0, area.top - _MARGIN),
        min(size[0], area.right + _MARGIN),
        min(size[1], area.bottom + _MARGIN),
    )


def _crop(load: Callable[[], Image.Image], area: Area) -> Image.Image:
    return load().crop(area)


def _moved(boxes: Sequence[Box], area: Area, size: tuple[int, int]) -> tuple[Box, ...]:
    """Return boxes in thousandths of the area; a target on the bare screen may lie outside and is taken to its edge."""
    across, down = area.right - area.left, area.bottom - area.top

    def moved(edge: float, side: int, start: int, length: int) -> float:
        return min(1000.0, max(0.0, (edge * side / 1000 - start) * 1000 / length))

    return tuple(
        Box(
            moved(box.x1, size[0], area.left, across),
            moved(box.y1, size[1], area.top, down),
            moved(box.x2, size[0], area.left, across),
            moved(box.y2, size[1], area.top, down),
        )
        for box in boxes
    )
