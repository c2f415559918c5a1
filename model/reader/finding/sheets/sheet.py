"""The sheet on a screen: where a cell stands, what it reads, and which cell is the current one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from model.reader.address import Cells, letters_of, read_cells
from model.reader.finding.sheets.fitting import Stretch
from model.reader.finding.sheets.headers import headers_on
from model.reader.plan import Target
from model.sight.element import Element, Kind
from model.sight.parts import ink_size
from model.sight.text_line import PixelBox, TextLine

if TYPE_CHECKING:
    from model.reader.scene import Scene

_INPUTS = frozenset({Kind.FIELD, Kind.SPINNER, Kind.DROPDOWN})
_ABOVE = 8.0  # heights of a letter from the headers up to the formula bar, with what may stand between
_NARROW = 0.4  # of the formula bar's width: what names the cell is a small field beside it
_MOST_READ = 60  # cells
_FRAME, _LEAST_INK = 4, 2  # pixels: of the current cell's frame, and of what stands in a cell
_LEAST_SHOWN = 0.5  # of a text's own height that has to lie in the cell


@dataclass(frozen=True)
class Sheet:
    """Columns and rows from side to side, by their numbers; `bar` is the formula bar where one was seen.

    `name_box` is the small field beside it, which reads the address of the current cell and takes one to go to.
    """

    columns: Mapping[int, Stretch]
    rows: Mapping[int, Stretch]
    name_box: PixelBox | None = None
    bar: PixelBox | None = None

    def box_of(self, cells: Cells) -> PixelBox | None:
        """Return where cells stand, None where not all of them are in view."""
        sides = [self.columns.get(number) for number in cells.columns]
        edges = [self.rows.get(number) for number in cells.rows]
        left, right, top, bottom = *sides, *edges
        if not (left and right and top and bottom):
            return None
        return PixelBox(left[0], top[0], right[1], bottom[1])

    def __str__(self) -> str:
        (left, *_), (top, *_) = self.columns, self.rows
        right, bottom = max(self.columns), max(self.rows)
        return f"{letters_of(left)}{top} to {letters_of(right)}{bottom}"


def addressed(target: Target) -> Cells | None:
    """Return the cells that a target names by their address."""
    return read_cells(target.text) if target.kind is Kind.CELL else None


def sheet_on(scene: "Scene") -> Sheet | None:
    """Return the sheet on a screen, None where there is none."""
    headers = headers_on(scene.pixels, scene.lines)
    if headers is None:
        return None
    top, reach = headers.letters.y1, _ABOVE * headers.letters.height
    fields = [e for e in scene.elements if e.kind in _INPUTS and top - reach <= e.box.y1 and e.box.y2 <= top + 2]
    name_box, bar = _formula_line(fields)
    if name_box is None:  # a field that has the focus may not be seen as one; what it reads is
        read = [line.box for line in scene.lines if read_cells(line.text) and top - reach <= line.box.y1 < top]
        name_box = min(read, default=None)
    return Sheet(headers.columns, headers.rows, name_box, bar)


def _formula_line(fields: Sequence[Element]) -> tuple[PixelBox | None, PixelBox | None]:
    """Return the field of the current cell's address, and the one of what stands in it, at its right."""
    for bar in sorted(fields, key=lambda field: -field.box.width):
        beside = [
            other.box
            for other in fields
            if other.box.x2 <= bar.box.x1
            and other.box.y1 < bar.box.centre[1] < other.box.y2
            and other.box.width <= _NARROW * bar.box.width
        ]
        if beside:
            return min(beside), bar.box
    return None, None


def current_cell(sheet: Sheet, scene: "Scene") -> Cells | None:
    """Return which cell the sheet says is the current one; None where that cannot be read."""
    return read_cells(scene.text_in(sheet.name_box)) if sheet.name_box else None


def text_of(cells: Cells, sheet: Sheet, scene: "Scene") -> str:
    """Return what cells read, those of a row after each other; nothing for what is not in view."""
    numbers = [range(first, last + 1) for first, last in (cells.rows, cells.columns)]
    places = [Cells((column, column), (row, row)) for row, column in product(*numbers)][:_MOST_READ]
    texts = [_text_in(box, scene) for place in places if (box := sheet.box_of(place))]
    return " ".join(filter(None, texts))


def is_blank(box: PixelBox, scene: "Scene") -> bool:
    """Say whether nothing stands in a cell, which a frame may be around."""
    return ink_size(scene.pixels, box.grown(-_FRAME))[0] < _LEAST_INK


def _text_in(box: PixelBox, scene: "Scene") -> str:
    """Return what one cell reads. A text that begins in it may go on beyond it; a neighbour's is left out."""
    if is_blank(box, scene):
        return ""
    lines = [line for line in scene.lines if _is_in_row(line, box) and box.x1 - _FRAME <= line.box.x1 < box.x2]
    going_on = next((line.text for line in lines if _goes_on(line, box.x2)), "")
    return going_on or scene.read_inside(box)


def _goes_on(line: TextLine, edge: float) -> bool:
    """Say whether a word of a line stands across an edge; between two words, each is in a cell of its own."""
    before = sum(centre < edge for centre in line.centres)
    return 0 < before < len(line.text) and " " not in line.text[before - 1 : before + 1]


def _is_in_row(line: TextLine, box: PixelBox) -> bool:
    common = min(line.box.y2, box.y2) - max(line.box.y1, box.y1)
    return common >= _LEAST_SHOWN * min(line.box.height, box.height)
