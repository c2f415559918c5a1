"""What is asked of a workbook: rules, each about a sheet of it, or about one beside one of another workbook."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SheetRef: TypeAlias = (
    Annotated[int, Field(ge=0, strict=True)] | Annotated[str, StringConstraints(pattern=r"^[RE](I\d{1,4}|N.+)$")]
)
"""A sheet: 0 or `RI0` is the workbook's first, `RNSales` the one of that name; those with `E` are the other one's."""

Style: TypeAlias = Literal[
    "number_format",
    "font_name",
    "font_family",
    "font_color",
    "font_bold",
    "font_italic",
    "font_underline",
    "font_size",
    "fill_type",
    "bgcolor",
    "fgcolor",
    "hyperlink",
    "merge",
]
ChartProperty: TypeAlias = Literal[
    "title", "legend", "anchor", "width", "height", "type", "direction", "xtitle", "ytitle", "ztitle"
]
PivotProperty: TypeAlias = Literal[
    "name",
    "show_total",
    "show_empty_row",
    "show_empty_col",
    "show_headers",
    "selection",
    "ordered",
    "filter",
    "col_fields",
    "row_fields",
    "data_fields",
    "data_fields_name",
]


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wish(_Rule):
    """What a value shall be: equal to `ref`, or otherwise related to it; `re` says that a text fits it."""

    method: Literal["eq", "ne", "lt", "le", "gt", "ge", "re"]
    ref: str | int | float | bool | None


class SheetNames(_Rule):
    """Both workbooks have sheets of the same names."""

    type: Literal["sheet_name"]


class Pair(_Rule):
    """Two sheets, mostly of the workbook and of the one that it shall be like."""

    sheet_idx0: SheetRef
    sheet_idx1: SheetRef


class SameData(Pair):
    """Two sheets hold the same table, its numbers rounded to some decimal places."""

    type: Literal["sheet_data"]
    precision: Annotated[int, Field(ge=0, le=12)] = 4


class SameCharts(Pair):
    """Two sheets have charts of the same ranges, the same in some properties."""

    type: Literal["chart"]
    chart_props: tuple[ChartProperty, ...] = ()


class SamePivots(Pair):
    """Two sheets have pivot tables of the same ranges, the same in some properties."""

    type: Literal["pivot_table"]
    pivot_props: tuple[PivotProperty, ...] = ()


class SameStyles(Pair):
    """The cells of two sheets look the same, conditional formats counted."""

    type: Literal["style"]
    props: Annotated[tuple[Style, ...], Field(min_length=1)]


class SameFreeze(Pair):
    """The same rows and columns of two sheets stay in sight."""

    type: Literal["freeze"]


class Zoom(Wish):
    """A sheet is shown at some zoom, in percent."""

    type: Literal["zoom"]
    sheet_idx: SheetRef


class CellLooks(_Rule):
    """A cell holds and looks like something."""

    type: Literal["check_cell"]
    sheet_idx: SheetRef
    coordinate: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[1-9]\d{0,6}$")]
    props: Annotated[dict[Style | Literal["value"], Wish], Field(min_length=1)]


Rule: TypeAlias = Annotated[
    SheetNames | SameData | SameCharts | SamePivots | SameStyles | SameFreeze | Zoom | CellLooks,
    Field(discriminator="type"),
]


class Question(_Rule):
    """What the reader of workbooks is asked: rules about a file, and another one beside it."""

    workbook: str
    like: str | None
    rules: tuple[Rule, ...]


class Answer(_Rule):
    """What it answers: all that is wrong; or why it cannot be known; or what is at fault in the rules."""

    wrong: tuple[str, ...] = ()
    unread: str = ""
    fault: str = ""
