"""A part of a screenshot, shown larger: from its thousandths to the whole's and back, exactly."""

from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image

from actions.schema import Box

_WHOLE = 1000.0


class Crop(NamedTuple):
    """A part of a screenshot with its proportions: from a corner in thousandths, `side` of its width and height."""

    x: float
    y: float
    side: float

    @classmethod
    def around(cls, boxes: Sequence[Box], side: float) -> "Crop | None":
        """Return the crop around places, moved to lie inside the screenshot; None where they do not fit in."""
        x1, y1 = min(box.x1 for box in boxes), min(box.y1 for box in boxes)
        x2, y2 = max(box.x2 for box in boxes), max(box.y2 for box in boxes)
        extent = side * _WHOLE
        if x2 - x1 > extent or y2 - y1 > extent:
            return None
        return cls(_from((x1 + x2) / 2, extent), _from((y1 + y2) / 2, extent), side)

    def shown(self, image: Image.Image) -> Image.Image:
        """Return what the crop shows, at the image's own size: edges lie between pixels where they have to."""
        width, height = image.size
        left, top = self.x / _WHOLE * width, self.y / _WHOLE * height
        area = (left, top, min(left + self.side * width, width), min(top + self.side * height, height))
        return image.resize(image.size, Image.Resampling.BICUBIC, box=area)

    def to_whole(self, box: Box) -> Box:
        """Return where a place in the crop lies on the screenshot."""
        return Box(*(self._inside(start + n * self.side) for start, n in zip((self.x, self.y) * 2, box, strict=True)))

    def to_crop(self, box: Box) -> Box:
        """Return where a place on the screenshot lies in the crop; beyond 0 to 1000 where it is outside."""
        return Box(*((n - start) / self.side for start, n in zip((self.x, self.y) * 2, box, strict=True)))

    def _inside(self, n: float) -> float:
        return min(max(n, 0.0), _WHOLE)


def _from(middle: float, extent: float) -> float:
    return min(max(middle - extent / 2, 0.0), _WHOLE - extent)
