"""AndroidControl's published forms of a step, as one: UGround's JSON, a record a step or an episode, and TFRecords."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tasks.recorded.formats.records import Record, read_row
from tasks.recorded.steps import BadRecordError, Pixels, Place, Size
from tasks.recorded.trajectories.base import Row
from tasks.recorded.trajectories.notations.android_control import Element
from tasks.recorded.trajectories.notations.android_forest import nodes


class StepRow(Row):
    """A step; a screenshot is a name or a picture's bytes, a tree is JSON or a forest's bytes."""

    episode_id: str
    step: int
    goal: str
    step_instruction: str = ""
    action: Mapping[str, Any]
    screenshot: str | bytes
    screenshot_width: Pixels | None = None
    screenshot_height: Pixels | None = None
    accessibility_tree: bytes | tuple[Any, ...] = ()

    @property
    def size(self) -> Size | None:
        """The screenshot's size, where it is recorded."""
        width, height = self.screenshot_width, self.screenshot_height
        return (width, height) if width and height else None

    @property
    def elements(self) -> Iterator[Element]:
        """What stands on the screen. Raises `BadRecordError`."""
        tree = self.accessibility_tree
        found = nodes(tree, self.size) if isinstance(tree, bytes) else _flat(tree)
        return filter(None, map(Element.read, found))


class _EpisodeRow(Row):
    episode_id: str
    goal: str
    step_instructions: list[str]
    actions: list[Any]
    screenshots: list[str | bytes]
    screenshot_widths: tuple[int, ...] = ()
    screenshot_heights: tuple[int, ...] = ()
    accessibility_trees: tuple[Any, ...] = ()


def is_record(value: Mapping[str, Any]) -> bool:
    """Say whether a JSON object is a step or an episode."""
    a_step = {"episode_id", "step", "goal", "action", "screenshot"} <= value.keys()
    return a_step or {"episode_id", "goal", "actions", "step_instructions", "screenshots"} <= value.keys()


def steps_of(record: Record) -> Iterator[Record]:
    """Yield the steps of a record, each as one of its own. Raises `BadRecordError`.

    The last screenshot of an episode, after all is done, has no step.
    """
    if "actions" not in record.value:
        yield record
        return
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


def _flat(tree: Iterable[Any]) -> Iterator[Any]:
    for node in tree:
        if isinstance(node, list):
            yield from _flat(node)
        else:
            yield node
