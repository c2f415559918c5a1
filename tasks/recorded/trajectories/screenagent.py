"""ScreenAgent: sessions of people on Linux and Windows desktops, a JSON file for each step, with goals in Chinese.

Only steps that act are asked about: plans and evaluations, and the made-up negatives of these, hold no action. A step
can hold several, the later ones for a screen that is not shown.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from agent.prompt.builder import language_of
from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.records import Record, document, read_row
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import BadRecordError, Pixels, RecordedStep
from tasks.recorded.trajectories.base import Row, Source, Trajectories, in_thousandths, step_or_skip
from tasks.recorded.trajectories.notations.screenagent import AROUND, Act, area_of, read_act
from tasks.recorded.trajectories.notations.screenagent_ours import as_actions, as_acts
from tasks.recorded.trajectories.rules.screenagent import agreed, points
from tasks.recorded.verdict import Verdict

_SUBTASK = re.compile(r"(?:子任务是|subtask is)\s*[\"“](.+?)[\"”]\s*[。.,\uff0c]", re.DOTALL)
_ACTING = ("MouseAction", "KeyboardAction", "WaitAction")
_PART_OF = {"en": "This is a part of a larger task: ", "zh": "这是一个更大任务的一部分："}
_RIGHT = 1 - 1e-9


class _Step(Row):
    session_id: str = ""
    task_prompt: str
    send_prompt: str = ""
    current_task: str = ""
    video_width: Pixels
    video_height: Pixels
    saved_image_name: str
    actions: list[Any]

    @property
    def subtask(self) -> str:
        found = _SUBTASK.search(self.send_prompt)
        return found[1] if found else self.current_task or self.task_prompt


class ScreenAgent(Trajectories[tuple[Act, ...]]):
    """A folder a session, in which the names of files are times."""

    name = "screenagent"
    card = Card(
        title="ScreenAgent",
        measures="the next actions for a subtask on Linux and Windows desktops, mostly in Chinese",
        needs="SESSION/*.json and SESSION/images/",
        size="203 sessions for training, 70 for tests; here the steps of them that act",
        licence="Apache-2.0",
        source="https://github.com/niuzaisheng/ScreenAgent",
        metric="CC-Score: the predicted actions in the order that agrees best, by points for kind, button, place, and "
        "for keys or text alike or by BLEU; the mean over steps. Where no clickable area is recorded, as in the whole "
        f"training split, a square of {2 * AROUND} px around the recorded place is taken for it",
        defects=(
            "It stops where an action has no clickable area, and where a text is empty.",
            "Keys are held against each other as texts: `Return` is not `enter`, `control+s` not `Control_L+s`.",
        ),
    )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(_is_step(file) for file in islice(_files(data), 1))

    def read(self, data: Path) -> Iterator[Read[tuple[Act, ...]]]:
        """See `Trajectories`."""
        for file in _files(data):
            source = Source.of(file, data)
            item = document(file, source.root)
            if not isinstance(item, Record):
                yield item
            elif _acts(item.value):
                yield step_or_skip(item.place, _step, item, source)

    def judge(
        self, step: RecordedStep[tuple[Act, ...]], predicted: Predicted, *, as_published: bool = False
    ) -> Verdict:
        """See `Benchmark`."""
        if predicted.complaint:
            return Verdict.of(False, predicted.complaint)
        acts = as_acts(predicted, step.screenshot.size)
        score = agreed(acts, step.gold, as_published=as_published) / sum(map(points, step.gold))
        done = " ".join(str(act) for act in acts) or "nothing"
        return Verdict(score, score >= _RIGHT, f"It does {done}; right is {' '.join(map(str, step.gold))}.")


def _files(data: Path) -> Iterator[Path]:
    """Yield the files of steps, session by session; the negatives were made up."""
    if data.is_file():
        yield from [data] if data.suffix == ".json" else []
        return
    found = (path for pattern in ("*.json", "*/*.json", "*/*/*.json") for path in data.glob(pattern))
    yield from sorted((path for path in found if "_neg_" not in path.name), key=lambda path: (path.parent, path.name))


def _is_step(file: Path) -> bool:
    item = document(file, file.parent)
    return isinstance(item, Record) and {"saved_image_name", "video_width", "actions"} <= item.value.keys()


def _acts(value: Mapping[str, Any]) -> bool:
    """Say whether a step acts; one that cannot be read is told of by who reads it."""
    actions = value.get("actions")
    if not isinstance(actions, list):
        return True
    return any(isinstance(action, dict) and action.get("action_type") in _ACTING for action in actions)


def _step(record: Record, source: Source) -> RecordedStep[tuple[Act, ...]]:
    row = read_row(_Step, record.value)
    size = (row.video_width, row.video_height)
    acts = tuple(read_act(action, size) for action in row.actions if _is_act(action))
    if not sum(map(points, acts)):
        raise BadRecordError("it only waits, which CC-Score gives no points for.")
    screenshot = source.screenshot(row.saved_image_name, "images", size=size)
    session = row.session_id or source.file.parent.name
    return RecordedStep(
        id=f"{session}/{source.file.stem.removesuffix('_translate')}",
        place=record.place,
        goal=row.subtask,
        screenshot=screenshot,
        actions=as_actions(acts, size),
        gold=acts,
        groups=(("actions", "one" if len(acts) == 1 else "several"), ("first action", acts[0].kind)),
        boxes=tuple(in_thousandths(area_of(act), size) for act in acts if act.place),
        task=session,
        notice=_notice(row),
    )


def _is_act(action: Any) -> bool:
    return not isinstance(action, dict) or action.get("action_type") in _ACTING


def _notice(row: _Step) -> str:
    """Return what the step is a part of, in the language of its subtask."""
    if row.task_prompt == row.subtask:
        return ""
    return f"{_PART_OF[language_of(row.subtask)]}{row.task_prompt}"
