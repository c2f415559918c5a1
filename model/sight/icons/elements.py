"""Finds the icons of a screen and names them: elements of the kind `ICON`. Joins the finder and the namer, no more."""

from collections.abc import Sequence
from threading import Event

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.icons.classifier import Icons
from model.sight.icons.find import find_icons
from model.sight.text_line import PixelBox


class IconFinder:
    """Finds icons that have a name. What has none is left out: it may be a letter, a logo or a part of a picture."""

    def __init__(self, icons: Icons | None = None) -> None:
        self._icons = icons or Icons()

    def find(
        self, pixels: Pixels, words: Sequence[PixelBox], stop: Event | None = None, controls: Sequence[Element] = ()
    ) -> list[Element]:
        """Return the icons beside these words, and not those that checkboxes and the like among `controls` draw.

        Raises `GenerationStopped` soon after `stop` is set, and `ModelError` where the model is missing.
        """
        boxes = find_icons(pixels, words, controls)
        names = self._icons.name(pixels, boxes, stop)
        return [
            Element(Kind.ICON, box, name=found.name, score=found.score)
            for box, found in zip(boxes, names, strict=True)
            if found
        ]
