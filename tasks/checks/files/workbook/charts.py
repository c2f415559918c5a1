"""The charts of a sheet, by the ranges that they show."""

from collections.abc import Callable, Collection
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from tasks.checks.files.workbook.rules import ChartProperty


def charts_of(sheet: Worksheet, properties: Collection[ChartProperty]) -> dict[str, dict[str, object]]:
    """Return the properties of each chart, by its series: `values,categories`, with a semicolon between two."""
    return {
        ";".join(map(_ranges, chart.series)): {name: _PROPERTIES[name](chart) for name in sorted(properties)}
        for chart in sheet._charts  # openpyxl offers no other way to charts that it read
    }


def _ranges(series: Any) -> str:
    return f"{_range(series.val)},{_range(series.cat)}"


def _range(source: Any) -> str:
    references = (getattr(source, kind, None) for kind in ("numRef", "strRef"))
    return next((reference.f or "" for reference in references if reference is not None), "")


def _title(of: Any) -> str | None:
    """Return the first run of a title's text."""
    try:
        return str(of.title.tx.rich.p[0].r[0].t)
    except (AttributeError, IndexError, TypeError):  # any part of it may be missing
        return None


def _axis_title(name: str) -> Callable[[Any], str | None]:
    return lambda chart: _title(getattr(chart, name, None))


def _anchor(chart: Any) -> tuple[object, ...]:
    start, end = getattr(chart.anchor, "_from", None), getattr(chart.anchor, "to", None)
    corners = tuple((corner.col, corner.row) for corner in (start, end) if corner is not None)
    return getattr(chart.anchor, "editAs", None), corners


_PROPERTIES: dict[ChartProperty, Callable[[Any], object]] = {
    "title": _title,
    "legend": lambda chart: chart.legend and chart.legend.position,
    "anchor": _anchor,
    "width": lambda chart: chart.width,
    "height": lambda chart: chart.height,
    "type": lambda chart: chart.tagname,
    "direction": lambda chart: getattr(chart, "barDir", None),
    "xtitle": _axis_title("x_axis"),
    "ytitle": _axis_title("y_axis"),
    "ztitle": _axis_title("z_axis"),
}
