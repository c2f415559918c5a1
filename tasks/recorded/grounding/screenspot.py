"""ScreenSpot, and UGround's copy of it: 1,272 instructions on screenshots of phones, desktops and web pages."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal

from pydantic import AliasChoices, Field, FiniteFloat

from tasks.recorded.benchmark import Card
from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.grounding.base import Grounding, Question, Row, groups
from tasks.recorded.grounding.target import Target, from_extent
from tasks.recorded.steps import Size
from tasks.recorded.tally import Tally

_PLATFORMS = ("mobile", "desktop", "web")
_SOURCES = {"ios": "mobile", "android": "mobile", "macos": "desktop", "windows": "desktop"}


class _ScreenSpotRow(Row):
    picture: str = Field(validation_alias=AliasChoices("img_filename", "image", "image_path"))
    bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # x, y, width, height in pixels
    instruction: str
    data_type: Literal["text", "icon"]
    data_source: str
    platform: str = ""
    size: Size | None = Field(default=None, validation_alias=AliasChoices("img_size", "image_size"))


class ScreenSpot(Grounding):
    """The original form, in which a box is x, y, width and height."""

    name = "screenspot"
    image_folders = ("screenspot_imgs", "images")
    card = Card(
        title="ScreenSpot",
        measures="one click for an instruction, on phones, desktops and the web",
        needs="screenspot_{mobile,desktop,web}.json and screenspot_imgs/, or UGround's copy",
        size="1,272 instructions",
        licence="Apache-2.0",
        source="https://github.com/njucckevin/SeeClick",
        metric="a point inside the box, edges included; the mean over instructions",
    )

    def is_record(self, record: Record) -> bool:
        """See `Grounding`."""
        return {"bbox", "instruction", "data_type", "data_source"} <= record.value.keys() and not _is_v2(record)

    def read(self, record: Record) -> Question:
        """See `Grounding`."""
        return read_screenspot(record)

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Papers also average the six cells of platform and kind."""
        return six_cells(tally)


def read_screenspot(record: Record) -> Question:
    """Return a record of the original form as a question. Raises `BadRecordError`."""
    row = read_row(_ScreenSpotRow, record.value)
    stem = PurePosixPath(record.place.file).stem
    return Question(
        id=f"{stem}_{int(record.place.record) - 1}",
        instruction=row.instruction,
        image=row.picture,
        target=Target(from_extent(row.bbox, row.size)),
        groups=cell(_platform(row, stem), row.data_type, source=row.data_source),
        size=row.size,
    )


def cell(platform: str, kind: str, **others: str) -> tuple[tuple[str, str], ...]:
    """Return a record's groups: the six cells that tables of results show, their margins, and others."""
    return groups(platform=platform, type=kind, **{"platform and type": f"{platform} {kind}"}, **others)


def six_cells(tally: Tally) -> Mapping[str, float]:
    """Return the mean of the means of the cells."""
    return {"mean of the cells of platform and type": tally.mean_of("platform and type")}


def _platform(row: _ScreenSpotRow, stem: str) -> str:
    named = next((platform for platform in _PLATFORMS if platform in f"{row.platform} {stem}".lower()), "")
    return named or _SOURCES.get(row.data_source.lower(), "web")


def _is_v2(record: Record) -> bool:
    return "_v2" in PurePosixPath(record.place.file).stem.lower()
