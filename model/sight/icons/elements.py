"""Finds the icons of a screen and names them: elements of the kind `ICON`. Joins the finder and the namer, no more."""

from collections.abc import Sequence
from threading import Event

from model.sight.element import Element, Kind
from model.sight.engine import Pixels
from model.sight.icons.classifier import Icons, Names
from model.sight.icons.find import find_icons
from model.sight.text_line import PixelBox


class IconFinder:
    """Finds icons that have a name. What has none is left out: it may be a letter, a logo or a part of a picture."""

    def __init__(self, icons: Icons | None = None) -> None:
        self._icons = icons or Icons()

    def find(
        self, pixels: Pixels, words: Sequence[PixelBox], stop: Event | None = None, controls: Sequence[Element] = ()
    ) -> list[Element]:
        """Return the icons beside these words, and not the marks that spinners and the like among `controls` draw.

        Raises `GenerationStopped` soon after `stop` is set, and `ModelError` where the model is missing.
        """
        boxes = find_icons(pixels, words, controls)
        named = zip(boxes, self._icons.names(pixels, boxes, stop), strict=True)
        return [_element(box, names) for box, names in named if names]


def _element(box: PixelBox, names: Names) -> Element:
    likely = tuple((name.name, name.score) for name in names)
    sure = names[0].name if names[0].is_sure else ""
    return Element(Kind.ICON, box, name=sure, score=names[0].score, may_show=likely)
