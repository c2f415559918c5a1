"""A run of tasks as the page shows it: tasks, attempts, steps and findings, and what was before."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tasks.report.history import PastResult
from tasks.report.suite_run import Entry
from tasks.report.summary import Summary
from tasks.runner.records import Attempt, Looked
from ui.report.shown import ShownStep
from ui.wording import PhaseTime

INTERRUPTED = "interrupted"
"""How a task went that has no result: not one of `Status`, since nobody judged it."""

ORDER = ("failed", "error", INTERRUPTED, "flaky", "expected failure", "passed", "skipped")
"""In which order tasks are shown: what wants to be looked at first."""


@dataclass(frozen=True)
class SuiteStep:
    """A step with the key of the picture of what came after it, empty where nothing did.

    `begins` is the goal of the part of an attempt that begins with it, where there are several.
    """

    step: ShownStep
    after: str
    begins: str = ""


@dataclass(frozen=True)
class ShownFinding:
    """What a check found; where it does not hold, with the key of its own picture or of the last one of the screen."""

    looked: Looked
    picture: str
    is_screen: bool


@dataclass(frozen=True)
class ShownAttempt:
    """An attempt; `record` is None where it was broken off, `unreadable` says why recordings are not shown."""

    number: int
    record: Attempt | None
    findings: tuple[ShownFinding, ...]
    steps: tuple[SuiteStep, ...]
    phases: tuple[PhaseTime, ...]
    unreadable: tuple[str, ...]

    @property
    def status(self) -> str:
        """How it went."""
        return self.record.status.value if self.record else INTERRUPTED

    @property
    def reason(self) -> str:
        """Why it went so."""
        return self.record.reason if self.record else ""


@dataclass(frozen=True)
class ShownTask:
    """A task, its attempts, and its earlier results, the oldest first."""

    entry: Entry
    goal: str
    about: str
    attempts: tuple[ShownAttempt, ...]
    past: tuple[PastResult, ...]

    @property
    def status(self) -> str:
        """How it went."""
        return self.entry.result.status.value if self.entry.result else INTERRUPTED

    @property
    def title(self) -> str:
        """Its name, with row and seed where there are any."""
        return self.entry.id.removesuffix("#0")

    @property
    def short_file(self) -> str:
        """Its file with the folder that it is in."""
        return str(Path(*Path(self.entry.file).parts[-2:]))

    @property
    def anchor(self) -> str:
        """What the page calls it in links: the same in every run."""
        return f"task-{sha256(self.entry.id.encode()).hexdigest()[:10]}"

    @property
    def last(self) -> PastResult | None:
        """Its last earlier result."""
        return self.past[-1] if self.past else None

    @property
    def is_changed(self) -> bool:
        """Whether it went otherwise the last time."""
        return self.last is not None and self.last.status.value != self.status

    @property
    def steps(self) -> int:
        """How many steps all its attempts took."""
        return sum(len(attempt.steps) for attempt in self.attempts)


@dataclass(frozen=True)
class ShownSuite:
    """The run as a whole; `began` is in seconds since 1970."""

    name: str
    began: float
    summary: Summary
    tasks: tuple[ShownTask, ...]
    models: tuple[str, ...]
    unreadable: int

    @property
    def statuses(self) -> dict[str, int]:
        """How many tasks went each way that some did."""
        counts = {status: sum(task.status == status for task in self.tasks) for status in ORDER}
        return {status: count for status, count in counts.items() if count}

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags, in the order of the alphabet."""
        return tuple(sorted({tag for task in self.tasks for tag in task.entry.tags}))
