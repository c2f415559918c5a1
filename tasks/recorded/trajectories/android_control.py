"""AndroidControl: people's tasks on Android, told as a whole (high level) or step by step (low level).

Read are its TFRecords, and two conversions of them to JSON, both UGround's: `AndroidControl_processed_test_steps.json`,
a record a step, and what `extract_raw.py` writes, a record an episode.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.records import Item, Record, files_of, read_row, records
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped
from tasks.recorded.tally import Tally
from tasks.recorded.trajectories.android_control_rows import StepRow, is_record, steps_of
from tasks.recorded.trajectories.android_control_shards import episodes, shards
from tasks.recorded.trajectories.base import Source, Trajectories, in_thousandths, step_or_skip
from tasks.recorded.trajectories.notations.android_control import Deed, as_action, as_deed, read_deed
from tasks.recorded.trajectories.notations.phone import NOTICE
from tasks.recorded.trajectories.rules.android_control import is_near, is_right, smallest_around
from tasks.recorded.verdict import Verdict

Level: TypeAlias = Literal["high", "low"]

_IMAGES = ("images", "AndroidControl_images", "android_control_screenshots")


class AndroidControl(Trajectories[Deed]):
    """One level of the test steps."""

    def __init__(self, level: Level = "high") -> None:
        self._level: Level = level
        self.name = "android-control" if level == "high" else "android-control-low"
        self.card = Card(
            title=f"AndroidControl, {level} level",
            measures="the next action of a task on Android, told "
            + ("as a whole" if level == "high" else "step by step"),
            needs="its own android_control-*-of-* files and, for the test episodes alone, splits.json, with "
            "`deskhand[benchmarks]`; or AndroidControl_processed_test_steps.json of UGround, or the episodes that its "
            "extract_raw.py writes, and EPISODE/screenshot_N.png",
            size="15,283 episodes; papers take 500 or 7,708 of its test steps",
            licence="Apache-2.0",
            source="https://github.com/google-research/google-research/tree/master/android_control",
            metric="the same action with the same values; a touch inside the smallest element around the recorded "
            "place, as UGround has it, or where there is none within 14 % of the screen's diagonal; opening "
            "an app or going back also by a touch of what is so named. The mean over steps. Beside it the "
            "wider rule of ClawGUI and OS-Atlas: a touch within 14 %, a text with more than half its words",
            defects=("UGround's scorer stops at `open_app` or `navigate_back` where a touch was right.",),
        )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(self._files(data)) or any(shards(data))

    def read(self, data: Path) -> Iterator[Read[Deed]]:
        """See `Trajectories`."""
        for file in shards(data):
            source = Source.of(file, data)
            yield from self._steps(episodes(file, source.root), source)
        for file in self._files(data):
            source = Source.of(file, data)
            yield from self._steps(records(file, source.root), source)

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
        return files_of(data, is_record)

    def _steps(self, items: Iterable[Item], source: Source) -> Iterator[Read[Deed]]:
        for item in items:
            if isinstance(item, Skipped):
                yield item
                continue
            try:
                steps = list(steps_of(item))
            except BadRecordError as error:
                yield Skipped(item.place, str(error))
                continue
            for step in steps:
                yield step_or_skip(step.place, self._step, step, source)

    def _step(self, record: Record, source: Source) -> RecordedStep[Deed]:
        row = read_row(StepRow, record.value)
        if self._level == "low" and not row.step_instruction:
            raise BadRecordError("the field step_instruction is missing.")
        screenshot = source.screenshot(row.screenshot, *_IMAGES, size=row.size)
        right = read_deed(row.action, row.elements, screenshot)
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
