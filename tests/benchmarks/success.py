"""How many of some results are a success, how sure that is, and what the others come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.recording import Recording
from tasks.runner.records import Result, Status
from tasks.statistics import wilson


@dataclass(frozen=True)
class Score:
    """Some results. What the task, its set-up or the machine is at fault for counts for and against nobody."""

    results: Sequence[Result]

    @property
    def judged(self) -> list[Result]:
        return [result for result in self.results if result.status not in (Status.ERROR, Status.SKIPPED)]

    @property
    def passed(self) -> int:
        return sum(result.status is Status.PASSED for result in self.judged)

    @property
    def claimed(self) -> list[Result]:
        return [result for result in self.judged if result.claimed]

    @property
    def refused(self) -> int:
        return sum(result.status is not Status.PASSED for result in self.claimed)

    @property
    def rate(self) -> float | None:
        return self.passed / len(self.judged) if self.judged else None

    def counts(self) -> dict[str, int]:
        errors = sum(result.status is Status.ERROR for result in self.results)
        said = {"claimed": len(self.claimed), "refused": self.refused}
        return {"runs": len(self.judged), "passed": self.passed, **said, "errors": errors}

    def row(self, name: str) -> tuple[str, ...]:
        low, high = wilson(self.passed, len(self.judged))
        rate = "-" if self.rate is None else f"{self.rate:.1%}"
        counts = self.counts()
        within = f"{low:.1%} to {high:.1%}" if self.judged else "-"
        said = f"{counts['refused']} of {counts['claimed']}"
        return name, str(counts["passed"]), str(counts["runs"]), rate, within, said, str(counts["errors"])


def cause_of(result: Result, out: Path) -> str:
    """Return in a few words what a result that is no pass comes from."""
    last = result.attempts[-1]
    if result.status is Status.ERROR:
        return f"error: {last.cause}"
    if result.claimed:
        return "false done"
    if last.cause == "check" and last.recordings:
        ending = Recording(out / result.folders[-1] / last.recordings[-1]).run.ending
        return ending.kind if ending else last.cause
    return last.cause
