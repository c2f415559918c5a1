"""What belongs to a row: its words and controls, and, of a table, the header above each cell."""

from collections.abc import Sequence
from dataclasses import replace

from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox

_SHARED = 0.6  # of a cell's width that stands under its header


def join_rows(elements: Sequence[Element]) -> list[Element]:
    """Return the elements: rows with their words, what stands in a row as a part of it, cells with their header."""
    rows = [element for element in elements if element.kind is Kind.ROW]
    headers = [element for element in elements if element.kind is Kind.HEADER]
    joined = [_under_header(_in_row(element, rows), headers) for element in elements]
    return [replace(row, text=_words_in(row.box, joined)) if row.kind is Kind.ROW else row for row in joined]


def _in_row(element: Element, rows: Sequence[Element]) -> Element:
    if element.kind is Kind.ROW or element.part_of is not None:
        return element
    row = next((row for row in rows if row.box.has(element.box.centre) and element.box.width <= row.box.width), None)
    return replace(element, part_of=row.box, selected=element.selected or row.selected) if row else element


def _under_header(element: Element, headers: Sequence[Element]) -> Element:
    """Name a cell, or a control in a table, by the header of its column."""
    if element.kind is not Kind.CELL or element.label:
        return element
    above = [header for header in headers if _is_under(element.box, header.box)]
    nearest = min(above, key=lambda header: element.box.y1 - header.box.y2, default=None)
    return replace(element, label=nearest.text) if nearest else element


def _is_under(box: PixelBox, header: PixelBox) -> bool:
    shared = min(box.x2, header.x2) - max(box.x1, header.x1)
    return box.y1 >= header.centre[1] and shared >= _SHARED * min(box.width, header.width)


def _words_in(row: PixelBox, elements: Sequence[Element]) -> str:
    inside = [e for e in elements if e.kind is not Kind.ROW and e.text and row.has(e.box.centre) and e.part_of == row]
    return " ".join(element.text for element in sorted(inside, key=lambda element: element.box.x1))
