"""AgentNet as it is published for training: a task a line, each step a screenshot and pyautogui code."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import Field

from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.records import Record, files_of, read_row, records
from tasks.recorded.steps import BadRecordError, Place, RecordedStep
from tasks.recorded.trajectories.base import Row, Source, TaskRow, steps_of_task
from tasks.recorded.trajectories.by_calls import JudgedByCalls, RightCalls, kinds
from tasks.recorded.trajectories.notations.calls import as_actions
from tasks.recorded.trajectories.notations.pyautogui_code import read_code


class _Value(Row):
    code: str
    action: str = ""


class _Step(Row):
    image: str
    value: _Value


class _Task(TaskRow):
    task_id: str
    instruction: str
    steps: list[Any] = Field(validation_alias="traj")


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
        return any(self._files(data))

    def read(self, data: Path) -> Iterator[Read[RightCalls]]:
        """See `Trajectories`."""
        for file in self._files(data):
            source = Source.of(file, data)
            for item in records(file, source.root):
                if isinstance(item, Record):
                    before = f"{item.place.record}, "
                    yield from steps_of_task(item, _Task, partial(_step, source), before=before)
                else:
                    yield item

    def _files(self, data: Path) -> Iterator[Path]:
        return files_of(data, {"task_id", "instruction", "traj"}.issubset)


def _step(source: Source, task: _Task, number: int, value: Mapping[str, Any], place: Place) -> RecordedStep[RightCalls]:
    step = read_row(_Step, value)
    calls = read_code(step.value.code)
    if not calls:
        raise BadRecordError("its code does nothing.")
    return RecordedStep(
        id=f"{task.task_id}/{number}",
        place=place,
        goal=task.instruction,
        screenshot=source.screenshot(step.image, "images"),
        actions=as_actions(calls),
        gold=RightCalls((calls,)),
        groups=(("action", kinds(calls)),),
        task=task.task_id,
        reason=step.value.action,
    )
