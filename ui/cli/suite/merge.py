"""`deskhand merge`: the shards of a run as one folder of results, with its report."""

import os
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from tasks.report.merge import merge
from tasks.runner.junit import write_junit
from ui.report.suite.page import write_suite_report
from ui.report.words import language_of

_NAMED = 5


def merge_results(folders: Sequence[Path], out: Path) -> None:
    """Join the folders, and say what became of tasks that are in several. Raises `ResultsError`."""
    console = Console(highlight=False)
    merged = merge(folders, out)
    write_junit(list(merged.results), out)
    page = write_suite_report(out, language_of(os.environ))
    if merged.several:
        console.print(_conflicts(merged.several), markup=False, soft_wrap=True)
    console.print(f"{merged.tasks} tasks: {page}", markup=False, soft_wrap=True)


def _conflicts(several: Sequence[str]) -> str:
    names = ", ".join(several[:_NAMED]) + (" and others" if len(several) > _NAMED else "")
    return f"{len(several)} tasks have results in several folders, and the newest one of each counts: {names}."
