"""What a score comes to, and what is kept of each step: the formats that reports and comparisons are made from.

A folder of a score holds `predictions.jsonl`, `verdicts.jsonl` (a line for each step) and `score.json`.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from actions.schema import Action, BoxField
from tasks.recorded.predictions.prediction import Header
from tasks.recorded.steps import Skipped

MOST_SKIPPED = 100
"""So many are told one by one; the rest is counted."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SkippedRecord(_Line):
    """A record that was left out of the figures."""

    file: str
    record: str
    reason: str

    @classmethod
    def of(cls, skipped: Skipped) -> "SkippedRecord":
        """Return it as it is kept."""
        return cls(file=skipped.place.file, record=skipped.place.record, reason=skipped.reason)


class JudgedStep(_Line):
    """A line of `verdicts.jsonl`: a step, what was right, what was answered, and what that is worth.

    `screenshot` is a whole path, empty where the picture stands in the record, which then `is_within`; `boxes` are
    thousandths. `calls` are others' answers in their benchmark's own words.
    """

    id: str
    file: str
    record: str
    task: str = ""
    goal: str
    screenshot: str = ""
    is_within: bool = False
    size: tuple[int, int] | None = None
    groups: tuple[tuple[str, str], ...] = ()
    gold: tuple[Action, ...]
    boxes: tuple[BoxField, ...] = ()
    thought: str = ""
    answer: str = ""
    actions: tuple[Action, ...] = ()
    pixels: tuple[float, float] | None = None
    calls: tuple[tuple[str, JsonValue], ...] = ()
    correct: bool
    score: float
    parts: dict[str, float] = {}
    why: str
    unreadable: bool = False
    seconds: float | None = None
    tokens: int | None = None


class Report(_Line):
    """`score.json`: the figures of one run.

    `score` is the benchmark's own figure, `averages` others of the same verdicts, `breakdown` group -> value -> cell.
    `unanswered` steps have no prediction and `unknown` predictions no step; neither counts.
    """

    format: Literal[1] = 1
    benchmark: str
    metric: str
    as_published: bool = False
    data: str
    predictions: str = ""
    run: Header | None = None
    correct: int
    total: int
    score: float
    averages: dict[str, float] = {}
    parts: dict[str, float] = {}
    breakdown: dict[str, dict[str, dict[str, Any]]] = {}
    tasks: dict[str, Any] = {}
    unreadable: int = 0
    unanswered: int = 0
    unknown: int = 0
    repeated: int = 0
    seconds_per_step: float | None = None
    tokens_per_step: float | None = None
    calls_per_step: float = 1.0
    skipped_count: int = 0
    skipped: tuple[SkippedRecord, ...] = ()
