"""Turns what went wrong into one sentence and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from agent.endings import Ending
from agent.errors import SPOKEN
from tasks.export.errors import ExportError
from tasks.live.miniwob.pages import MiniWobError
from tasks.recorded.errors import ScoreError
from tasks.runner.cluster.cluster import ClusterError
from tasks.runner.results import ResultsError
from tasks.runner.selection import SelectionError
from tasks.task import TaskFileError
from ui.cli.see import SeeError

WRONG_USAGE = 2

_EXIT_CODES = {
    "done": 0,
    "answered": 0,
    "infeasible": 1,
    "stuck": 1,
    "limit": 1,
    "desktop_lost": 1,
    "stopped": 3,
    "taken_over": 3,
    "model_failed": 4,
}


def exit_code(ending: Ending) -> int:
    """Return the command's exit code for how a run ended."""
    return _EXIT_CODES[ending.kind]


_OF_TASKS = (
    ClusterError,
    ExportError,
    MiniWobError,
    ResultsError,
    ScoreError,
    SeeError,
    SelectionError,
    TaskFileError,
)


@contextmanager
def one_sentence() -> Iterator[None]:
    """Show an error that the user can act on as its sentence, and exit with code 2."""
    try:
        yield
    except (*SPOKEN, *_OF_TASKS) as error:
        Console(stderr=True).print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(WRONG_USAGE) from error
