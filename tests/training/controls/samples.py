"""A rendered screen with what stands on it, and folders of them: a PNG and a JSON file each. Knows no toolkit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image
from pydantic import TypeAdapter

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

IGNORED = Kind.SHAPE
"""Marks a place where a control may be found or not: one that is cut off, or an icon of which nobody can say."""

_TRUTH = TypeAdapter(tuple[Element, ...])


@dataclass(frozen=True)
class Sample:
    """A screen, blue first, and the controls on it."""

    pixels: Pixels
    truth: tuple[Element, ...]

    def save(self, stem: Path) -> None:
        """Write `stem`.png and `stem`.json; the latter last, so that half a sample is none."""
        Image.fromarray(self.pixels[..., ::-1]).save(stem.with_suffix(".png"), compress_level=1)
        stem.with_suffix(".json").write_bytes(_TRUTH.dump_json(self.truth, exclude_defaults=True))

    @classmethod
    def load(cls, truth: Path) -> "Sample":
        """Read a sample by its JSON file."""
        with Image.open(truth.with_suffix(".png")) as image:
            pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[..., ::-1])
        return cls(pixels, read_truth(truth))

    def crop(self, window: PixelBox) -> "Sample":
        """Return a part of the screen; what it cuts a lot off is ignored from then on."""
        x1, y1, x2, y2 = (int(side) for side in window)
        moved = (replace(each, box=each.box.moved(-x1, -y1)) for each in self.truth)
        frame = PixelBox(0, 0, x2 - x1, y2 - y1)
        return Sample(np.ascontiguousarray(self.pixels[y1:y2, x1:x2]), tuple(clipped(moved, frame)))


def read_truth(path: Path) -> tuple[Element, ...]:
    """Return what stands on a sample, by its JSON file."""
    return _TRUTH.validate_json(path.read_bytes())


def clipped(elements: Iterable[Element], frame: PixelBox) -> Iterator[Element]:
    """Yield what is left of elements inside a frame: clipped, ignored where too little is left."""
    for element in elements:
        if not element.box.overlaps(frame):
            continue
        inside = element.box.within(frame)
        if is_cut(element, inside):
            element = replace(element, kind=IGNORED)
        yield replace(element, box=inside)


def is_cut(element: Element, seen: PixelBox) -> bool:
    """Say whether too little of an element is seen to tell what it is; a row goes on for as long as it likes."""
    across, down = seen.width / max(element.box.width, 1), seen.height / max(element.box.height, 1)
    return (down if element.kind is Kind.ROW and across > 0.2 else across * down) < 0.66


def area(box: PixelBox) -> float:
    """Return a box's area in pixels."""
    return box.width * box.height


def covered(elements: Iterable[Element], by: PixelBox) -> Iterator[Element]:
    """Yield what can still be seen where a box covers a part of the screen; a partly covered element is ignored."""
    for element in elements:
        hidden = area(element.box.within(by)) / max(area(element.box), 1) if element.box.overlaps(by) else 0
        if hidden < 0.05:
            yield element
        elif hidden < 0.95:
            yield replace(element, kind=IGNORED)
