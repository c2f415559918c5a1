"""Finds what an exact step aims at on a screenshot: a text, a picture or a place."""

from functools import cached_property
from pathlib import Path
from threading import Event

from PIL import Image

from actions.schema import Box
from model.reader.field import find_field
from model.sight.locate import Match, comparable, find
from model.sight.ocr import Ocr, as_pixels
from model.sight.text_line import PixelBox, TextLine
from tasks.checks.screen.template import Template
from tasks.task.targets import PictureTarget, PlaceTarget, Target, TextTarget

WHOLE = Box(0, 0, 1000, 1000)


class Unfound(Exception):  # noqa: N818 - not yet there, which is no fault
    """A target is not on the screen; the sentence goes on with for how long it was looked for."""


class Sighting:
    """One screenshot, read when first asked."""

    def __init__(self, image: Image.Image, ocr: Ocr, stop: Event, folder: Path) -> None:
        self._image, self._ocr, self._stop, self._folder = image, ocr, stop, folder

    @cached_property
    def lines(self) -> list[TextLine]:
        """The lines of text in reading order."""
        return self._ocr.read(self._image, self._stop)

    def box(self, target: Target) -> Box:
        """Return where the target is, in thousandths. Raises `Unfound`."""
        match target:
            case PlaceTarget(place=place):
                return place
            case TextTarget():
                return self._thousandths(self._text(target))
            case PictureTarget():
                return self._thousandths(self._picture(target))
            case _:
                raise AssertionError(f"{target!r} is no target")

    def field(self, target: Target) -> Box:
        """Return the input field that a text names, or the target itself where no frame is near.

        Of several such texts, as a label and the heading of a column, the first that has a field is meant; a colon
        marks a label.
        """
        if not isinstance(target, TextTarget):
            return self.box(target)
        pixels, labels = as_pixels(self._image), self._labels(target)
        fields = (find_field(pixels, label) for label in labels)
        return self._thousandths(next(filter(None, fields), labels[0]))

    def _labels(self, target: TextTarget) -> list[PixelBox]:
        first = self._text(target)
        if target.nth > 1:
            return [first]
        equals = comparable(self._matches(target))
        marked = [match.box for match in equals if match.line.text.endswith((":", "："))]  # noqa: RUF001 - the Chinese one too
        return list(dict.fromkeys([*marked, first, *(match.box for match in equals)]))

    def _matches(self, target: TextTarget) -> list[Match]:
        return [match for match in find(target.text, self.lines) if self._is_inside(match.box, target.region)]

    def _text(self, target: TextTarget) -> PixelBox:
        matches = self._matches(target)
        if target.nth == 1 and matches:
            return min(matches, key=lambda match: match.rank).box
        counted = comparable(matches)
        if len(counted) < target.nth:
            seen = f"only {len(counted)} times" if counted else "nowhere"
            raise Unfound(f"“{target.text}” was to be read {seen} on the screen")
        return counted[target.nth - 1].box

    def _picture(self, target: PictureTarget) -> PixelBox:
        region = target.region or WHOLE
        across, down = self._image.width / 1000, self._image.height / 1000
        area = tuple(round(edge * side) for edge, side in zip(region, (across, down) * 2, strict=True))
        with Image.open(self._folder / target.picture) as picture:
            found = Template(picture).find(self._image.crop(area))  # type: ignore[arg-type]
        if found.box is None:
            raise Unfound(f"the picture {target.picture} was to be seen nowhere on the screen")
        return found.box.moved(area[0], area[1])

    def _is_inside(self, box: PixelBox, region: tuple[float, ...] | None) -> bool:
        if region is None:
            return True
        x1, y1, x2, y2 = self._thousandths(box)
        left, top, right, bottom = region
        return left <= (x1 + x2) / 2 <= right and top <= (y1 + y2) / 2 <= bottom

    def _thousandths(self, box: PixelBox) -> Box:
        across, down = 1000 / self._image.width, 1000 / self._image.height
        edges = (box.x1 * across, box.y1 * down, box.x2 * across, box.y2 * down)
        return Box(*(min(max(round(edge, 1), 0), 1000) for edge in edges))
