"""Tasks and their results in the reader's language."""

import math
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

import yaml
from PySide6.QtCore import QCoreApplication

from tasks.runner.records import Status
from tasks.task import Task
from ui.panel.language import moment_in_words
from ui.panel.sentences import translated
from ui.panel.tasks.listing import Entry, PastResult
from ui.panel.widgets.labels import Role
from ui.wording import printable

translate = QCoreApplication.translate

_MOST_STEPS = 100
_MOST_CHARACTERS = 1000
"""What is shown of a text; the rest stands in the task's file or in its report."""
_LONG_WORD = re.compile(r"[^\s/-]{36}(?=[^\s/-])")

_TONES: dict[Status, Role] = {
    Status.PASSED: "good",
    Status.FAILED: "bad",
    Status.ERROR: "warning",
    Status.FLAKY: "warning",
    Status.SKIPPED: "muted",
    Status.EXPECTED_FAILURE: "muted",
}


def status_in_words(status: Status) -> str:
    """Return how a task ended, in a word or two."""
    return {
        Status.PASSED: translate("tasks", "passed"),
        Status.FAILED: translate("tasks", "failed"),
        Status.FLAKY: translate("tasks", "flaky"),
        Status.SKIPPED: translate("tasks", "skipped"),
        Status.EXPECTED_FAILURE: translate("tasks", "failed as expected"),
        Status.ERROR: translate("tasks", "error"),
    }[status]


def state(entry: Entry, doing: str | None) -> tuple[str, Role]:
    """Return in a word or two how a task stands, and the role of that; `doing` is what goes on with it, "" waiting."""
    if doing is not None:
        return (translate("tasks", "running"), "busy") if doing else (translate("tasks", "waiting"), "muted")
    if entry.mistakes:
        return translate("tasks", "cannot be read"), "bad"
    if entry.last is None:
        return translate("tasks", "never run"), "muted"
    status = entry.last.result.status
    return status_in_words(status), _TONES[status]


def title(entry: Entry) -> str:
    """Return what a task or its file is called."""
    if entry.task is None:
        return printable(entry.path.name)
    name, _, seed = entry.task.run_id.rpartition("#")
    return printable(name if seed == "0" else f"{name}  #{seed}")


def second_line(entry: Entry, doing: str | None) -> str:
    """Return what is to be said of a task beside its name: what it is doing, what is wrong with it, its tags."""
    if doing:
        return fitting(translated(doing))
    if entry.mistakes:
        return fitting(entry.mistakes[0].sentence)
    tags = " ".join(f"@{tag}" for tag in entry.task.tags) if entry.task else ""
    needs = translate("tasks", "needs your trust") if entry.reasons else ""
    return " · ".join(part for part in (needs, fitting(tags)) if part)


def when(entry: Entry) -> str:
    """Return when a task was last tried; nothing where it never was."""
    attempts = entry.last.result.attempts if entry.last else ()
    started = attempts[-1].started if attempts else None
    return moment_in_words(started) if started else ""


def facts(past: PastResult) -> str:
    """Return how much there was to a task's last result."""
    result = past.result
    tried, steps = len(result.attempts), sum(attempt.steps for attempt in result.attempts)
    said = (
        translate("tasks", "{count} attempts").format(count=tried) if tried > 1 else "",
        translate("tasks", "{count} steps").format(count=steps) if steps else "",
        translate("tasks", "{seconds} s").format(seconds=f"{result.seconds:.1f}") if tried else "",
    )
    return " · ".join(part for part in said if part)


def reason(past: PastResult) -> str:
    """Return why a task ended as it did, where its checks do not say it already."""
    result = past.result
    last = result.attempts[-1] if result.attempts else None
    is_said = last and last.reason == result.reason and any(not looked.held for looked in last.findings)
    return "" if is_said else result.reason


def counted(counts: Mapping[Status, int]) -> str:
    """Return how many tasks ended how."""
    return " · ".join(f"{counts[status]} {status_in_words(status)}" for status in Status if counts.get(status))


def what_it_does(task: Task) -> str:
    """Return a task's goal, or its steps as its file says them, a line each."""
    lines = [task.goal] if task.goal is not None else map(_step_line, _steps(task.steps or ()))
    return fitting("\n".join(lines))


def fitting(text: str, most: int = _MOST_CHARACTERS) -> str:
    """Return what fits into a label of a text that anyone may have written."""
    cut = text if len(text) <= most else text[:most] + "…"
    return breakable(printable(cut))


def breakable(text: str) -> str:
    """Return a text with places to break in words that would not fit into a line."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def _steps(steps: tuple[Any, ...]) -> Iterable[Any]:
    yield from islice(steps, _MOST_STEPS)
    if len(steps) > _MOST_STEPS:
        yield None


def _step_line(step: Any) -> str:
    if step is None:
        return "…"
    said = _short(step.model_dump(mode="json", by_alias=True, exclude_unset=True))
    flow = yaml.safe_dump(said, allow_unicode=True, default_flow_style=True, sort_keys=False, width=math.inf)
    return flow.strip().removeprefix("{").removesuffix("}")


def _short(said: Any) -> Any:
    """Write a target that is only a text or a place as people do: as that alone."""
    match said:
        case {"text": text, **rest} if not rest:
            return text
        case {"place": [[left, top, right, bottom]], **rest} if not rest:
            return [left, top] if (left, top) == (right, bottom) else [left, top, right, bottom]
        case dict():
            return {key: _short(value) for key, value in said.items()}
        case list():
            return [_short(value) for value in said]
    return said
