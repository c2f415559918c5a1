"""ScreenSpot-Pro: professional applications at 4K, in English or Chinese."""

from collections.abc import Mapping

from pydantic import FiniteFloat

from tasks.recorded.benchmark import Card
from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.grounding.base import Grounding, Question, Row, groups
from tasks.recorded.grounding.target import Target, from_corners
from tasks.recorded.steps import BadRecordError, Size
from tasks.recorded.tally import Tally

_GROUPS = ("Dev", "CAD", "Creative", "Scientific", "Office", "OS")


class _ProRow(Row):
    id: str
    img_filename: str
    img_size: Size
    bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # two corners in pixels
    instruction: str
    instruction_cn: str = ""
    application: str
    platform: str
    ui_type: str
    group: str


class ScreenSpotPro(Grounding):
    """The English instructions, or the Chinese ones."""

    name = "screenspot-pro"

    def __init__(self, *, chinese: bool = False) -> None:
        self._chinese = chinese
        self.name = "screenspot-pro-zh" if chinese else "screenspot-pro"
        self.card = Card(
            title="ScreenSpot-Pro, in Chinese" if chinese else "ScreenSpot-Pro",
            measures="one click for an instruction, in professional applications at up to 4K",
            needs="annotations/*.json (or one file of them all) and images/",
            size="1,581 instructions",
            licence="none stated in its repository",
            source="https://github.com/likaixin2000/ScreenSpot-Pro-GUI-Grounding",
            metric="a point inside the box, edges included; the mean over instructions",
        )

    def is_record(self, record: Record) -> bool:
        """See `Grounding`."""
        value = record.value
        wanted = {"img_filename", "bbox", "img_size", "ui_type", "group"}
        is_copy_of_v2 = value.get("platform") == "v2"  # in the same form, and with a group of this benchmark
        return wanted <= value.keys() and value["group"] in _GROUPS and not is_copy_of_v2

    def read(self, record: Record) -> Question:
        """See `Grounding`."""
        row = read_row(_ProRow, record.value)
        if self._chinese and not row.instruction_cn:
            raise BadRecordError("the field instruction_cn is empty.")
        kinds = groups(type=row.ui_type, group=row.group, application=row.application, platform=row.platform)
        return Question(
            id=row.id,
            instruction=row.instruction_cn if self._chinese else row.instruction,
            image=row.img_filename,
            target=Target(from_corners(row.bbox, row.img_size)),
            groups=(*kinds, ("group and type", f"{row.group} {row.ui_type}")),
            size=row.img_size,
        )

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Some tables average the six groups."""
        return {"mean of the groups": tally.mean_of("group")}
