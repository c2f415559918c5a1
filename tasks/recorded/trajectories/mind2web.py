"""Multimodal-Mind2Web: people's tasks on web pages, each page shown at its full height.

Read are the data set's own rows, as Parquet with the pictures within, or as JSON with pictures beside them; UGround's
`sample.jsonl`, which has a row a step too; and SeeClick's `mind2web_data_test_*.json`, a task each.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from actions.schema import Action, Box, Click, Hover, LongPress, Point, TypeText
from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.files import is_file
from tasks.recorded.formats.parquet import rows
from tasks.recorded.formats.records import Item, Record, files_of, read_row, records
from tasks.recorded.grounding.target import Rectangle, from_extent
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Place, RecordedStep, Screenshot, Skipped
from tasks.recorded.tally import Tally
from tasks.recorded.trajectories.base import Source, Trajectories, in_thousandths, step_or_skip
from tasks.recorded.trajectories.mind2web_rows import COLUMNS, StepRow, is_record, parquet_files, plain
from tasks.recorded.trajectories.rules.mind2web import Operation, operation_f1
from tasks.recorded.verdict import Verdict

_IMAGES = ("images", "mind2web_images", "mind2web_imgs")


@dataclass(frozen=True)
class Wanted:
    """The operation, and the boxes of the elements that it may be done to, in pixels."""

    operation: Operation
    boxes: tuple[Rectangle, ...]


class Mind2Web(Trajectories[Wanted]):
    """The steps of the test splits that are there."""

    name = "multimodal-mind2web"
    card = Card(
        title="Multimodal-Mind2Web",
        measures="the next action of a task on real web pages",
        needs="its own test_*.parquet, with `deskhand[benchmarks]`; JSON lines of steps and images/ANNOTATION_UID.png; "
        "or SeeClick's mind2web_data_test_*.json and mind2web_images/",
        size="1,013 tasks in three test splits (task, website, domain)",
        licence="OpenRAIL",
        source="https://huggingface.co/datasets/osunlp/Multimodal-Mind2Web",
        metric="a step is right where its place lies in an element that was meant, and operation and value agree "
        "word for word; the mean of the tasks' means. A hover or Enter counts as a click, and text put into "
        "what is to be selected from as the selection, since our actions have no other. Steps whose element "
        "has no place on the page are left out",
    )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(self._files(data)) or any(parquet_files(data))

    def read(self, data: Path) -> Iterator[Read[Wanted]]:
        """See `Trajectories`."""
        for file in parquet_files(data):
            source = Source.of(file, data)
            yield from _steps(rows(file, source.root, COLUMNS), source)
        for file in self._files(data):
            source = Source.of(file, data)
            yield from _steps(records(file, source.root), source)

    def judge(self, step: RecordedStep[Wanted], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """See `Benchmark`."""
        parts = {"element": 0.0, "operation F1": 0.0}
        if predicted.complaint:
            return Verdict(0.0, False, predicted.complaint, parts)
        place, operation = _answered(predicted, step)
        parts["element"] = float(place is not None and any(box.contains(*place) for box in step.gold.boxes))
        parts["operation F1"] = operation_f1(operation, step.gold.operation) if operation else 0.0
        correct = parts["element"] == parts["operation F1"] == 1
        where = f"at ({place.x:.0f}, {place.y:.0f})" if place else "nowhere"
        why = f"It answers {operation or 'no operation'} {where}; {step.gold.operation} is right."
        return Verdict(float(correct), correct, why, parts)

    def score(self, tally: Tally) -> float:
        """See `Benchmark`."""
        return tally.tasks.mean

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Papers report the parts as means of the tasks too."""
        parts, tasks = tally.tasks.parts, tally.tasks
        return {
            **({f"{name}, mean of the tasks": parts[name] for name in ("element", "operation F1") if name in parts}),
            "step success, mean over steps": tally.whole.mean,
            "tasks right throughout": tasks.correct / tasks.total if tasks.total else 0.0,
        }

    def _files(self, data: Path) -> Iterator[Path]:
        return files_of(data, is_record)


def _steps(items: Iterable[Item], source: Source) -> Iterator[Read[Wanted]]:
    for item in items:
        yield from _record(item, source) if isinstance(item, Record) else [item]


def _record(record: Record, source: Source) -> Iterator[Read[Wanted]]:
    if not isinstance(actions := record.value.get("actions"), list):
        yield step_or_skip(record.place, _step, record, source)
        return
    for number, action in enumerate(actions):
        place = Place(record.place.file, f"{record.place.record}, step {number}")
        if isinstance(action, dict):
            yield step_or_skip(place, _step, Record(place, {**record.value, **action}), source)
        else:
            yield Skipped(place, "it is no JSON object.")


def _step(record: Record, source: Source) -> RecordedStep[Wanted]:
    row = read_row(StepRow, plain(record.value))
    screenshot = _screenshot(row, source)
    size = screenshot.size
    boxes = tuple(from_extent(extent, size) for extent in row.bbox)
    if not boxes:
        raise BadRecordError("no element that was meant has a place on the page.")
    wanted = Wanted(Operation.read(row.operation, row.value), boxes)
    shown = tuple(in_thousandths(box, size) for box in boxes)
    return RecordedStep(
        id=f"{row.annotation_id}/{row.action_uid}",
        place=record.place,
        goal=row.task,
        screenshot=screenshot,
        actions=(_as_action(wanted.operation, shown[0]),),
        gold=wanted,
        groups=tuple(
            (name, value)
            for name, value in (
                ("split", row.split or _split_in(record.place.file)),
                ("operation", wanted.operation.name),
                ("website", row.website),
                ("domain", row.domain),
            )
            if value
        ),
        boxes=shown,
        task=row.annotation_id,
        reason=row.said,
    )


def _screenshot(row: StepRow, source: Source) -> Screenshot:
    if row.image:
        return source.screenshot(row.image, *_IMAGES)
    names = [f"{row.annotation_id}{dash}{row.action_uid}{kind}" for dash, kind in (("_", ".png"), ("-", ".jpg"))]
    found = [source.screenshot(name, *_IMAGES) for name in names]
    return next((one for one in found if one.path and is_file(one.path)), found[0])


def _split_in(file: str) -> str:
    stem = PurePosixPath(file).as_posix().lower()
    return next((split for split in ("website", "domain", "task") if split in stem), "")


def _answered(predicted: Predicted, step: RecordedStep[Wanted]) -> tuple[Point | None, Operation | None]:
    """Return where an answer points, in pixels, and what it does there."""
    if predicted.pixels is not None:
        return Point(*predicted.pixels), Operation("CLICK")
    if len(predicted.actions) != 1:
        return None, None
    width, height = step.screenshot.size
    match predicted.actions[0]:
        case Click(box_2d=box) | Hover(box_2d=box) | LongPress(box_2d=box):
            operation = Operation("CLICK")
        case TypeText(box_2d=box, text=text):
            operation = Operation("SELECT" if step.gold.operation.name == "SELECT" else "TYPE", text)
        case _:
            return None, None
    return (Point(box.centre.x * width / 1000, box.centre.y * height / 1000) if box else None), operation


def _as_action(operation: Operation, box: Box) -> Action:
    return Click(box_2d=box) if operation.name == "CLICK" else TypeText(text=operation.value, box_2d=box)
