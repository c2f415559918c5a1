"""GUI-Odyssey: tasks across several apps on Android phones, tablets and foldables."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import FiniteFloat

from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.records import Record, document, read_row
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Place, RecordedStep
from tasks.recorded.tally import Tally
from tasks.recorded.trajectories.base import Row, Source, TaskRow, Trajectories, in_thousandths, steps_of_documents
from tasks.recorded.trajectories.notations.gui_odyssey import Touch, as_action, as_touch, read_touch
from tasks.recorded.trajectories.notations.phone import NOTICE
from tasks.recorded.trajectories.rules.gui_odyssey import is_right
from tasks.recorded.verdict import Verdict

Split: TypeAlias = Literal["random", "app", "device", "task"]

_THOUSANDTHS = (1000, 1000)


class _Step(Row):
    screenshot: str
    action: str
    info: Any = ""
    sam2_bbox: tuple[FiniteFloat, ...] | None = None  # two corners, 0 to 1000
    low_level_instruction: str = ""
    intention: str = ""


class _TaskInfo(Row):
    category: str
    instruction: str


class _DeviceInfo(Row):
    device_name: str = ""


class _Episode(TaskRow):
    episode_id: str
    task_info: _TaskInfo
    device_info: _DeviceInfo = _DeviceInfo()


class GUIOdyssey(Trajectories[Touch]):
    """The test episodes of a split, asked for by their whole instruction or step by step; without splits, all."""

    def __init__(self, split: Split = "random", *, low: bool = False) -> None:
        self._split, self._low = split, low
        parts = [part for part in ("" if split == "random" else split, "low" if low else "") if part]
        self.name = "-".join(("gui-odyssey", *parts))
        self.card = Card(
            title=", ".join(("GUI-Odyssey", *parts)),
            measures="the next action of a task across apps on Android"
            + (", told step by step" if low else ", told as a whole"),
            needs=f"annotations/*.json, screenshots/ and, for the test episodes alone, splits/{split}_split.json",
            size="8,334 episodes, a fifth of them for tests",
            licence="none stated in its repository",
            source="https://github.com/OpenGVLab/GUI-Odyssey",
            metric="AMS: the same action; a click inside the element or within 0.14 of the screen's sides of the "
            "recorded place, a text that holds the other or is half alike, the direction of a swipe. "
            + ("The mean of the categories" if split == "random" else "The mean over steps"),
            defects=(
                "A text ends at its first colon, on both sides.",
                "An empty text is right for any other, since each text holds it.",
                "A click for which no element was found is wrong wherever it is.",
            ),
        )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(_is_episode(file) for file in islice(_annotations(data), 1))

    def read(self, data: Path) -> Iterator[Read[Touch]]:
        """See `Trajectories`."""
        chosen = _test_episodes(data, self._split)
        files = (file for file in _annotations(data) if chosen is None or file.name in chosen)
        return steps_of_documents(files, data, _Episode, self._step)

    def judge(self, step: RecordedStep[Touch], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        """See `Benchmark`."""
        if predicted.complaint:
            return Verdict.of(False, predicted.complaint)
        touch, right = as_touch(predicted, step.screenshot), step.gold
        same = touch is not None and touch.kind == right.kind
        correct = touch is not None and is_right(touch, right, as_published=as_published)
        said = f"It answers {touch}" if touch else "It answers what no phone has"
        parts = {"type": float(same), **({"text": float(correct)} if same and right.kind == "TYPE" else {})}
        return Verdict(float(correct), correct, f"{said}; {right} is right.", parts)

    def score(self, tally: Tally) -> float:
        """See `Benchmark`."""
        return tally.mean_of("category") if self._split == "random" else tally.whole.mean

    def averages(self, tally: Tally) -> Mapping[str, float]:
        """Also published are the episodes that are right throughout, SR, and for other splits the mean over steps."""
        episodes = tally.tasks
        return {
            "AMS, mean over steps": tally.whole.mean,
            "SR, episodes right throughout": episodes.correct / episodes.total if episodes.total else 0.0,
        }

    def _step(
        self, source: Source, episode: _Episode, number: int, value: Mapping[str, Any], place: Place
    ) -> RecordedStep[Touch]:
        step = read_row(_Step, value)
        if self._low and not step.low_level_instruction:
            raise BadRecordError("the field low_level_instruction is missing.")
        box = _box(step.sam2_bbox)
        right = read_touch(step.action, step.info, box)
        whole = episode.task_info.instruction
        return RecordedStep(
            id=f"{episode.episode_id}/{number}",
            place=place,
            goal=step.low_level_instruction if self._low else whole,
            screenshot=source.screenshot(step.screenshot, "../screenshots", "screenshots"),
            actions=(as_action(right),),
            gold=right,
            groups=(
                ("category", episode.task_info.category),
                ("action", right.kind),
                *((("device", episode.device_info.device_name),) if episode.device_info.device_name else ()),
            ),
            boxes=(in_thousandths(box, _THOUSANDTHS),) if box else (),
            task=episode.episode_id,
            reason=step.intention,
            notice=f"{NOTICE} This is a step of: {whole}" if self._low else NOTICE,
        )


def _annotations(data: Path) -> Iterator[Path]:
    """Yield the files of episodes; also where the folder above, or one file, is given."""
    if data.is_file():
        yield from [data] if data.suffix == ".json" else []
        return
    folders = [folder for folder in (data / "annotations", data / "data" / "annotations") if folder.is_dir()]
    yield from sorted((folders or [data])[0].glob("*.json"))


def _is_episode(file: Path) -> bool:
    item = document(file, file.parent)
    return isinstance(item, Record) and {"episode_id", "task_info", "steps"} <= item.value.keys()


def _test_episodes(data: Path, split: Split) -> frozenset[str] | None:
    """Return the names of the files that a split keeps for tests; None where there is no such split."""
    for folder in (data / "splits", data / "data" / "splits"):
        item = document(folder / f"{split}_split.json", data)
        if isinstance(item, Record) and isinstance(item.value.get("test"), list):
            return frozenset(str(name) for name in item.value["test"])
    return None


def _box(numbers: tuple[float, ...] | None) -> Rectangle | None:
    """Return the element's box. Raises `BadRecordError`."""
    if not numbers:
        return None
    if len(numbers) != 4:
        raise BadRecordError(f"sam2_bbox has {len(numbers)} numbers, and not four.")
    box = Rectangle(*numbers)
    if box.x1 > box.x2 or box.y1 > box.y2:
        raise BadRecordError(f"the box {list(box)} ends before it begins.")
    if box.x1 > 1000 or box.y1 > 1000 or box.x2 < 0 or box.y2 < 0:
        raise BadRecordError(f"the box {list(box)} lies outside the image, which is 0 to 1000.")
    return box
