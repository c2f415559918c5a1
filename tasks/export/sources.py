"""What a source is: a run, a folder of runs, results of tasks, a score, or a benchmark's data."""

from collections.abc import Iterator
from pathlib import Path

from tasks.export.example import Example
from tasks.export.recorded import from_benchmark, from_score
from tasks.export.recordings import Wanted, from_results, from_runs
from tasks.recorded.own_runs import run_folders
from tasks.recorded.scores.kept import is_score
from tasks.recorded.steps import Skipped
from tasks.runner.results import RESULTS


def examples_of(source: str, wanted: Wanted) -> Iterator[Example | Skipped]:
    """Yield the examples of a source, and what is left out. Raises `ScoreError` or `ResultsError` where it is none."""
    folder = Path(source)
    if is_score(folder):
        return from_score(folder, wanted)
    if (folder / RESULTS).is_file():
        return from_results(folder, wanted)
    if runs := run_folders(folder):
        return from_runs(runs, wanted)
    return from_benchmark(source, wanted)
