"""Parts what a detector took for one line of text: where a gap is too wide for a space, another control begins.

A detector's box is a guess: too tall, or around two words above each other. The ink in it tells.
"""

import numpy as np
from numpy.typing import NDArray

from model.sight.engine import Pixels
from model.sight.text_line import PixelBox

_GAP = 0.55  # of a line's height
_LEAST_GAP = 8  # pixels
_ROW_GAP = 3  # pixels
_LEAST_ROW, _ROW = 7, 0.2  # pixels of ink, and of all that is in the box
_LATIN = 0.8  # of the font's size: the height of a line's ink
_MARGIN = 3  # pixels that reading needs around the ink
_LEAST_HEIGHT, _MOST_WIDTH = 12, 40  # pixels; heights: a rule across the screen is no text, and is read like one
_INK = 40  # levels of a channel
_RULE = 0.97  # of a row
_CARET_WIDTH, _CARET_HEIGHT = 3, 1.15  # pixels, and heights of the letters beside it
_SAMPLED = 4  # every n-th column tells the background


def parts(pixels: Pixels, box: PixelBox) -> list[PixelBox]:
    """Return the boxes of what stands apart in a line's box, with a small margin around the ink."""
    ink = _without_rules(_ink(pixels, box))
    inked = np.flatnonzero(ink.any(axis=0))
    if not inked.size:
        return [box] if box.width >= 1 and box.height >= 1 else []
    widest = max(_LEAST_GAP, _GAP * box.height)
    groups = np.split(inked, np.flatnonzero(np.diff(inked) > widest) + 1)
    spans = ((int(group[0]), int(group[-1]) + 1) for group in groups)
    found = [PixelBox(x1, y1, x2, y2) for x1, x2 in spans for y1, y2 in _rows(ink[:, x1:x2])]
    left, top = int(box.x1), int(box.y1)
    limits = PixelBox(left, top, int(box.x2), int(box.y2))
    return [_readable(part.moved(left, top)).within(limits) for part in found]


def gaps(pixels: Pixels, box: PixelBox, *, full_height: bool) -> list[tuple[float, float]]:
    """Return where in a line's box nothing stands: the x in the middle, and how much wider it is than between letters.

    The width is in sizes of the font. Of `full_height` are the letters of Chinese; others leave a part of it free.
    """
    ink = _without_rules(_ink(pixels, box))
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    steps = np.diff(columns)
    between = steps[steps > 1] - 1
    if not between.size:
        return []
    size = (int(rows[-1]) - int(rows[0]) + 1) / (1.0 if full_height else _LATIN)
    usual = 2 * float(np.median(between))
    ends = np.flatnonzero(steps > 1)
    return [
        (float(box.x1) + int(columns[end]) + int(steps[end]) / 2, (int(steps[end]) - 1 - usual) / size) for end in ends
    ]


def _readable(ink: PixelBox) -> PixelBox:
    """Return the box with a margin, and so tall for its width that reading it takes no longer than a line of text."""
    part = ink.grown(_MARGIN)
    lacking = max(_LEAST_HEIGHT, part.width / _MOST_WIDTH) - part.height
    return part._replace(y1=part.y1 - lacking / 2, y2=part.y2 + lacking / 2) if lacking > 0 else part


def _rows(ink: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return from where to where words that stand above each other reach; strokes and accents are no words."""
    inked = np.flatnonzero(ink.any(axis=1))
    rows = [(int(row[0]), int(row[-1]) + 1) for row in np.split(inked, np.flatnonzero(np.diff(inked) > _ROW_GAP) + 1)]
    whole = (rows[0][0], rows[-1][1])
    least = max(_LEAST_ROW, _ROW * (whole[1] - whole[0]))
    return rows if len(rows) > 1 and all(bottom - top >= least for top, bottom in rows) else [whole]


def ink_size(pixels: Pixels, box: PixelBox) -> tuple[int, int]:
    """Return the width and height of what is drawn in a box, whose own edges are a detector's guess."""
    ink = _ink(pixels, box)
    across, along = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    return (int(across[-1] - across[0]) + 1, int(along[-1] - along[0]) + 1) if across.size else (0, 0)


def _ink(pixels: Pixels, box: PixelBox) -> NDArray[np.bool_]:
    """Return which pixels of a line stand out from its background, shape (height, width)."""
    x1, y1, x2, y2 = map(int, box)
    part = pixels[y1:y2, x1:x2]
    if part.size == 0:
        return np.zeros(part.shape[:2], np.bool_)
    import cv2  # 20 MB, which a process that never looks need not have

    background = np.median(part[:, ::_SAMPLED].reshape(-1, 3), axis=0)
    like_it = cv2.inRange(part, np.maximum(background - _INK, 0), np.minimum(background + _INK, 255))
    return np.asarray(like_it == 0)


def _without_rules(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Leave out rows that are inked from end to end: the edge of a bar, of which a detector's box has a part."""
    if not ink.size:
        return ink
    rules = ink.mean(axis=1) >= _RULE
    return ink & ~rules[:, None] if not rules.all() else ink


def without_caret(pixels: Pixels) -> Pixels:
    """Return a crop of one line without the caret beside its letters: what is thin, and taller than all else."""
    ink = _ink(pixels, PixelBox(0, 0, pixels.shape[1], pixels.shape[0]))
    inked = np.flatnonzero(ink.any(axis=0))
    groups = np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1) if inked.size else []
    heights = [int(np.count_nonzero(ink[:, group].any(axis=1))) for group in groups]
    if len(groups) < 2:
        return pixels
    cleared = pixels.copy()
    for group, height in zip(groups, heights, strict=True):
        others = max(other for other, of in zip(heights, groups, strict=True) if of is not group)
        if len(group) <= _CARET_WIDTH and height > _CARET_HEIGHT * others:
            cleared[:, group] = np.median(pixels.reshape(-1, pixels.shape[2]), axis=0)
    return cleared


def is_blank(pixels: Pixels, area: PixelBox) -> bool:
    """Say whether nothing in an area stands out."""
    part = pixels[int(area.y1) : int(area.y2), int(area.x1) : int(area.x2)]
    if part.size == 0:
        return True
    brightest, darkest = part.max(axis=0).max(axis=0), part.min(axis=0).min(axis=0)
    return int((brightest.astype(int) - darkest).max()) < _INK
