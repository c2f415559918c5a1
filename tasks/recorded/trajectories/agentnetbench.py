"""AgentNetBench: people's tasks on three desktops, with the boxes that were right and other ways that were too."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import Field, FiniteFloat

from actions.schema import Point
from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.files import annotation_files
from tasks.recorded.formats.records import read_row
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.steps import BadRecordError, Place, RecordedStep, Skipped
from tasks.recorded.trajectories.agentnetbench_results import are_results, read_results
from tasks.recorded.trajectories.base import Row, Source, TaskRow, steps_of_documents
from tasks.recorded.trajectories.by_calls import JudgedByCalls, RightCalls, boxes_of, kinds
from tasks.recorded.trajectories.notations.call import Call
from tasks.recorded.trajectories.notations.calls import as_actions

_BEGINNING = 1 << 16  # bytes; the first step's thoughts fit in them


class _Position(Row):
    x: FiniteFloat
    y: FiniteFloat


class _Params(Row):
    position: _Position | None = None
    text: str = ""
    content: str = ""
    keys: tuple[str, ...] | str = ()
    amount: FiniteFloat = 0
    status: str = ""


class _Box(Row):
    rel_bbox: tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]  # x, y, width, height, 0 to 1


class _Metadata(Row):
    bboxes: tuple[_Box, ...] = ()


class _RightCall(Row):
    type: str
    params: _Params
    metadata: _Metadata = _Metadata()

    def read(self) -> Call:
        keys = (self.params.keys,) if isinstance(self.params.keys, str) else self.params.keys
        return Call(
            self.type,
            place=Point(self.params.position.x, self.params.position.y) if self.params.position else None,
            text=self.params.content or self.params.text or self.params.status,
            keys=keys,
            amount=self.params.amount,
            boxes=tuple(_rectangle(box.rel_bbox) for box in self.metadata.bboxes),
        )


class _Monologue(Row):
    low_level_instruction: str = ""


class _Step(Row):
    step_num: int | None = None
    image: str
    milestone: bool = False
    inner_monologue: _Monologue = _Monologue()
    ground_truth_actions: tuple[_RightCall, ...] = Field(min_length=1)
    alternative_options: tuple[tuple[_RightCall, ...], ...] = ()


class _Task(TaskRow):
    task_id: str
    high_level_task_description: str = ""
    user_task_description: str = ""
    instruction: str = ""
    meta_info: Mapping[str, Any] = {}

    @property
    def goal(self) -> str:
        return self.high_level_task_description or self.instruction or self.user_task_description


class AgentNetBench(JudgedByCalls):
    """One JSON file a task, each with its steps."""

    def __init__(self, *, low: bool = False) -> None:
        self._low = low
        self.name = "agentnetbench-low" if low else "agentnetbench"
        self.card = Card(
            title="AgentNetBench, each step told" if low else "AgentNetBench",
            measures="the next action of a task on Windows, macOS and Ubuntu desktops"
            + (", told step by step, which its authors do not do" if low else ""),
            needs="TASK_ID.json files and images/",
            size="not stated; the repository has a few tasks as samples",
            licence="MIT",
            source="https://github.com/xlang-ai/OpenCUA, evaluation/agentnetbench",
            metric="each right call against the predicted one in its place: a place inside a box, or near the recorded "
            "one and less and less away from it, texts by edits, keys as a set, of a scroll the kind alone; the "
            "mean of the kinds under the best option; the mean over steps. That a text or a scroll has a place of "
            "its own, and a drag a start, counts where it helps",
            defects=(
                "Whether Enter follows a text makes no difference: the ends are stripped before they are compared.",
                "A right sideways scroll or middle click is left out of the mean, or worth nothing where it is alone.",
                "A triple click is read as `triple_click`, which no right `tripleClick` equals.",
                "`return` is not `enter`, `del` not `delete`, and a right `cmd` is not a predicted `ctrl`.",
                "A hotkey of one key is not that key pressed, and a key pressed twice not that key twice in one call.",
            ),
        )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(self._files(data))

    def read(self, data: Path) -> Iterator[Read[RightCalls]]:
        """See `Trajectories`."""
        return steps_of_documents(self._files(data), data, _Task, self._step)

    def predictions(self, path: Path, data: Path) -> Iterator[Prediction | Skipped] | None:
        """Read what the published evaluation writes: a JSON list for each task, in a folder or by itself."""
        return read_results(path) if are_results(path) else None

    def _files(self, data: Path) -> Iterator[Path]:
        for file in annotation_files(data):
            if file.suffix == ".json" and _is_task(file):
                yield file

    def _step(
        self, source: Source, task: _Task, number: int, value: Mapping[str, Any], place: Place
    ) -> RecordedStep[RightCalls]:
        step = read_row(_Step, value)
        goal = step.inner_monologue.low_level_instruction if self._low else task.goal
        if not goal:
            raise BadRecordError(f"the {'step' if self._low else 'task'} has no description.")
        right = tuple(call.read() for call in step.ground_truth_actions)
        options = (right, *(tuple(call.read() for call in option) for option in step.alternative_options))
        return RecordedStep(
            id=f"{task.task_id}/{number}",
            place=place,
            goal=goal,
            screenshot=source.screenshot(step.image, "images"),
            actions=as_actions(right),
            gold=RightCalls(options),
            groups=tuple(_groups(task, step, right)),
            boxes=boxes_of(options),
            task=task.task_id,
            reason=step.inner_monologue.low_level_instruction,
            notice=f"This is a step of: {task.goal}" if self._low else "",
        )


def _is_task(file: Path) -> bool:
    """Say whether the file's beginning has what only these tasks have; a task is read whole only once."""
    with file.open("rb") as opened:
        beginning = opened.read(_BEGINNING).lstrip(b"\xef\xbb\xbf \t\r\n")
    return beginning.startswith(b"{") and b'"ground_truth_actions"' in beginning


def _groups(task: _Task, step: _Step, right: Sequence[Call]) -> Iterator[tuple[str, str]]:
    yield "action", kinds(right)
    yield "milestone", "yes" if step.milestone else "no"
    for name, key in (("platform", "system"), ("domain", "domain")):
        if value := str(task.meta_info.get(key, "")):
            yield name, value


def _rectangle(numbers: tuple[float, float, float, float]) -> Rectangle:
    x, y, width, height = numbers
    box = Rectangle(x, y, x + width, y + height)
    shown = [round(edge, 3) for edge in numbers]
    if width < 0 or height < 0:
        raise BadRecordError(f"the box {shown} ends before it begins.")
    if x > 1 or y > 1 or box.x2 < 0 or box.y2 < 0:
        raise BadRecordError(f"the box {shown} lies outside the image, which is 0 to 1.")
    return box
