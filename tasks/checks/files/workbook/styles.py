"""How the cells of a sheet look, their conditional formats counted."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from openpyxl.cell.cell import MergedCell

from tasks.checks.files.workbook.books import Sheet
from tasks.checks.files.workbook.conditions import holds
from tasks.checks.files.workbook.rules import Style


def looks_of(sheet: Sheet, styles: Sequence[Style]) -> dict[str, tuple[object, ...]]:
    """Return the styles of every cell up to the last one, by its coordinate."""
    looks = {
        cell.coordinate: tuple(look_of(cell, style) for style in styles)
        for row in sheet.looks.iter_rows()
        for cell in row
    }
    for coordinate, format_ in _formatted(sheet):
        cell = sheet.looks[coordinate]
        looks[coordinate] = tuple(look_of(cell, style, format_) for style in styles)
    return looks


def look_of(cell: Any, style: Style, format_: Any = None) -> object:
    """Return one style of a cell, as a conditional format has it where it says something of it.

    Fonts and numbers are those of cells that hold something; a colour is its ARGB, such as FFFF0000.
    """
    return _STYLES[style](cell, format_)


def _formatted(sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """Yield the cells whose conditional formats apply, with the format; of several the last one counts."""
    for area in sheet.looks.conditional_formatting:
        for rule in area.rules:
            for cells in area.cells:
                for cell in _used(cells, sheet):
                    if cell.value is not None and rule.dxf is not None and holds(rule, cell, cells, sheet):
                        yield cell.coordinate, rule.dxf


def _used(cells: Any, sheet: Sheet) -> Iterator[Any]:
    """Yield the cells of a range as far as the sheet is used: formats are of whole columns, too."""
    last_row, last_column = min(cells.max_row, sheet.values.max_row), min(cells.max_col, sheet.values.max_column)
    for row in sheet.values.iter_rows(cells.min_row, last_row, cells.min_col, last_column):
        yield from row


def _font(name: str, cell: Any, format_: Any) -> object:
    if cell.value is None:
        return None
    fonts = (part.font for part in (format_, cell) if part is not None and part.font is not None)
    return next((value for font in fonts if (value := getattr(font, name)) is not None), None)


def _font_colour(cell: Any, format_: Any) -> str | None:
    return _colour(_font("color", cell, format_))


def _colour(colour: Any) -> str | None:
    if colour is None:
        return None
    return str(colour.rgb) if colour.type == "rgb" else f"{colour.type} {getattr(colour, colour.type)}"


def _number_format(cell: Any, format_: Any) -> str | None:
    if cell.value is None or cell.data_type != "n":
        return None
    conditional = format_ and format_.numFmt
    return str(conditional.formatCode if conditional else cell.number_format)


def _fill(cell: Any, format_: Any) -> Any:
    return format_.fill if format_ is not None and format_.fill is not None else cell.fill


def _background(cell: Any, format_: Any) -> str | None:
    """Return what a cell is filled with: Excel calls it the foreground, and in conditional formats the background."""
    conditional = format_ is not None and format_.fill is not None
    return _colour(getattr(_fill(cell, format_), "bgColor" if conditional else "fgColor", None))


def _hyperlink(cell: Any) -> str | None:
    if cell.value is None:
        return None
    link = cell.hyperlink
    return (link.target or link.location or "") if link else ""


_STYLES: dict[Style, Callable[[Any, Any], object]] = {
    "number_format": _number_format,
    "font_name": partial(_font, "name"),
    "font_family": partial(_font, "family"),
    "font_color": _font_colour,
    "font_bold": partial(_font, "bold"),
    "font_italic": partial(_font, "italic"),
    "font_underline": partial(_font, "underline"),
    "font_size": partial(_font, "size"),
    "fill_type": lambda cell, format_: _fill(cell, format_).tagname,
    "bgcolor": _background,
    "fgcolor": _background,
    "hyperlink": lambda cell, _: _hyperlink(cell),
    "merge": lambda cell, _: isinstance(cell, MergedCell),
}
