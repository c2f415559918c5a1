"""Joins folders of results, such as the shards of one run, into one; the newest result of each task counts."""

import os
import shutil
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasks.report.suite_run import Entry, SuiteRun
from tasks.runner.records import Result
from tasks.runner.results import Results, ResultsError


@dataclass(frozen=True)
class Merged:
    """What was joined: how many tasks there are now, and the ids of those that had several results."""

    results: Results
    tasks: int
    several: tuple[str, ...]


@dataclass(frozen=True)
class _Candidate:
    run: SuiteRun
    entry: Entry


@dataclass
class _Joining:
    """The folder that is filled; `_names` are the folders of tasks that it has."""

    out: Path
    _names: set[str] = field(default_factory=set)

    def take(self, candidate: _Candidate) -> tuple[Path, ...]:
        """Copy a task's attempts; return where they are. What lies elsewhere or is gone stays as it was told."""
        renamed: dict[str, str] = {}
        return tuple(self._copied(candidate.run, folder, renamed) for folder in candidate.entry.folders)

    def _copied(self, run: SuiteRun, folder: Path, renamed: dict[str, str]) -> Path:
        if not (source := run.inside(folder)) or len(folder.parts) != 2:
            return folder
        task, attempt = folder.parts
        if task not in renamed:
            renamed[task] = self._free(task)
        target = Path(renamed[task]) / attempt
        shutil.copytree(source, self.out / target, symlinks=True, ignore=_no_plain_files)
        return target

    def _free(self, name: str) -> str:
        """Return a name that no other task's folder has."""
        names = (f"{name}{suffix}" for suffix in ("", *(f"-{number}" for number in range(2, 10_000))))
        free = next(name for name in names if name not in self._names)
        self._names.add(free)
        return free


def merge(folders: Sequence[Path], out: Path) -> Merged:
    """Join folders of results into a new one, attempts included; they stay as they are. Raises `ResultsError`."""
    runs = [SuiteRun(folder) for folder in folders]
    _require_new(out)
    candidates: dict[str, list[_Candidate]] = {}
    for run in runs:
        for entry in run.entries:
            candidates.setdefault(entry.id, []).append(_Candidate(run, entry))
    results, joining = Results(out), _Joining(out)
    results.make()
    try:
        for rivals in candidates.values():
            newest = max(rivals, key=_age)
            taken = joining.take(newest)
            if newest.entry.result:
                results.add(newest.entry.result.model_copy(update={"folders": taken}))
    except (OSError, shutil.Error) as error:
        raise ResultsError(f"The results cannot be joined in {out}: {_reason(error)}. It is not whole.") from error
    return Merged(results, len(candidates), tuple(_several(candidates.items())))


def _require_new(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ResultsError(f"{out} is there already, and not empty: name a new folder to join the results in.")


def _several(candidates: Iterable[tuple[str, list[_Candidate]]]) -> Iterable[str]:
    """Yield the tasks that have different results in several folders."""
    for id, rivals in candidates:
        results = [rival.entry.result for rival in rivals if rival.entry.result]
        if any(result.attempts != results[0].attempts or result.status is not results[0].status for result in results):
            yield id


def _age(candidate: _Candidate) -> tuple[bool, float]:
    """Return what grows as a result gets newer; no result is older than any."""
    result = candidate.entry.result
    return result is not None, _started(result) if result else 0.0


def _started(result: Result) -> float:
    return max((attempt.started.timestamp() for attempt in result.attempts if attempt.started), default=0.0)


def _no_plain_files(folder: str, names: list[str]) -> set[str]:
    """Return the sockets and pipes that applications left in a task's home: they are no results."""
    modes = {name: os.lstat(os.path.join(folder, name)).st_mode for name in names}  # noqa: PTH118 - as copytree asks
    return {
        name for name, mode in modes.items() if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_ISLNK(mode))
    }


def _reason(error: OSError | shutil.Error) -> str:
    if isinstance(error, shutil.Error):
        return str(error.args[0][0][2])
    return error.strerror or str(error)
