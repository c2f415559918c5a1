"""Tells from frames that touch each other what belongs to a table or a list: cells, headers, rows. Knows no pixels."""

from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_ALIKE = 4  # pixels by which sides of neighbours may differ
_GAP = -1  # pixels between boxes that were grown over their borders: fields of a form stand further apart
_FRAMED = frozenset({Kind.FIELD, Kind.BUTTON, Kind.DROPDOWN})


def as_tables(found: Sequence[Element]) -> list[Element]:
    """Return the elements, those that touch others on two sides as cells, beside others as headers, above as rows."""
    framed = [element for element in found if element.kind in _FRAMED]
    rows = [element for element in found if element.kind is Kind.ROW]
    placed = [_placed(element, framed, rows) for element in found]
    headers = [element.box for element in placed if element.kind is Kind.HEADER]
    return [e for e in placed if e.kind not in _FRAMED or not any(_hangs_on(e.box, header) for header in headers)]


def _placed(element: Element, framed: Sequence[Element], rows: Sequence[Element]) -> Element:
    if element.kind not in _FRAMED:
        return element
    beside = sum(_touches_beside(element.box, other.box) for other in framed)
    stacked = any(_touches_above(element.box, other.box) for other in [*framed, *rows])
    if beside and stacked:
        return replace(element, kind=Kind.CELL)
    if stacked:
        return replace(element, kind=Kind.ROW)
    in_row = [other.box for other in framed if _same_rows(element.box, other.box)]
    return replace(element, kind=Kind.HEADER) if beside and len(in_row) > 2 else element


def _same_rows(box: PixelBox, other: PixelBox) -> bool:
    return abs(box.y1 - other.y1) <= _ALIKE and abs(box.y2 - other.y2) <= _ALIKE


def _touches_beside(box: PixelBox, other: PixelBox) -> bool:
    return box != other and _same_rows(box, other) and max(box.x1, other.x1) - min(box.x2, other.x2) <= _GAP


def _touches_above(box: PixelBox, other: PixelBox) -> bool:
    alike = abs(box.x1 - other.x1) <= _ALIKE and abs(box.x2 - other.x2) <= _ALIKE
    return box != other and alike and max(box.y1, other.y1) - min(box.y2, other.y2) <= _GAP


def _hangs_on(box: PixelBox, header: PixelBox) -> bool:
    """Say whether a frame is the body of the table under a header."""
    return box.x1 < header.centre[0] < box.x2 and abs(box.y1 - header.y2) <= 2 * _ALIKE and box.width > header.width
