"""ScreenSpot-v2: ScreenSpot with its wrong labels mended. The original gives width and height, other copies corners."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from pydantic import FiniteFloat

from tasks.recorded.benchmark import Card
from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.grounding.base import Grounding, Question, Row
from tasks.recorded.grounding.screenspot import cell, read_screenspot, six_cells
from tasks.recorded.grounding.target import Target, from_corners
from tasks.recorded.steps import Size
from tasks.recorded.tally import Tally

_APPLICATIONS = {f"screenspot_{platform}_v2": platform for platform in ("mobile", "desktop", "web")}


class _CornersRow(Row):
    id: str
    img_filename: str
    img_size: Size
    bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # two corners in pixels
    instruction: str
    ui_type: str
    application: str


class ScreenSpotV2(Grounding):
    """Both copies; which one a record belongs to is told by its fields."""

    name = "screenspot-v2"
    image_folders = ("screenspotv2_image", "images")
    card = Card(
        title="ScreenSpot-v2",
        measures="one click for an instruction, on phones, desktops and the web",
        needs="screenspot_{mobile,desktop,web}_v2.json (boxes as width and height) or MAI-UI's ScreenSpot_V2_data.json "
        "(corners), and screenspotv2_image/",
        size="1,272 instructions (501 mobile, 334 desktop, 437 web)",
        licence="Apache-2.0",
        source="https://huggingface.co/datasets/OS-Copilot/ScreenSpot-v2",
        metric="a point inside the box, edges included; the mean over instructions",
    )

    def is_record(self, record: Record) -> bool:
        """See `Grounding`."""
        if record.value.get("application") in tuple(_APPLICATIONS):
            return True
        return {"bbox", "data_type"} <= record.value.keys() and "_v2" in PurePosixPath(record.place.file).stem.lower()

    def read(self, record: Record) -> Question:
        """See `Grounding`."""
        if "data_type" in record.value:
            return read_screenspot(record)
        row = read_row(_CornersRow, record.value)
        return Question(
            id=row.id,
            instruction=row.instruction,
            image=row.img_filename,
            target=Target(from_corners(row.bbox, row.img_size)),
            groups=cell(_APPLICATIONS.get(row.application, row.application), row.ui_type),
            size=row.img_size,
        )

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Papers also average the six cells of platform and kind."""
        return six_cells(tally)
