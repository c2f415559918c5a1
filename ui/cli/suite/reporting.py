"""What a run of tasks tells when it is over: a page for people, and GitHub where it runs there."""

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rich.console import Console

from tasks.runner.records import Result
from tasks.runner.results import ResultsError
from ui.report.github import is_github, output_unheeded, tell_github
from ui.report.suite.page import write_suite_report
from ui.report.words import language_of


def heard_by_people_alone(*, as_json: bool) -> AbstractContextManager[None]:
    """While entered, let GitHub take nothing for a command that is printed for people; JSON is none anyway."""
    return nullcontext() if as_json else output_unheeded(os.environ)


def tell_of(results: Sequence[Result], folder: Path, console: Console, *, as_json: bool) -> None:
    """Write the page and tell GitHub; where that fails, it is said, and the results and the exit code stand."""
    try:
        page = write_suite_report(folder, language_of(os.environ))
        console.print(f"Report: {page}", markup=False, soft_wrap=True)
        if is_github(os.environ):
            tell_github(results, os.environ, sys.stderr if as_json else sys.stdout)
    except ResultsError as error:
        Console(stderr=True).print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
