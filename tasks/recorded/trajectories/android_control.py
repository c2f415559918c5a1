"""AndroidControl: people's tasks on Android, told as a whole (high level) or step by step (low level).

Read are two conversions of its TFRecords to JSON, both UGround's: `AndroidControl_processed_test_steps.json`, a record
a step, and what `extract_raw.py` writes, a record an episode. TFRecords themselves need TensorFlow and are refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias

from tasks.recorded.benchmark import Card, Read
from tasks.recorded.files import annotation_files
from tasks.recorded.prediction import Predicted
from tasks.recorded.records import Record, read_row, records
from tasks.recorded.steps import BadRecordError, Pixels, Place, RecordedStep, Size, Skipped
from tasks.recorded.tally import Tally
from tasks.recorded.trajectories.base import Row, Source, Trajectories, in_thousandths, step_or_skip
from tasks.recorded.trajectories.notations.android_control import Deed, Element, as_action, as_deed, read_deed
from tasks.recorded.trajectories.notations.phone import NOTICE
from tasks.recorded.trajectories.rules.android_control import is_near, is_right, smallest_around
from tasks.recorded.verdict import Verdict

Level: TypeAlias = Literal["high", "low"]

_TFRECORD = (
    "it is a TFRecord, which needs TensorFlow to be read: convert it with extract_raw.py of UGround "
    "(https://github.com/OSU-NLP-Group/UGround, offline_evaluation/AndroidControl) and give the JSON."
)


class _StepRow(Row):
    episode_id: str
    step: int
    goal: str
    step_instruction: str = ""
    action: Mapping[str, Any]
    screenshot: str
    screenshot_width: Pixels | None = None
    screenshot_height: Pixels | None = None
    accessibility_tree: tuple[Any, ...] = ()

    @property
    def size(self) -> Size | None:
        return (
            (self.screenshot_width, self.screenshot_height)
            if self.screenshot_width and self.screenshot_height
            else None
        )


class _EpisodeRow(Row):
    episode_id: str
    goal: str
    step_instructions: list[str]
    actions: list[Any]
    screenshots: list[str]
    screenshot_widths: tuple[int, ...] = ()
    screenshot_heights: tuple[int, ...] = ()
    accessibility_trees: tuple[Any, ...] = ()


class AndroidControl(Trajectories[Deed]):
    """One level of the test steps."""

    def __init__(self, level: Level = "high") -> None:
        self._level: Level = level
        self.name = "android-control" if level == "high" else "android-control-low"
        self.card = Card(
            title=f"AndroidControl, {level} level",
            measures="the next action of a task on Android, told "
            + ("as a whole" if level == "high" else "step by step"),
            needs="AndroidControl_processed_test_steps.json of UGround, or the episodes that its extract_raw.py "
            "writes, and EPISODE/screenshot_N.png",
            size="15,283 episodes; papers take 500 or 7,708 of its test steps",
            licence="not known: its data was not to be seen",
            source="https://github.com/google-research/google-research/tree/master/android_control",
            metric="the same action with the same values; a touch inside the smallest element around the recorded "
            "place, as UGround has it, or where there is none within 14 % of the screen's diagonal; opening "
            "an app or going back also by a touch of what is so named. The mean over steps. Beside it the "
            "wider rule of ClawGUI and OS-Atlas: a touch within 14 %, a text with more than half its words",
            defects=("UGround's scorer stops at `open_app` or `navigate_back` where a touch was right.",),
        )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(True for _ in self._files(data)) or any(True for _ in _tfrecords(data))

    def read(self, data: Path) -> Iterator[Read[Deed]]:
        """See `Trajectories`."""
        for file in _tfrecords(data):
            yield Skipped(Place(file.name, "all"), _TFRECORD)
        for file in self._files(data):
            source = Source.of(file, data)
            for item in records(file, source.root):
                yield from self._record(item, source) if isinstance(item, Record) else [item]

    def judge(self, step: RecordedStep[Deed], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """See `Benchmark`."""
        if predicted.complaint:
            return Verdict.of(False, predicted.complaint)
        deed, right = as_deed(predicted, step.screenshot), step.gold
        if deed is None:
            return Verdict(0.0, False, f"It answers what no phone has; {right} is right.", {"type": 0.0, "near": 0.0})
        correct = is_right(deed, right, as_published=as_published)
        parts = {"type": float(deed.kind == right.kind), "near": float(is_near(deed, right))}
        if right.place and right.kind in ("click", "long_press"):
            parts["grounding"] = float(correct)
        return Verdict(float(correct), correct, f"It answers {deed}; {right} is right.", parts)

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Papers report the kind of action alone, and the wider rule."""
        parts = tally.whole.parts
        names = {"type": "type match", "near": "wider rule (ClawGUI, OS-Atlas)", "grounding": "grounding of touches"}
        return {name: parts[part] for part, name in names.items() if part in parts}

    def _files(self, data: Path) -> Iterator[Path]:
        for file in annotation_files(data):
            first = next(records(file, file.parent), None)
            if isinstance(first, Record) and _is_record(first.value):
                yield file

    def _record(self, record: Record, source: Source) -> Iterator[Read[Deed]]:
        if "actions" not in record.value:
            yield step_or_skip(record.place, self._step, record, source)
            return
        try:
            steps = list(_steps_of(record))
        except BadRecordError as error:
            yield Skipped(record.place, str(error))
            return
        for step in steps:
            yield step_or_skip(step.place, self._step, step, source)

    def _step(self, record: Record, source: Source) -> RecordedStep[Deed]:
        row = read_row(_StepRow, record.value)
        if self._level == "low" and not row.step_instruction:
            raise BadRecordError("the field step_instruction is missing.")
        screenshot = source.screenshot(
            row.screenshot, "images", "AndroidControl_images", "android_control_screenshots", size=row.size
        )
        right = read_deed(row.action, map(Element.read, _flat(row.accessibility_tree)), screenshot)
        element = smallest_around(right.place, right.elements)
        return RecordedStep(
            id=f"{row.episode_id}/{row.step}",
            place=record.place,
            goal=row.step_instruction if self._level == "low" else row.goal,
            screenshot=screenshot,
            actions=(as_action(right),),
            gold=right,
            groups=(("action", right.kind),),
            boxes=(in_thousandths(element.box, right.size),) if element and right.size else (),
            task=row.episode_id,
            reason=row.step_instruction,
            notice=f"{NOTICE} This is a step of: {row.goal}" if self._level == "low" else NOTICE,
        )


def _tfrecords(data: Path) -> Iterator[Path]:
    """Yield what looks like the benchmark's own files."""
    if data.is_dir():
        yield from sorted(path for path in data.glob("android_control-*-of-*") if path.is_file())


def _is_record(value: Mapping[str, Any]) -> bool:
    a_step = {"episode_id", "step", "goal", "action", "screenshot"} <= value.keys()
    return a_step or {"episode_id", "goal", "actions", "step_instructions", "screenshots"} <= value.keys()


def _steps_of(record: Record) -> Iterator[Record]:
    """Yield the steps of an episode as records of their own. The last screenshot, after all is done, has no step."""
    row = read_row(_EpisodeRow, record.value)
    if len(row.screenshots) < len(row.actions) or len(row.step_instructions) < len(row.actions):
        raise BadRecordError(f"it has {len(row.actions)} actions and fewer screenshots or instructions.")
    for number, action in enumerate(row.actions):
        step = {
            "episode_id": row.episode_id,
            "step": number,
            "goal": row.goal,
            "step_instruction": row.step_instructions[number],
            "action": action,
            "screenshot": row.screenshots[number],
            "screenshot_width": _nth(row.screenshot_widths, number),
            "screenshot_height": _nth(row.screenshot_heights, number),
            "accessibility_tree": _nth(row.accessibility_trees, number) or [],
        }
        yield Record(Place(record.place.file, f"{record.place.record}, step {number}"), step)


def _nth(values: Sequence[Any], number: int) -> Any:
    return values[number] if number < len(values) else None


def _flat(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if isinstance(node, list):
            yield from _flat(node)
        else:
            yield node
