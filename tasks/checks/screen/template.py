"""Finding a picture on a screenshot, as large as it is or up to twice that: the only module here that touches OpenCV.

Correlation finds where something alike stands; then the two are laid over each other to a part of a pixel and compared.
What was drawn anew at another size fits but for the smoothing of its edges, and another picture does not. Letters that
a larger size moved apart make another picture: a check that asks for words has them read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.sight.text_line import PixelBox

_Pixels: TypeAlias = NDArray[np.uint8]
_Warp: TypeAlias = NDArray[np.float32]

_SCALES = (1.0, 1.1, 1.2, 1.25, 1.33, 1.4, 1.5, 1.6, 1.67, 1.75, 1.85, 2.0)
_WORTH_A_LOOK = 0.6  # correlation, before the two are laid over each other
_LOOKS = 6  # scales that are looked at
_ALIKE = 0.98  # correlation: what is drawn anew keeps above 0.983, an 8 and a B of thirteen pixels below 0.978
_MOST_DIFFERENT = 40  # grey levels over a few pixels: drawn anew up to 34, another letter or a tick from 62
_PATCH = 4  # pixels of the picture
_SMOOTHING = 0.8  # pixels of the picture: what antialiasing differs by
_MARGIN = 3  # pixels around
_DISTORTION = 0.1  # share of the scale by which the refined one may differ, as small pictures are whole pixels wide
_SLANT = 0.015  # share of the scale: no screen slants what it shows, and a slanted 8 looks like a B
_LEAST_CONTRAST = 4.0  # grey levels


@dataclass(frozen=True)
class Likeness:
    """The place on the screenshot where the picture stands, if it does, and how alike the closest place is, up to 1."""

    box: PixelBox | None
    likeness: float


class Template:
    """A picture to look for. Raises `ValueError`, without a point, where nothing tells it from its surroundings."""

    def __init__(self, picture: Image.Image) -> None:
        self._pixels: _Pixels = np.asarray(picture.convert("RGB"))
        if min(self._pixels.shape[:2]) < 2 * _PATCH:
            raise ValueError(f"it is smaller than {2 * _PATCH}x{2 * _PATCH} pixels")
        if self._pixels.std(axis=(0, 1)).max() < _LEAST_CONTRAST:
            raise ValueError("it is of one colour")

    def find(self, screenshot: Image.Image) -> Likeness:
        """Return where on a screenshot the picture stands, in its pixels."""
        screen: _Pixels = np.asarray(screenshot.convert("RGB"))
        places = sorted(self._places(screen), reverse=True)[:_LOOKS]
        best = 0.0
        for _, scale, left, top in places:
            for warp in self._laid_over(screen, scale, left, top):
                likeness, different = self._compare(screen, warp)
                if likeness >= _ALIKE and different <= _MOST_DIFFERENT:
                    return Likeness(self._box(warp), likeness)
                best = max(best, likeness)
        return Likeness(None, best)

    def _places(self, screen: _Pixels) -> Iterator[tuple[float, float, int, int]]:
        """Yield for each scale the place that correlates best: correlation, scale, left and top."""
        import cv2  # 20 MB, which a process that never looks need not have

        for scale in _SCALES:
            resized = cv2.resize(self._pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
            if resized.shape[0] <= screen.shape[0] and resized.shape[1] <= screen.shape[1]:
                _, correlation, _, (left, top) = cv2.minMaxLoc(cv2.matchTemplate(screen, resized, cv2.TM_CCOEFF_NORMED))
                if correlation >= _WORTH_A_LOOK:
                    yield correlation, scale, left, top

    def _laid_over(self, screen: _Pixels, scale: float, left: int, top: int) -> Iterator[_Warp]:
        """Yield ways from the picture's pixels to the screen's: as found, then refined. Shape (2, 3)."""
        import cv2

        half = (scale - 1) / 2  # between the middles of a pixel here and there
        warp = np.array([[scale, 0, left + half], [0, scale, top + half]], np.float32)
        yield warp
        y, x = max(0, top - _MARGIN), max(0, left - _MARGIN)
        height, width = (round(length * scale) + 2 * _MARGIN for length in self._pixels.shape[:2])
        around = _grey(screen[y : y + height, x : x + width])
        enough = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 1e-4)
        everywhere = np.full(around.shape, 255, np.uint8)
        for blur in (3, 5):
            start = warp - np.array([[0, 0, x], [0, 0, y]], np.float32)
            try:
                _, refined = cv2.findTransformECC(
                    _grey(self._pixels), around, start, cv2.MOTION_AFFINE, enough, everywhere, blur
                )
            except cv2.error:  # it found no way to do better
                continue
            if _is_upright(refined[:, :2] / scale):
                yield np.asarray(refined, np.float32) + np.array([[0, 0, x], [0, 0, y]], np.float32)

    def _compare(self, screen: _Pixels, warp: _Warp) -> tuple[float, float]:
        """Return the correlation of the picture and what it was laid over, and the most that a patch differs by."""
        import cv2

        box = self._box(warp)
        left, top = max(0, int(box.x1) - _MARGIN), max(0, int(box.y1) - _MARGIN)
        part = screen[top : int(box.y2) + _MARGIN, left : int(box.x2) + _MARGIN]
        if not part.size:
            return 0.0, 255.0
        scale = float(warp[0, 0])
        smooth = cv2.GaussianBlur(part, (0, 0), max(0.01, (scale - 1) / 2))  # as a pixel of the picture sees it
        seen = cv2.warpAffine(
            smooth,
            warp - np.array([[0, 0, left], [0, 0, top]], np.float32),
            self._pixels.shape[1::-1],
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        wanted, found = (cv2.GaussianBlur(side.astype(np.float32), (0, 0), _SMOOTHING) for side in (self._pixels, seen))
        different = cv2.blur(np.abs(wanted - found).max(axis=2), (_PATCH, _PATCH)).max()
        return _correlation(wanted, found), float(different)

    def _box(self, warp: _Warp) -> PixelBox:
        height, width = self._pixels.shape[:2]
        x1, y1 = (warp @ np.array([-0.5, -0.5, 1])) + 0.5
        x2, y2 = (warp @ np.array([width - 0.5, height - 0.5, 1])) + 0.5
        return PixelBox(float(x1), float(y1), float(x2), float(y2))


def _grey(pixels: _Pixels) -> Any:
    import cv2

    return cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)


def _is_upright(change: Any) -> bool:
    """Say whether a refined scale, as a share of the one before, is one that a screen may have. Shape (2, 2)."""
    off = np.abs(change - np.eye(2))
    return bool(off.max() <= _DISTORTION and max(off[0, 1], off[1, 0]) <= _SLANT)


def _correlation(wanted: Any, found: Any) -> float:
    ours, theirs = wanted - wanted.mean(axis=(0, 1)), found - found.mean(axis=(0, 1))
    length = float(np.sqrt((ours**2).sum() * (theirs**2).sum()))
    return float((ours * theirs).sum()) / length if length else 0.0
