"""OSWorld-G: boxes, polygons, and instructions that ask for what is not there. Also MAI-UI's copy, which mangles two.

MAI-UI's file says `bbox` for all three. It took every four numbers for x, y, width and height and made corners of them,
those of polygons too; and a refusal is a box of zeros, which its scorer compares points with.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Literal

from pydantic import FiniteFloat

from tasks.recorded.benchmark import Card
from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.grounding.base import Grounding, Question, Row, groups
from tasks.recorded.grounding.target import (
    Area,
    Nothing,
    Polygon,
    Rectangle,
    Target,
    from_corners,
    from_extent,
    from_flat,
)
from tasks.recorded.steps import BadRecordError, Size
from tasks.recorded.tally import Tally

_ABILITIES = {
    "text matching": ("Label",),
    "element recognition": ("Icon", "Image", "Button"),
    "layout understanding": (
        "Tab",
        "Banner/Notification",
        "Accordion/Collapsible Panel",
        "Pagination Control",
        "Toolbar",
        "Menu Bar",
        "Dropdown Menu",
        "List",
        "Grid",
        "Tree View",
        "Dialog/Modal",
        "Panel/Container",
        "Sidebar",
        "Drawer",
        "Window Hierarchy",
    ),
    "fine-grained manipulation": (
        "Slider",
        "Stepper",
        "Divider",
        "Toggle/Switch",
        "Accordion/Collapsible Panel",
        "Checkbox",
        "Radio Button",
        "Color Picker",
        "Date Picker",
        "Table",
        "Text Field/Input Box",
        "Search Bar",
        "Text Field",
        "Input Box",
        "Window Border",
    ),
}
"""Which kinds of elements each ability is measured by: the benchmark's paper. An element can belong to several."""

_Numbers = tuple[FiniteFloat, ...]


class _OriginalRow(Row):
    id: str
    image_path: str
    image_size: Size
    instruction: str
    box_type: Literal["bbox", "polygon", "refusal"]
    box_coordinates: _Numbers  # x, y, width, height, or x, y, x, y, … of a polygon, in pixels
    GUI_types: tuple[str, ...] = ()


class _CopiedRow(Row):
    id: str
    img_filename: str
    img_size: Size
    instruction: str
    bbox: _Numbers
    ui_type: tuple[str, ...] = ()


class OSWorldG(Grounding):
    """The instructions as they were, or the refined ones, whose ids are the same."""

    name = "osworld-g"

    def __init__(self, *, refined: bool = False) -> None:
        self._refined = refined
        self.name = "osworld-g-refined" if refined else "osworld-g"
        self.card = Card(
            title="OSWorld-G, refined instructions" if refined else "OSWorld-G",
            measures="one click for an instruction on Linux desktops, or a refusal where there is nothing to click",
            needs=f"OSWorld-G{'_refined' if refined else ''}.json and images/, or MAI-UI's "
            f"{'OS_G_Refine_data' if refined else 'OS_G_data'}.json",
            size="564 instructions (54 of them to be refused), 251 screenshots",
            licence="not known: its repository was not to be seen",
            source="https://github.com/xlang-ai/OSWorld-G",
            metric="a point inside the box or polygon, or a refusal; the mean over all, refusals included",
            defects=(
                "MAI-UI's copy takes the 40 polygons for boxes of four mangled numbers.",
                "MAI-UI's copy counts a refusal as right only for a point at (0, 0).",
            ),
        )

    def is_record(self, record: Record) -> bool:
        """See `Grounding`."""
        value = record.value
        is_form = {"box_type", "box_coordinates"} <= value.keys() or value.get("application") == "osworld-g"
        return is_form and ("refine" in PurePosixPath(record.place.file).stem.lower()) == self._refined

    def read(self, record: Record) -> Question:
        """See `Grounding`."""
        if "box_type" in record.value:
            row = read_row(_OriginalRow, record.value)
            target = Target(_area(row))
            return Question(
                row.id, row.instruction, row.image_path, target, _groups(target, row.GUI_types), row.image_size
            )
        copy = read_row(_CopiedRow, record.value)
        target = _mended(copy.bbox, copy.img_size)
        return Question(
            copy.id, copy.instruction, copy.img_filename, target, _groups(target, copy.ui_type), copy.img_size
        )

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Some leave the refusals out."""
        points = [cell for kind, cell in tally.groups.get("shape", {}).items() if kind != "refusal"]
        total = sum(cell.total for cell in points)
        return {"without refusals": sum(cell.sum for cell in points) / total if total else 0.0}


def _area(row: _OriginalRow) -> Area:
    match row.box_type:
        case "refusal":
            return Nothing()
        case "polygon":
            return from_flat(row.box_coordinates, row.image_size)
        case "bbox":
            return from_extent(_four(row.box_coordinates), row.image_size)


def _mended(box: Sequence[float], size: Size) -> Target:
    """Return what a record of MAI-UI's copy was made from, and what the copy's scorer compares with."""
    corners = Rectangle(*_four(box[:4]))
    if len(box) > 4:
        left, top, right, bottom = corners
        return Target(from_flat((left, top, right - left, bottom - top, *box[4:]), size), corners)
    if not any(box):
        return Target(Nothing(), corners)
    return Target(from_corners(corners, size))


def _four(numbers: Sequence[float]) -> Sequence[float]:
    if len(numbers) != 4:
        raise BadRecordError(f"the box has {len(numbers)} numbers, and not four.")
    return numbers


def _groups(target: Target, kinds: Sequence[str]) -> tuple[tuple[str, str], ...]:
    shapes = {Rectangle: "box", Polygon: "polygon", Nothing: "refusal"}
    able = [ability for ability, elements in _ABILITIES.items() if not set(elements).isdisjoint(kinds)]
    refusal = isinstance(target.area, Nothing)
    return groups(ability=["refusal"] if refusal else able, shape=shapes[type(target.area)])
