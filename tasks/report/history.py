"""How each task went in earlier runs: the folders of results that lie beside this one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tasks.report.suite_run import began
from tasks.runner.records import Result, Status
from tasks.runner.results import RESULTS, Results

_MOST_RUNS = 30


@dataclass(frozen=True)
class PastResult:
    """How a task went in an earlier run; `folder` is the name of that run's folder."""

    folder: str
    result: Result

    @property
    def status(self) -> Status:
        """How it ended."""
        return self.result.status


@dataclass
class History:
    """What the runs before this one made of each task, the oldest first."""

    _past: dict[str, list[PastResult]] = field(default_factory=dict)

    def of(self, id: str) -> tuple[PastResult, ...]:
        """Return a task's earlier results."""
        return tuple(self._past.get(id, ()))

    def last(self, id: str) -> PastResult | None:
        """Return a task's last result before this one."""
        return self.of(id)[-1] if id in self._past else None

    def add(self, folder: str, result: Result) -> None:
        """Add the next result of a task; the same one in another folder, as of a shard and of what it was joined to, is
        no other."""
        past = self._past.setdefault(result.id, [])
        if not any(earlier.result.attempts == result.attempts != () for earlier in past):
            past.append(PastResult(folder, result))


def read_history(folder: Path, results: list[Result]) -> History:
    """Return what was before the run in `folder` in the same root; folders that cannot be read are left out."""
    now, history = began(results, folder), History()
    for name, earlier in sorted(_beside(folder), key=lambda run: run[1][0]):
        when, past = earlier
        if when < now:
            for result in past:
                history.add(name, result)
    return history


def _beside(folder: Path) -> Iterator[tuple[str, tuple[float, list[Result]]]]:
    """Yield the newest other runs: their folders' names, when they began, and their results."""
    own = folder.resolve()
    names = sorted(path for path in own.parent.glob("*") if path != own and (path / RESULTS).is_file())
    for path in names[-_MOST_RUNS:]:
        try:
            results = list(Results(path))
        except OSError:
            continue
        yield path.name, (began(results, path), results)
