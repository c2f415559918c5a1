"""PC Tracker's recordings of people at work on Windows: an event a line, with the rectangle of what was clicked."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import FiniteFloat

from actions.schema import Point
from tasks.recorded.benchmark import Card, Read
from tasks.recorded.formats.records import Record, files_of, read_row, records
from tasks.recorded.grounding.target import Rectangle, from_corners
from tasks.recorded.steps import BadRecordError, RecordedStep, Size, Skipped
from tasks.recorded.trajectories.base import Row, Source, step_or_skip
from tasks.recorded.trajectories.by_calls import JudgedByCalls, RightCalls, boxes_of, kinds
from tasks.recorded.trajectories.notations.call import Call, fractions_of
from tasks.recorded.trajectories.notations.calls import as_actions

_PLACE = r"\(\s*(-?\d+)\s*,\s*(-?\d+)\s*\)"
_CLICK = re.compile(rf"(click|right click|double click) {_PLACE}")
_PRESS = re.compile(rf"press {_PLACE}")
_DRAG_TO = re.compile(rf"drag to {_PLACE}")
_DRAG = re.compile(rf"drag from {_PLACE} to {_PLACE}")
_SCROLL = re.compile(rf"scroll {_PLACE}")
_KEY = re.compile(r"press key:? (.+)")
_HOTKEY = re.compile(r"hotkey \((.+), (.+)\)")
_TYPE = re.compile(r"type text: (.*)", re.DOTALL)
_CLICKS = {"click": "click", "right click": "rightClick", "double click": "doubleClick"}
_ALONE = {"wait": Call("wait"), "finish": Call("terminate", text="success"), "fail": Call("terminate", text="failure")}
_KEYS = {"cmd": "win", "cmd_l": "win", "cmd_r": "win"}
"""Names of pynput, which on Windows says `cmd` for that system's key."""

_DESCRIPTION = re.compile(r"\*\*Description:\*\*\s*(.+)")


class _Rectangle(Row):
    left: FiniteFloat
    top: FiniteFloat
    right: FiniteFloat
    bottom: FiniteFloat


class _Event(Row):
    action: str
    screenshot: str
    element: str | None = None
    rect: _Rectangle | None = None


class PCTracker(JudgedByCalls):
    """JSON lines of events, each beside a Markdown file of the same name that says what was wanted."""

    name = "pc-tracker"
    card = Card(
        title="PC Tracker",
        measures="the next action of a recorded task on Windows",
        needs="NAME.jsonl of events, NAME.md with the description, and screenshot/",
        size="one task is published as an example",
        licence="MIT",
        source="https://github.com/GAIR-NLP/PC-Agent",
        metric="none is published; by AgentNetBench's rule, inside the element's rectangle or near the recorded place",
        defects=("As AgentNetBench's.",),
    )

    def is_in(self, data: Path) -> bool:
        """See `Benchmark`."""
        return any(self._files(data))

    def read(self, data: Path) -> Iterator[Read[RightCalls]]:
        """See `Trajectories`."""
        for file in self._files(data):
            source, goal = Source.of(file, data), _goal(file)
            pressed: Record | None = None
            for item in records(file, source.root):
                if isinstance(item, Skipped):
                    yield item
                elif _PRESS.fullmatch(_action(item)):  # where a drag begins, which the next event ends
                    pressed = item
                else:
                    yield step_or_skip(item.place, _step, item, pressed, goal, source)
                    pressed = None

    def _files(self, data: Path) -> Iterator[Path]:
        return files_of(data, {"timestamp", "action", "screenshot", "rect"}.issubset)


def _goal(file: Path) -> str:
    """Return what the person wanted; empty where no file says it."""
    try:
        text = file.with_suffix(".md").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    found = _DESCRIPTION.search(text)
    return found[1].strip() if found else ""


def _action(record: Record) -> str:
    return str(record.value.get("action", ""))


def _step(record: Record, pressed: Record | None, goal: str, source: Source) -> RecordedStep[RightCalls]:
    """Return an event as a step; a drag is seen and begun where the button was pressed."""
    if not goal:
        raise BadRecordError(f"{source.file.with_suffix('.md').name} with the task's description is missing.")
    event, first = read_row(_Event, record.value), read_row(_Event, (pressed or record).value)
    screenshot = source.screenshot(first.screenshot, "screenshot")
    size = screenshot.size
    begin = _point(_PRESS, first.action, size) if pressed else None
    boxes = (_fraction(event.rect, size),) if event.rect else ()
    calls = _calls(event.action.strip(), begin, boxes, size)
    return RecordedStep(
        id=f"{source.file.stem}/{record.place.record}",
        place=record.place,
        goal=goal,
        screenshot=screenshot,
        actions=as_actions(calls),
        gold=RightCalls((calls,)),
        groups=(("action", kinds(calls)),),
        boxes=boxes_of((calls,)),
        task=source.file.stem,
        reason=f"{event.action} on {event.element}" if event.element else event.action,
    )


def _calls(action: str, begin: Point | None, boxes: tuple[Rectangle, ...], size: Size) -> tuple[Call, ...]:
    """Return what an event is in calls. Raises `BadRecordError` for one that is not known."""
    if action in _ALONE:
        return (_ALONE[action],)
    if found := _CLICK.fullmatch(action):
        return (Call(_CLICKS[found[1]], fractions_of(int(found[2]), int(found[3]), size), boxes=boxes),)
    if found := _DRAG.fullmatch(action):
        begin = fractions_of(int(found[1]), int(found[2]), size)
        return Call("moveTo", begin), Call("dragTo", fractions_of(int(found[3]), int(found[4]), size))
    if begin and _DRAG_TO.fullmatch(action):
        return Call("moveTo", begin), Call("dragTo", _point(_DRAG_TO, action, size))
    if found := _SCROLL.fullmatch(action):
        names = (("hscroll", int(found[1])), ("scroll", int(found[2])))
        return tuple(Call(name, amount=amount) for name, amount in names if amount) or (Call("scroll"),)
    if found := _TYPE.fullmatch(action):
        return (Call("write", text=found[1]),)
    if found := _HOTKEY.fullmatch(action):
        return (Call("hotkey", keys=(_key(found[1]), _key(found[2]))),)
    if found := _KEY.fullmatch(action):
        return (Call("press", keys=(_key(found[1]),)),)
    raise BadRecordError(f"the action {action[:60]!r} is not known.")


def _point(pattern: re.Pattern[str], action: str, size: Size) -> Point:
    found = pattern.fullmatch(action.strip())
    if not found:
        raise BadRecordError(f"the action {action[:60]!r} is not known.")
    return fractions_of(int(found[1]), int(found[2]), size)


def _key(name: str) -> str:
    return _KEYS.get(name.strip().lower(), name.strip())


def _fraction(rect: _Rectangle, size: Size) -> Rectangle:
    return from_corners((rect.left, rect.top, rect.right, rect.bottom), size).scaled(*size)
