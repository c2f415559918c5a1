"""MMBench-GUI level 2: elements on six platforms, told by what they look like (basic) or by what they are for."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from pydantic import AliasChoices, Field, FiniteFloat

from tasks.recorded.benchmark import Card
from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.grounding.base import Grounding, Question, Row, groups
from tasks.recorded.grounding.target import Rectangle, Target, from_corners
from tasks.recorded.steps import Size
from tasks.recorded.tally import Tally

_LEVELS = ("basic", "advanced")


class _MMBenchRow(Row):
    number: str = Field(validation_alias=AliasChoices("index", "id"))
    picture: str = Field(validation_alias=AliasChoices("image_path", "img_filename"))
    size: Size = Field(validation_alias=AliasChoices("image_size", "img_size"))
    bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # two corners, fractions or pixels
    instruction: str
    kind: str = Field(validation_alias=AliasChoices("data_type", "ui_type"))
    platform: str
    application: str = Field(validation_alias=AliasChoices("app_name", "application"))
    level: str = Field(validation_alias=AliasChoices("grounding_type", "group"))


class MMBenchGuiL2(Grounding):
    """The original, whose boxes are fractions, and MAI-UI's copy in pixels."""

    name = "mmbench-gui-l2"
    image_folders = ("offline_images", "images")
    card = Card(
        title="MMBench-GUI L2",
        measures="one click for an element's looks or purpose, on six platforms",
        needs="L2_annotations.json and offline_images/, or MAI-UI's MMbench_data.json",
        size="3,594 instructions",
        licence="none stated in its repository",
        source="https://github.com/open-compass/MMBench-GUI",
        metric="a point inside the box, edges included; the mean over instructions, as in published tables",
    )

    def is_record(self, record: Record) -> bool:
        """See `Grounding`."""
        return (record.value.get("grounding_type") or record.value.get("group")) in _LEVELS

    def read(self, record: Record) -> Question:
        """See `Grounding`."""
        row = read_row(_MMBenchRow, record.value)
        return Question(
            id=f"{PurePosixPath(record.place.file).stem}_{row.number}",
            instruction=row.instruction,
            image=row.picture,
            target=Target(from_corners(_in_pixels(row), row.size)),
            groups=groups(
                level=row.level,
                platform=row.platform,
                type=row.kind,
                **{"level and platform": f"{row.level} {row.platform}"},
            ),
            size=row.size,
        )

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """The benchmark's own code reports the mean of its two levels."""
        return {"mean of basic and advanced": tally.mean_of("level")}


def _in_pixels(row: _MMBenchRow) -> Rectangle:
    """Return the box in pixels; -1 stands for an edge of the screen, as the benchmark's own code takes it."""
    box = [0.0 if edge == -1 else edge for edge in row.bbox]
    if all(edge <= 1 for edge in box):
        box = [edge * side for edge, side in zip(box, row.size * 2, strict=True)]
    return Rectangle(*box)
