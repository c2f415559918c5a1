"""What stands on a screenshot, as a list of elements: text, controls and icons with kind, box, state and label.

One instance serves a whole process: what was seen once is not looked at again, and of a further screenshot only what
changed. It joins what is read, what controls are found and what icons are named; knows no goals and no windows.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

import numpy as np
from PIL import Image

from model.sight.element import Element
from model.sight.engine import Pixels
from model.sight.layout.arrange import arrange
from model.sight.layout.covered import uncovered
from model.sight.layout.words import apart, cut_at, is_drawing, may_be_icon, without_days, without_letters
from model.sight.ocr import Ocr, as_pixels, digest_of
from model.sight.outlines.controls import OutlinedControls
from model.sight.page import crop
from model.sight.parts import parts, without_caret
from model.sight.patchwork import Patchwork, moved
from model.sight.rows import in_reading_order
from model.sight.text_line import PixelBox, TextLine

_SHORT = 1.6  # heights: what is no wider is a letter or two
_TIMES = 4
_REMEMBERED = 8  # screenshots


class ControlFinder(Protocol):
    """What finds controls on a picture."""

    def find(self, pixels: Pixels, stop: Event) -> list[Element]:
        """Return controls with kind, box, state and score. Raises `GenerationStopped`."""


class IconNamer(Protocol):
    """What finds icons on a picture, beside the lines of text there, and names them."""

    def find(
        self, pixels: Pixels, words: Sequence[PixelBox], stop: Event | None = None, controls: Sequence[Element] = ()
    ) -> list[Element]:
        """Return the icons with name and score. Raises `GenerationStopped`."""


@dataclass(frozen=True)
class _Looked:
    """What was found on one screenshot."""

    words: tuple[TextLine, ...]
    elements: tuple[Element, ...]


class Sight:
    """Looks at one screenshot after the other. Calls come from one thread at a time.

    Without `controls`, those that an outline tells are found. The readers of text and of icons stay their owners'.
    """

    def __init__(self, ocr: Ocr, controls: ControlFinder | None = None, icons: IconNamer | None = None) -> None:
        self.ocr = ocr
        self._controls, self._known_controls = controls or OutlinedControls(), Patchwork(rows=True)
        self._icons, self._known_icons = icons, Patchwork()
        self._seen: OrderedDict[bytes, _Looked] = OrderedDict()

    def see(self, image: Image.Image, stop: Event | None = None) -> tuple[Element, ...]:
        """Return what stands on a screenshot, in reading order.

        Raises `GenerationStopped` soon after `stop` is set, and `ModelError` where a model is missing.
        """
        return self.see_pixels(as_pixels(image), stop)

    def read(self, image: Image.Image, stop: Event | None = None) -> list[TextLine]:
        """Return the words that stand together on a screenshot, in reading order. Raises as `see`."""
        return list(self._looked(as_pixels(image), stop).words)

    def read_in(self, image: Image.Image, box: PixelBox, stop: Event | None = None) -> str:
        """Return what stands in a box of one line, also what is too small to be found among the words."""
        pixels = as_pixels(image)
        inside = box.within(PixelBox(0, 0, pixels.shape[1], pixels.shape[0]))
        found = parts(pixels, inside)
        if len(found) == 1 and found[0].width < _SHORT * found[0].height:
            return self._read_short(crop(pixels, found[0]), stop or Event())
        read = self.ocr.read_boxes(pixels, found, stop or Event())
        return " ".join(line.text for line in in_reading_order(read))

    def _read_short(self, shown: Pixels, stop: Event) -> str:
        """Return a letter or two: written several times in a row, they are read as a word is."""
        row = np.ascontiguousarray(np.concatenate([without_caret(shown)] * _TIMES, axis=1))
        lines = self.ocr.read_boxes(row, [PixelBox(0, 0, row.shape[1], row.shape[0])], stop)
        letters = "".join(lines[0].text.split()) if lines else ""
        length = len(letters) // _TIMES
        return letters[:length] if letters and letters == letters[:length] * _TIMES else ""

    def see_pixels(self, pixels: Pixels, stop: Event | None = None) -> tuple[Element, ...]:
        """Return what stands on a screenshot, shape (height, width, 3), blue first."""
        return self._looked(pixels, stop).elements

    def _looked(self, pixels: Pixels, stop: Event | None) -> "_Looked":
        digest = digest_of(pixels)
        if digest not in self._seen:
            self._seen[digest] = self._look(pixels, stop or Event())
            if len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)
        self._seen.move_to_end(digest)
        return self._seen[digest]

    def _look(self, pixels: Pixels, stop: Event) -> "_Looked":
        with self.ocr.in_front():
            lines = [row for line in self.ocr.find_lines(pixels, stop) for row in parts(pixels, line)]
            found = self._known_controls.turn_to(pixels, lambda part, _: self._controls.find(part, stop))
            controls = without_letters(pixels, uncovered(pixels, found), lines)
            words = self._read(pixels, lines, controls, stop)
            controls = without_days(controls, words)
            icons = uncovered(pixels, self._find_icons(pixels, words, controls, stop))
        return _Looked(tuple(in_reading_order(words)), arrange(pixels, words, controls, icons))

    def _find_icons(
        self, pixels: Pixels, words: Sequence[TextLine], controls: Sequence[Element], stop: Event
    ) -> list[Element]:
        if self._icons is None:
            return []
        icons, certain = self._icons, [word.box for word in words if not may_be_icon(word)]

        def find(part: Pixels, area: PixelBox) -> list[Element]:
            beside = [box.moved(-area.x1, -area.y1) for box in certain if box.overlaps(area)]
            around = [moved(control, -area.x1, -area.y1) for control in controls if control.box.overlaps(area)]
            return icons.find(part, beside, stop, around)

        return self._known_icons.turn_to(pixels, find)

    def _read(
        self, pixels: Pixels, lines: Sequence[PixelBox], controls: Sequence[Element], stop: Event
    ) -> list[TextLine]:
        """Return the words of the screen: lines are parted at wide gaps and at the edges of controls."""
        edges = [control.box for control in controls]
        pieces = [piece for line in lines for piece in cut_at(line, edges)]
        whole = set(lines)
        boxes = [word for piece in pieces for word in ([piece] if piece in whole else parts(pixels, piece))]
        read = self.ocr.read_boxes(pixels, list(dict.fromkeys(boxes)), stop)
        return [words for line in read if not is_drawing(line, controls) for words in apart(pixels, line)]
