"""The screenshot as the reader sees it: lines, elements and figures, each looked for when first asked for."""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Event
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
from PIL import Image

from model.reader.dots import has_dots
from model.reader.evidence import holds_something, is_secret, is_short, is_typed, reads_like, reads_part
from model.reader.plan import Instruction, Target
from model.reader.statement import Said, find_outside
from model.sight.element import Element
from model.sight.engine import Pixels
from model.sight.locate import find, says
from model.sight.text_line import PixelBox, TextLine

if TYPE_CHECKING:
    from model.reader.finding.looks.shapes import Figure

_FRAME = 4  # pixels
_BESIDE = (60, 16)  # pixels around a click in which a letter that was typed there stands
Point: TypeAlias = tuple[float, float]
Think: TypeAlias = Callable[[str], None]
"""Takes one sentence of the thought."""


class Sees(Protocol):
    """What finds the elements of a screenshot: `model.sight`, or a test's stand-in."""

    def see(self, image: Image.Image, stop: Event) -> tuple[Element, ...]:
        """Return the elements."""

    def read(self, image: Image.Image, stop: Event) -> list[TextLine]:
        """Return the words that stand together, in reading order."""

    def read_in(self, image: Image.Image, box: PixelBox, stop: Event) -> str:
        """Return what stands in a box of one line, also what is too small to be found among the words."""


@dataclass(frozen=True)
class It:
    """The one whose turn it is among several; `key` tells it from the others."""

    each: Target
    key: str


class Scene:
    """One screenshot. `said` may be written on it too, and is no control there: the goal, and the answers so far.

    In pixels: `near` is where the last action was, `typed_in` the field whose text was replaced last. `changed` says
    whether the last action changed the screen, where that is known, `it` whose turn it is in a loop over several,
    `preceding` all that the plan says before, `following` what it says next.
    """

    def __init__(self, image: Image.Image, sight: Sees, stop: Event, think: Think, said: Said) -> None:
        self.image, self.said, self.think = image, said, think
        self.near: Point | None = None
        self.typed_in: PixelBox | None = None
        self.changed: bool | None = None
        self.it: It | None = None
        self.preceding: Sequence[Instruction] = ()
        self.following: Instruction | None = None
        self._sight, self._stop = sight, stop

    @cached_property
    def lines(self) -> list[TextLine]:
        """The lines of text in reading order."""
        started = time.perf_counter()
        lines = self._sight.read(self.image, self._stop)
        self.think(f"I read {len(lines)} lines in {time.perf_counter() - started:.1f} s.")
        return lines

    @property
    def words_digest(self) -> str:
        """What the screen reads, in short and without its digits, as a clock's; nothing as long as it was not read."""
        if "lines" not in vars(self):
            return ""
        read = "\n".join("".join(filter(str.isalpha, line.text)) for line in self.lines)
        return hashlib.blake2b(read.encode(), digest_size=6).hexdigest()

    @cached_property
    def unstated_lines(self) -> list[TextLine]:
        """The lines that do not merely repeat the goal."""
        return [line for line in self.lines if not self.said.repeats(line.text)]

    def is_stated_at(self, box: PixelBox) -> bool:
        """Say whether a place is within the goal's own statement: on a line of it, or in a gap of one."""
        return any(_is_on(box, line.box) and self.said.repeats(line.text) for line in self.lines)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What stands on the screen beside mere text."""
        return self._sight.see(self.image, self._stop)

    @cached_property
    def figures(self) -> "list[Figure]":
        """What is drawn in one even colour."""
        from model.reader.finding.looks.shapes import figures

        return figures(self.pixels)

    @cached_property
    def pixels(self) -> Pixels:
        """The pixels, shape (height, width, 3), red first."""
        return np.asarray(self.image.convert("RGB"))

    def shows_typed(self, text: str) -> bool:
        """Say whether a text that was just typed can be seen to have arrived."""
        if is_secret(text):
            return True
        if is_short(text):
            return self._shows_short(text)
        if self.typed_in and holds_something(self.pixels, self.typed_in):
            inside = self._lines_in(self.typed_in)
            if not inside or reads_like(text, inside) or has_dots(self.pixels, len(text)):
                return True
            return reads_part(text, inside) and is_typed(text, self._lines_from(self.typed_in), Said())
        return is_typed(text, self.lines, self.said) or has_dots(self.pixels, len(text))

    def _shows_short(self, text: str) -> bool:
        """Say whether a letter or two are read, or hidden, in the field; without one anywhere, or at the last click."""
        if self.typed_in:
            shown = self.typed_in.grown(-_FRAME).within(PixelBox(0, 0, *self.image.size))
            dots = self.pixels[int(shown.y1) : int(shown.y2), int(shown.x1) : int(shown.x2)]
            return says(text, self.text_in(self.typed_in)) or has_dots(np.ascontiguousarray(dots), len(text))
        if find_outside(text, self.lines, self.said):
            return True
        return self.near is not None and says(text, self.text_in(_around(self.near, self.image.size)))

    def field_reads(self, text: str) -> bool:
        """Say whether the field that was just typed in reads a text."""
        return self.typed_in is not None and bool(find(text, self._lines_in(self.typed_in)))

    def text_in(self, area: PixelBox) -> str:
        """Return what a control reads; a single digit too, which is not found among the lines."""
        lines = self._lines_in(area)
        if lines:
            return " ".join(line.text for line in lines)
        return self._sight.read_in(self.image, area.grown(-_FRAME), self._stop)

    def _lines_in(self, area: PixelBox) -> list[TextLine]:
        return [line for line in self.lines if area.has(line.box.centre)]

    def _lines_from(self, area: PixelBox) -> list[TextLine]:
        """Return the lines beside and below the top of a place: where it has no frame, a text goes on there."""
        return [line for line in self.lines if line.box.y2 > area.y1]

    def reading(self, most: int = 40) -> str:
        """Return what stands on the screen, for a person."""
        texts = [line.text for line in self.lines]
        more = ", …" if len(texts) > most else ""
        return (", ".join(texts[:most]) + more).rstrip(".") if texts else "nothing at all"


def _around(point: Point, size: tuple[int, int]) -> PixelBox:
    (x, y), (across, along) = point, _BESIDE
    return PixelBox(x - across, y - along, x + across, y + along).within(PixelBox(0, 0, *size))


def _is_on(box: PixelBox, line: PixelBox) -> bool:
    on_line = abs(box.centre[1] - line.centre[1]) < line.height / 2
    return on_line and max(box.x1 - line.x2, line.x1 - box.x2) < 2 * line.height
