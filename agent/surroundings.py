"""Finds what a policy judges an action by: the windows that its input reaches, and the labels where it takes effect.

Labels are read from a small part of the screenshot, and only for what may press a button. What has the focus is taken
to be where the pointer is, since a click gives a field the focus; a small dialog is read as a whole. A button without
words, or one far from the field that it serves, is missed. Knows neither rules, nor window systems, nor OCR.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from PIL import Image

from actions.geometry import Rect
from actions.policy import Surroundings, gives_enter
from actions.schema import Box, InputAction, OpenApp, Scroll, Wait
from actions.targets import targets
from agent.input_windows import InputWindow, InputWindows, Position
from agent.step import Observation
from model.sight.text_line import PixelBox, TextLine

Read: TypeAlias = Callable[[Image.Image], Sequence[TextLine]]
"""Returns an image's lines of text, with their boxes in its pixels."""

# In pointer units.
_AROUND_TARGET = (240, 80)
_AROUND_FOCUS = (480, 160)
_SMALL_DIALOG = 200_000  # 600x333: read in half a second

# In pixels.
_TOUCHES = 6
_BESIDE = 32  # an icon's label


class SurroundingsFinder:
    """Finds the surroundings of every place that an action reaches.

    `needs_labels` says for which actions labels are read; `bound` is a part of the title of the run's own window.
    """

    def __init__(
        self, windows: InputWindows, needs_labels: Callable[[InputAction], bool], read: Read, bound: str = ""
    ) -> None:
        self._windows, self._needs_labels, self._read = windows, needs_labels, read
        self._bound = bound.casefold()

    def __call__(self, action: InputAction, observation: Observation) -> list[Surroundings]:
        """Return the surroundings of one place or more; the last is where the action takes effect."""
        if isinstance(action, Wait | OpenApp):
            return [Surroundings()]
        boxes = targets(action)
        *others, last = [self._windows.under(_centre(box, observation)) for box in boxes] or [self._unaimed(action)]
        labels = self._labels(action, boxes, last, observation) if self._needs_labels(action) else ()
        return [*map(self._surroundings, others), self._surroundings(last, labels)]

    def _unaimed(self, action: InputAction) -> InputWindow:
        """Return the window that the wheel or the keys reach where no target is given."""
        pointer = self._windows.pointer() if isinstance(action, Scroll) else None
        return self._windows.under(pointer) if pointer else self._windows.focused()

    def _surroundings(self, window: InputWindow, labels: tuple[str, ...] = ()) -> Surroundings:
        bound = bool(self._bound) and any(self._bound in title.casefold() for title in window.titles)
        return Surroundings(window.titles, window.window_class, labels, bound)

    def _labels(
        self, action: InputAction, boxes: Sequence[Box], window: InputWindow, observation: Observation
    ) -> tuple[str, ...]:
        if gives_enter(action):
            at = _centre(boxes[-1], observation) if boxes else self._windows.pointer()
            part = _part_with_focus(window, at)
            return tuple(line.text for line in self._lines(part, observation)) if part else ()
        target = _in_pixels(boxes[-1], observation)
        if _is_blank(observation.image, target):
            return ()
        lines = self._lines(_around(_centre(boxes[-1], observation), _AROUND_TARGET), observation)
        return tuple(line.text for line in _at_target(lines, target))

    def _lines(self, part: Rect, observation: Observation) -> list[TextLine]:
        """Return the lines in a part of the desktop; their boxes are in the screenshot's pixels."""
        shown = part.intersection(observation.view.rect)
        if shown is None:
            return []
        top_left, bottom_right = (
            observation.view.thousandths_at(*corner) for corner in ((shown.x, shown.y), (shown.right, shown.bottom))
        )
        area = _in_pixels(Box(*top_left, *bottom_right), observation)
        x, y, right, bottom = map(round, area)
        lines = self._read(observation.image.crop((x, y, right, bottom)))
        return [replace(line, box=line.box.moved(x, y)) for line in lines]


def _centre(box: Box, observation: Observation) -> Position:
    return observation.view.pointer_at(box.centre)


def _around(at: Position, size: tuple[int, int]) -> Rect:
    return Rect(at[0] - size[0] // 2, at[1] - size[1] // 2, *size)


def _part_with_focus(window: InputWindow, at: Position | None) -> Rect | None:
    """Return the part of the desktop where keys may press something, or None where that cannot be told."""
    if window.rect and window.rect.width * window.rect.height <= _SMALL_DIALOG:
        return window.rect
    if at is None:
        return None
    around = _around(at, _AROUND_FOCUS)
    return around.intersection(window.rect) if window.rect else around


def _in_pixels(box: Box, observation: Observation) -> PixelBox:
    width, height = observation.image.size
    return PixelBox(*(part * side / 1000 for part, side in zip(box, (width, height) * 2, strict=True)))


def _is_blank(image: Image.Image, target: PixelBox) -> bool:
    """Say whether all that `_at_target` could find stands on one colour: reading it would only cost time."""
    x, y = target.centre
    left, top = min(target.x1, x - _BESIDE), min(target.y1, y - _BESIDE)
    right, bottom = max(target.x2, x + _BESIDE), max(target.y2, y + _BESIDE)
    near = (max(0, round(left)), max(0, round(top)), min(image.width, round(right)), min(image.height, round(bottom)))
    return image.crop(near).getcolors(maxcolors=1) is not None


def _at_target(lines: Sequence[TextLine], target: PixelBox) -> list[TextLine]:
    """Return the lines that the target's middle touches or that lie inside it; else the one right beside it."""
    aimed = [
        line for line in lines if line.box.distance_to(target.centre) <= _TOUCHES or _is_inside(line.box.centre, target)
    ]
    beside = [line for line in lines if line.box.distance_to(target.centre) <= _BESIDE]
    return aimed or sorted(beside, key=lambda line: line.box.distance_to(target.centre))[:1]


def _is_inside(point: tuple[float, float], box: PixelBox) -> bool:
    return box.distance_to(point) == 0
