"""What is written on the control at a place: every line inside its edges; for a flat one, the words at the place.

A control's lines make one label, since a "not" in one line holds for the next; what stands on its neighbour is none of
it. Words in one line that a wide gap parts stand on controls of their own.
"""

import itertools
from collections.abc import Sequence
from threading import Event

from model.sight.engine import Pixels
from model.sight.extent import Extent, extent_at
from model.sight.ocr import Ocr
from model.sight.parts import ink_size, is_blank, parts
from model.sight.text_line import PixelBox, TextLine, box_around

_TALLEST_ROWS = 4  # lines on one control
_BAR_GROUPS = 3  # in one row: a bar, not a control
_CENTRED = 0.12  # of the extent: how far from its middle the text of a control with several lines may stand

# In pixels.
_AROUND = (260, 48)
_FURTHER = 500  # where a line is cut off
_TOUCHES = 6
_AT_EDGE = 2
_LEAST_SEEN = 8  # of a line's height, if that is less than half: what is lower cannot be read, and takes seconds
_LARGEST_ICON = 72
_BESIDE = 40  # an icon's label

_IN_THE_MIDDLE = 4  # pixels
_LINE_GAP = 0.3  # heights
_ICON = 1.8  # heights of its ink: what is no wider may be an icon that passes for a letter
_WIDEST = 26  # heights: what is longer on a flat control is prose
_ROW = 0.5  # of a line's height: how far from its middle a row reaches
_SPOTS = sorted(
    ((dx, dy) for dx in range(-400, 401, 16) for dy in (-24, -16, 0, 16, 24)),
    key=lambda offset: offset[0] ** 2 + 9 * offset[1] ** 2,
)


def labels_at(
    ocr: Ocr,
    pixels: Pixels,
    extent: Extent | None,
    place: tuple[float, float],
    target: PixelBox,
    stop: Event,
    *,
    menu: bool = False,
) -> tuple[str, ...]:
    """Return the labels of what a press at a place may press, one text a control.

    `extent` is the area around the place, and `target` the box that was aimed at. In a `menu` an entry reaches over the
    whole row. Where it cannot be told which control the place belongs to, the labels of all it may be are returned.
    """
    if extent and extent.closed and (label := _label_inside(ocr, pixels, extent.box, stop, one_row=menu)):
        return (label,)
    size = pixels.shape[1], pixels.shape[0]
    limits = extent.box if extent and not _is_icon(extent) else PixelBox(0, 0, *size)
    area = box_around(place, _AROUND, size).within(limits)
    at = box_around(place, (_TOUCHES, _TOUCHES), size)
    boxes = [] if is_blank(pixels, area) else _boxes_in(ocr, pixels, area, limits, stop, at)
    chosen = _chosen(pixels, boxes, place, target)
    if any(_is_cut(group, area) for group in chosen):
        wide = area._replace(x1=area.x1 - _FURTHER, x2=area.x2 + _FURTHER).within(limits)
        boxes = _boxes_in(ocr, pixels, wide, limits, stop, at)
        chosen = _chosen(pixels, boxes, place, target)
    if menu:
        rows = [hit.centre[1] for hit in chosen]
        chosen = [group for group in _parted(pixels, boxes) if any(_same_row(group, row) for row in rows)]
    short = [group for group in chosen if group.width <= _WIDEST * group.height]
    return tuple(line.text for line in ocr.read_boxes(pixels, short, stop))


def _boxes_in(
    ocr: Ocr, pixels: Pixels, area: PixelBox, limits: PixelBox, stop: Event, at: PixelBox | None = None
) -> list[PixelBox]:
    """Return where lines stand in an area, within limits; not those of which only an edge reaches into them."""
    boxes = ((box, box.within(limits)) for box in ocr.boxes(pixels, area, stop, at))
    return [inside for box, inside in boxes if inside.height >= min(_LEAST_SEEN, box.height / 2)]


def _parted(pixels: Pixels, boxes: Sequence[PixelBox]) -> list[PixelBox]:
    """Return where words stand in lines, parted where a wide gap is."""
    return [group for box in boxes for group in parts(pixels, box)]


def _is_cut(group: PixelBox, area: PixelBox) -> bool:
    """Say whether words end where it was looked; those that were known before reach beyond."""
    return abs(group.x1 - area.x1) < _AT_EDGE or abs(group.x2 - area.x2) < _AT_EDGE


def _is_icon(extent: Extent) -> bool:
    """Say whether a plain area is a part of a picture, beside or below which a label may stand."""
    return extent.closed and max(extent.box.width, extent.box.height) <= _LARGEST_ICON


def _label_inside(ocr: Ocr, pixels: Pixels, extent: PixelBox, stop: Event, *, one_row: bool) -> str:
    """Return the one label of a control with edges; nothing where these are a bar's, a pane's or a whole menu's."""
    boxes = [] if is_blank(pixels, extent) else _parted(pixels, _boxes_in(ocr, pixels, extent, extent, stop))
    rows = _rows(boxes)
    if not rows or len(rows) > (1 if one_row else _TALLEST_ROWS) or any(len(row) >= _BAR_GROUPS for row in rows):
        return ""
    if (len(rows) > 1 or extent.height > 3 * boxes[0].height) and not _is_centred(boxes, extent):
        return ""
    if not _is_one_text(rows, extent):
        return ""
    words = [group for row in rows for group in row]
    return " ".join(line.text for line in ocr.read_boxes(pixels, words, stop))


def _is_centred(boxes: Sequence[PixelBox], extent: PixelBox) -> bool:
    left, right = min(box.x1 for box in boxes) - extent.x1, extent.x2 - max(box.x2 for box in boxes)
    above, below = min(box.y1 for box in boxes) - extent.y1, extent.y2 - max(box.y2 for box in boxes)
    return abs(left - right) <= 2 * _CENTRED * extent.width and abs(above - below) <= 2 * _CENTRED * extent.height


def _is_one_text(rows: Sequence[Sequence[PixelBox]], extent: PixelBox) -> bool:
    """Say whether rows follow each other as a text's lines do, or stand each in the middle; a menu's do neither."""
    middle = extent.centre[0]
    offsets = [abs((row[0].x1 + row[-1].x2) / 2 - middle) for row in rows]
    gaps = [below[0].y1 - above[0].y2 for above, below in itertools.pairwise(rows)]
    heights = [row[0].height for row in rows]
    return max(offsets) <= _IN_THE_MIDDLE or all(gap <= _LINE_GAP * min(heights) for gap in gaps)


def _rows(boxes: Sequence[PixelBox]) -> list[list[PixelBox]]:
    rows: list[list[PixelBox]] = []
    for box in sorted(boxes, key=lambda box: box.centre[1]):
        if rows and _same_row(rows[-1][0], box.centre[1]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row) for row in rows]


def _chosen(pixels: Pixels, boxes: Sequence[PixelBox], place: tuple[float, float], target: PixelBox) -> list[PixelBox]:
    """Return the words at the place, and those near it where there are none, or only what may be an icon."""
    close = [box for box in boxes if box.distance_to(place) <= _TOUCHES or box.overlaps(target)]
    hit = _hit(_parted(pixels, close), place, target)
    if hit and any(width > _ICON * height for width, height in (ink_size(pixels, group) for group in hit)):
        return hit
    near = _near([group for group in _parted(pixels, boxes) if group not in hit], place)
    return list(dict.fromkeys([*hit, *near]))


def _hit(groups: Sequence[PixelBox], place: tuple[float, float], target: PixelBox) -> list[PixelBox]:
    """Return the words under the place, and those inside the box that was aimed at."""
    touched = [group for group in groups if group.distance_to(place) <= _TOUCHES]
    nearest = min(touched, key=lambda group: abs(group.centre[1] - place[1]), default=None)
    return [
        group
        for group in groups
        if target.has(group.centre) or (nearest and group in touched and _same_row(nearest, group.centre[1]))
    ]


def _near(groups: Sequence[PixelBox], place: tuple[float, float]) -> list[PixelBox]:
    """Return the words beside or below an icon, and the nearest to the left and right in the row."""
    beside = sorted((g for g in groups if g.distance_to(place) <= _BESIDE), key=lambda g: g.distance_to(place))[:1]
    row = [g for g in groups if _same_row(g, place[1])]
    left = sorted((g for g in row if g.x2 <= place[0]), key=lambda g: -g.x2)[:1]
    right = sorted((g for g in row if g.x1 >= place[0]), key=lambda g: g.x1)[:1]
    return list(dict.fromkeys([*beside, *left, *right]))


def _same_row(box: PixelBox, y: float) -> bool:
    return abs(box.centre[1] - y) <= _ROW * box.height


def lines_in(ocr: Ocr, pixels: Pixels, area: PixelBox, stop: Event) -> list[TextLine]:
    """Return every line in an area, parted where a wide gap is."""
    return ocr.read_boxes(pixels, _parted(pixels, _boxes_in(ocr, pixels, area, area, stop)), stop)


def blank_spot(ocr: Ocr, pixels: Pixels, place: tuple[float, float], stop: Event) -> tuple[float, float] | None:
    """Return a place close by on the same plain area, but on no words; None where there is none."""
    area = box_around(place, _AROUND, (pixels.shape[1], pixels.shape[0]))
    if extent := extent_at(pixels, place):
        area = area.within(extent.box)
    boxes = ocr.boxes(pixels, area, stop)
    spots = [(place[0] + dx, place[1] + dy) for dx, dy in _SPOTS]
    free = (spot for spot in spots if area.has(spot) and all(box.distance_to(spot) > _TOUCHES for box in boxes))
    return next(free, None)
