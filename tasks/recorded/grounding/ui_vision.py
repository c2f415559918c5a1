"""UI-Vision's element grounding: 83 desktop applications; elements by name, by purpose, and by where they are."""

from pathlib import PurePosixPath

from pydantic import FiniteFloat

from tasks.recorded.benchmark import Card
from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.grounding.base import Grounding, Question, Row, groups
from tasks.recorded.grounding.target import Target, from_corners
from tasks.recorded.steps import BadRecordError, Size
from tasks.recorded.tally import Tally

_SPLITS = ("basic", "functional", "spatial")


class _VisionRow(Row):
    id: str = ""
    image_path: str
    image_size: Size
    prompt_to_evaluate: str
    bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # two corners in pixels
    platform: str  # the application
    category: str
    element_type: str


class UIVision(Grounding):
    """One file for each split, or all in one file whose ids name the split."""

    name = "ui-vision"
    card = Card(
        title="UI-Vision, element grounding",
        measures="one click for an element's name, purpose or place, in 83 desktop applications",
        needs="element_grounding_{basic,functional,spatial}.json and images/, or MAI-UI's UI_Vision_data.json",
        size="5,479 instructions (1,772 basic, 1,772 functional, 1,935 spatial)",
        licence="MIT",
        source="https://github.com/uivision/UI-Vision",
        metric="a point inside the box, edges included; the mean of the three splits' means",
    )

    def is_record(self, record: Record) -> bool:
        """See `Grounding`."""
        return {"prompt_to_evaluate", "element_type", "bbox"} <= record.value.keys()

    def read(self, record: Record) -> Question:
        """See `Grounding`."""
        row = read_row(_VisionRow, record.value)
        stem = PurePosixPath(record.place.file).stem
        split = next((split for split in _SPLITS if split in row.id.lower() or split in stem.lower()), None)
        if split is None:
            raise BadRecordError(f"neither the file nor the id says to which split it belongs: {', '.join(_SPLITS)}.")
        return Question(
            id=row.id or f"{stem}_{int(record.place.record) - 1}",
            instruction=row.prompt_to_evaluate,
            image=row.image_path,
            target=Target(from_corners(row.bbox, row.image_size)),
            groups=groups(split=split, category=row.category, type=row.element_type, application=row.platform),
            size=row.image_size,
        )

    def score(self, tally: Tally) -> float:
        """Return what the benchmark calls its final average: each split counts alike."""
        return tally.mean_of("split")

    def averages(self, tally: Tally) -> dict[str, float]:
        """Others average over all instructions."""
        return {"mean of all instructions": tally.whole.mean}
