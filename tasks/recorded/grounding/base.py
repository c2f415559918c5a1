"""What all grounding benchmarks share: files of records, and the rule that the point answered must lie inside."""

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from actions.schema import Action, Box, Click, Hover, Infeasible, LongPress, Point, Scroll, TypeText
from agent.prompt.builder import language_of
from tasks.recorded.benchmark import Benchmark, Read
from tasks.recorded.formats.files import annotation_files, find_image
from tasks.recorded.formats.records import Record, records
from tasks.recorded.grounding.details import are_details, read_details
from tasks.recorded.grounding.target import Area, Nothing, Polygon, Rectangle, Target, box_of
from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.steps import BadRecordError, Group, Place, RecordedStep, Screenshot, Size, Skipped
from tasks.recorded.verdict import Verdict

NOTICES = {
    "en": "Answer with one click on the one element that the goal asks for or describes, whatever else it says. "
    "If the screenshot shows no such element, say that it is infeasible.",
    "zh": "目标要求或描述了一个元素：无论它还说了什么，只用一次点击来指出该元素。"
    "如果截图中没有这样的元素，请说明无法完成。",
}

_LOOKED_AT = 100  # files: grounding comes in a few large ones, recorded tasks in one each
_CLICKS = re.compile(r"click\b|点击|单击", re.IGNORECASE)


class Row(BaseModel):
    """The fields of a record that an importer reads; others may stand beside them."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


@dataclass(frozen=True)
class Question:
    """One record as the importers read it."""

    id: str
    instruction: str
    image: str
    target: Target
    groups: tuple[Group, ...]
    size: Size | None = None


class Grounding(Benchmark[Target]):
    """A benchmark of grounding. `image_folders` are where its pictures lie beside the annotations."""

    image_folders: tuple[str, ...] = ("images",)

    @abstractmethod
    def is_record(self, record: Record) -> bool:
        """Say whether a file's first record shows that the file is one of this benchmark's."""

    @abstractmethod
    def read(self, record: Record) -> Question:
        """Return a record as a question. Raises `BadRecordError`."""

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(map(self._is_ours, islice(annotation_files(data), _LOOKED_AT)))

    def steps(self, data: Path) -> Iterator[Read[Target]]:
        """See `Benchmark`."""
        root = data if data.is_dir() else data.parent
        for file in self._files(data):
            for item in records(file, root):
                yield self._step(item, file, root) if isinstance(item, Record) else item

    def judge(self, step: RecordedStep[Target], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """See `Benchmark`."""
        if predicted.complaint:
            return Verdict.of(False, predicted.complaint)
        target = step.gold
        area = target.published if as_published and target.published else target.area
        refused = is_refusal(predicted)
        if isinstance(area, Nothing):
            return Verdict.of(refused, f"It {'refuses' if refused else 'points'}, and there is nothing to find.")
        if refused:
            return Verdict.of(False, "It refuses, and there is something to find.")
        size = step.screenshot.size
        spot = spot_of(predicted, size)
        if spot is None:
            kinds = ", ".join(action.action_type for action in predicted.actions)
            return Verdict.of(False, f"It points nowhere, or not just once ({kinds or 'no action'}).")
        return _pointed(spot, area, size)

    def predictions(self, path: Path, data: Path) -> Iterator[Prediction | Skipped] | None:
        """Read result files of the ScreenSpot-Pro evaluation, whose form many others write too."""
        return read_details(path, self.steps(data)) if are_details(path) else None

    def _files(self, data: Path) -> Iterator[Path]:
        return filter(self._is_ours, annotation_files(data))

    def _is_ours(self, file: Path) -> bool:
        first = next(records(file, file.parent), None)
        return isinstance(first, Record) and self.is_record(first)

    def _step(self, record: Record, file: Path, root: Path) -> Read[Target]:
        try:
            return self._asked(self.read(record), record.place, file, root)
        except BadRecordError as error:
            return Skipped(record.place, str(error))

    def _asked(self, question: Question, place: Place, file: Path, root: Path) -> RecordedStep[Target]:
        image = find_image(dict.fromkeys((file.parent, root)), self.image_folders, question.image)
        screenshot = Screenshot(image, annotated=question.size)
        area = question.target.area
        box = box_of(area, screenshot.size)
        return RecordedStep(
            id=question.id,
            place=place,
            goal=goal_of(question.instruction),
            screenshot=screenshot,
            actions=(perfect_action(area, box, screenshot.size),),
            gold=question.target,
            groups=question.groups,
            boxes=(box,) if box else (),
            notice=NOTICES[language_of(question.instruction)],
            instruction=question.instruction,
        )


def goal_of(instruction: str) -> str:
    """Return the instruction as the goal of one click, so that also those understand it who read no notice."""
    if _CLICKS.match(instruction):
        return instruction
    quoted = f"“{instruction}”" if '"' in instruction else f'"{instruction}"'
    return f"{'点击' if language_of(instruction) == 'zh' else 'click '}{quoted}"


def perfect_action(area: Area, box: Box | None, size: Size) -> Action:
    """Return what is right to do: a click whose box has its centre inside, or a refusal."""
    if box is None:
        return Infeasible()
    inside = area.point_inside() if isinstance(area, Polygon) else None
    if inside:
        box = Box.at(inside.x / size[0] * 1000, inside.y / size[1] * 1000)
    return Click(box_2d=box)


def is_refusal(predicted: Predicted) -> bool:
    """Say whether it says that there is no such element; in pixels that is written as negative numbers."""
    return predicted.refused or (predicted.pixels is not None and max(predicted.pixels) < 0)


class Spot(NamedTuple):
    """A place as fractions of width and height, and in pixels; what was answered is exact, the other follows."""

    fractions: Point
    pixels: Point


def spot_of(predicted: Predicted, size: Size) -> Spot | None:
    """Return where an answer points; a box points at its centre."""
    width, height = size
    if predicted.pixels is not None:
        x, y = predicted.pixels
        return Spot(Point(x / width, y / height), Point(x, y))
    match predicted.actions:
        case (Click(box_2d=box) | LongPress(box_2d=box) | Hover(box_2d=box),):
            pass
        case (TypeText(box_2d=Box() as box) | Scroll(box_2d=Box() as box),):
            pass
        case _:
            return None
    place = Point(box.centre.x / 1000, box.centre.y / 1000)
    return Spot(place, Point(place.x * width, place.y * height))


def _pointed(spot: Spot, area: Rectangle | Polygon, size: Size) -> Verdict:
    x, y = spot.pixels
    if isinstance(area, Polygon):
        inside, away = area.contains(x, y), area.bounds.distance(x, y)
    else:
        inside, away = area.scaled(*size).contains(*spot.fractions), area.distance(x, y)
    where = "inside" if inside else f"{away:.0f} px outside the box" if away else "outside the polygon"
    return Verdict.of(inside, f"It points at ({x:.0f}, {y:.0f}), {where}.")


def groups(**named: str | Sequence[str]) -> tuple[Group, ...]:
    """Return the groups of a record: a name with one value, or with several."""
    return tuple(
        (name, value) for name, values in named.items() for value in ((values,) if isinstance(values, str) else values)
    )
