"""AgentNet as it is published for training: a task a line, each step a screenshot and pyautogui code."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tasks.recorded.benchmark import Card, Read
from tasks.recorded.files import annotation_files
from tasks.recorded.records import Record, read_row, records
from tasks.recorded.steps import BadRecordError, Place, RecordedStep, Skipped
from tasks.recorded.trajectories.base import Row, Source, step_or_skip
from tasks.recorded.trajectories.by_calls import JudgedByCalls, RightCalls, kinds
from tasks.recorded.trajectories.notations.calls import as_actions
from tasks.recorded.trajectories.notations.pyautogui_code import read_code


class _Value(Row):
    code: str
    action: str = ""


class _Step(Row):
    image: str
    value: _Value


class _Task(Row):
    task_id: str
    instruction: str
    traj: list[Any]


class AgentNet(JudgedByCalls):
    """JSON lines of tasks, and a folder of pictures."""

    name = "agentnet"
    card = Card(
        title="AgentNet",
        measures="the next action of a task on Windows, macOS and Ubuntu desktops",
        needs="*.jsonl of tasks and images/",
        size="22,600 tasks",
        licence="MIT",
        source="https://huggingface.co/datasets/xlangai/AgentNet",
        metric="none is published; by AgentNetBench's rule, by the distance from the recorded place, as there are no "
        "boxes",
        defects=("As AgentNetBench's.",),
    )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(True for _ in islice(self._files(data), 1))

    def read(self, data: Path) -> Iterator[Read[RightCalls]]:
        """See `Trajectories`."""
        for file in self._files(data):
            source = Source.of(file, data)
            for item in records(file, source.root):
                yield from _task(item, source) if isinstance(item, Record) else [item]

    def _files(self, data: Path) -> Iterator[Path]:
        for file in annotation_files(data):
            first = next(records(file, file.parent), None)
            if isinstance(first, Record) and {"task_id", "instruction", "traj"} <= first.value.keys():
                yield file


def _task(record: Record, source: Source) -> Iterator[Read[RightCalls]]:
    try:
        task = read_row(_Task, record.value)
    except BadRecordError as error:
        yield Skipped(record.place, str(error))
        return
    for number, value in enumerate(task.traj):
        place = Place(record.place.file, f"{record.place.record}, step {number}")
        yield step_or_skip(place, _step, task, f"{task.task_id}/{number}", value, place, source)


def _step(task: _Task, name: str, value: Any, place: Place, source: Source) -> RecordedStep[RightCalls]:
    step = read_row(_Step, value)
    calls = read_code(step.value.code)
    if not calls:
        raise BadRecordError("its code does nothing.")
    return RecordedStep(
        id=name,
        place=place,
        goal=task.instruction,
        screenshot=source.screenshot(step.image, "images"),
        actions=as_actions(calls),
        gold=RightCalls((calls,)),
        groups=(("action", kinds(calls)),),
        task=task.task_id,
        reason=step.value.action,
    )
