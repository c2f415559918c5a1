"""The screenshot as the reader sees it: read when first asked, with the places that targets mean."""

import time
from collections.abc import Callable
from functools import cached_property
from threading import Event

import numpy as np
from PIL import Image

from model.reader.choice import Point, choose
from model.reader.dots import has_dots
from model.reader.evidence import holds_something, is_secret, is_typed
from model.reader.field import find_field
from model.reader.instructions import Target
from model.reader.statement import Said, find_outside, is_only_stated
from model.sight.engine import Pixels
from model.sight.locate import comparable, find
from model.sight.ocr import Ocr
from model.sight.text_line import PixelBox, TextLine

Think = Callable[[str], None]
"""Takes one sentence of the thought."""


class NotReadError(Exception):
    """Nothing on the screen reads what a target says, unless it is `stated` in the goal's own words there."""

    def __init__(self, target: Target, *, stated: bool = False) -> None:
        super().__init__(str(target))
        self.target, self.stated = target, stated


class Scene:
    """One screenshot. `said` may be written on it too, and is no control there: the goal, and the answers so far.

    In pixels: `near` is where the last action was, `typed_in` the field whose text that action replaced.
    """

    def __init__(
        self,
        image: Image.Image,
        ocr: Ocr,
        stop: Event,
        think: Think,
        said: Said,
        near: Point | None = None,
        typed_in: PixelBox | None = None,
    ) -> None:
        self.image = image
        self._ocr, self._stop, self._think = ocr, stop, think
        self._said, self._near, self._typed_in = said, near, typed_in

    @cached_property
    def lines(self) -> list[TextLine]:
        """The lines of text in reading order."""
        started = time.perf_counter()
        lines = self._ocr.read(self.image, self._stop)
        self._think(f"I read {len(lines)} lines in {time.perf_counter() - started:.1f} s.")
        return lines

    def place(self, target: Target, tried: int = 0) -> PixelBox:
        """Return the box of a target's words, after so many that were tried in vain. Raises `NotReadError`."""
        choice = choose(target, self.lines, self._near, self._said, tried)
        if choice is None:
            raise NotReadError(target, stated=is_only_stated(target.text, self.lines, self._said))
        self._think(f"{target} stands at {_point(choice.match.box)} in “{choice.match.line.text}”. {choice.why}")
        return choice.match.box

    def field(self, target: Target) -> PixelBox | None:
        """Return the input field that a target labels, or None where its words stand beside none."""
        for label in self._labels(target):
            if field := find_field(self._pixels, label):
                self._think(f"{target} stands at {_point(label)}; its field is at {_point(field)}.")
                return field
        return None

    def shows_typed(self, text: str) -> bool:
        """Say whether a text that was just typed can be seen to have arrived."""
        if self._typed_in and holds_something(self._pixels, self._typed_in):
            return True
        return is_secret(text) or is_typed(text, self.lines, self._said) or has_dots(self._pixels, len(text))

    def field_reads(self, text: str) -> bool:
        """Say whether the field that was just typed in reads a text."""
        field = self._typed_in
        return field is not None and bool(find(text, [line for line in self.lines if line.box.overlaps(field)]))

    @cached_property
    def _pixels(self) -> Pixels:
        return np.asarray(self.image.convert("RGB"))

    def _labels(self, target: Target) -> list[PixelBox]:
        """Return where labels may stand; a colon marks a label."""
        if target.ordinal:
            return [self.place(target)]
        matches = comparable(find_outside(target.text, self.lines, self._said))
        return [match.box for match in sorted(matches, key=lambda match: match.line.text[-1] not in ":：")]


def _point(box: PixelBox) -> str:
    x, y = box.centre
    return f"({x:.0f}, {y:.0f})"
