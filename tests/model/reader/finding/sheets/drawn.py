"""A sheet as it is drawn on a screen: headers with lines between them, cells with ink in them, a formula bar above."""

from collections.abc import Mapping, Sequence

from PIL import Image, ImageDraw

from model.reader.address import letters_of, read_cells
from model.reader.scene import Scene
from model.sight.element import Element, Kind
from model.sight.text_line import PixelBox, TextLine
from tests.model.reader.finding.scenes import scene
from tests.model.sight.screens import SIZE, line

LEFT, TOP, HEADER = 100, 200, 30
WIDTH, HEIGHT = 100, 30
COLUMNS, ROWS = 6, 10


def cell_at(column: int, row: int) -> PixelBox:
    """Return where the cell in that column and row of the view stands, from 0."""
    left, top = LEFT + WIDTH * column, TOP + HEADER + HEIGHT * row
    return PixelBox(left, top, left + WIDTH, top + HEIGHT)


def sheet(
    held: Mapping[str, str] | None = None,
    *,
    current: str = "A1",
    bar: str = "",
    first: tuple[int, int] = (1, 1),
    unread: Sequence[str] = (),
    selected: Sequence[str] = (),
    has_bar: bool = True,
) -> Scene:
    """Return a screen with a sheet: what cells hold by their addresses, and what of its headers is not read.

    `first` are the first column and row in view.
    """
    image = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(image)
    for column in range(COLUMNS + 1):
        pen.line([(LEFT + WIDTH * column, TOP), (LEFT + WIDTH * column, TOP + HEADER)], fill="grey")
    for row in range(ROWS + 1):
        pen.line([(0, TOP + HEADER + HEIGHT * row), (LEFT, TOP + HEADER + HEIGHT * row)], fill="grey")
    lines = [one for one in _headers(first) if one.text not in unread]
    for address in selected:
        pen.rectangle(_box(address, first), fill="lightblue")
    for address, text in (held or {}).items():
        box = _box(address, first)
        lines.append(line(text, box.x1 + 5, box.y1 + 5))
        for place in range(len(text)):
            pen.rectangle([box.x1 + 7 + 10 * place, box.y1 + 9, box.x1 + 11 + 10 * place, box.y1 + 20], fill="black")
    return scene(*(_formula_line(current, bar) if has_bar else ()), lines=lines, image=image)


def _headers(first: tuple[int, int]) -> list[TextLine]:
    letters = [letters_of(first[0] + column) for column in range(COLUMNS)]
    numbers = [str(first[1] + row) for row in range(ROWS)]
    above = [line(text, LEFT + WIDTH * place + 50 - 5 * len(text), TOP + 5) for place, text in enumerate(letters)]
    return above + [
        line(text, LEFT - 50 - 5 * len(text), TOP + HEADER + HEIGHT * place + 5) for place, text in enumerate(numbers)
    ]


def _box(address: str, first: tuple[int, int]) -> PixelBox:
    cells = read_cells(address)
    assert cells is not None
    return cell_at(cells.columns[0] - first[0], cells.rows[0] - first[1])


def _formula_line(current: str, bar: str) -> tuple[Element, Element]:
    return (
        Element(Kind.DROPDOWN, PixelBox(0, 150, 100, 180), text=current),
        Element(Kind.FIELD, PixelBox(200, 150, 800, 180), text=bar),
    )
