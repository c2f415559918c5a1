"""`deskhand show`: a run of tasks, one recorded run, or a score, as a page in the browser or as an animated picture."""

import os
from pathlib import Path

import typer

from actions.errors import ActionError
from agent.recording import Recording
from tasks.recorded.scores.kept import is_score
from tasks.report.suite_run import SuiteRun
from tasks.runner.results import ResultsError, newest_folder
from ui.browser import has_browser, show_in_browser
from ui.cli.commands.show import ShowArguments
from ui.report.animation.animation import write_animation
from ui.report.animation.scenes import Scene, scenes_of_recording, scenes_of_run
from ui.report.page import write_report
from ui.report.score.page import write_score_report
from ui.report.suite.page import write_suite_report
from ui.report.words import Words, language_of

_ANIMATION = "animation.webp"
_RECORDING = "run.json"


def show_results(given: ShowArguments) -> None:
    """Write what is asked for, say where it is, and open it.

    Raises `ResultsError`, `RecordingError` or `ScoreError`.
    """
    folder = given.folder or newest(given.root)
    language = given.language or language_of(os.environ)
    if is_score(folder) and (given.animation or given.task):
        raise ResultsError(f"{folder} is a score, which is shown as a page alone, to be filtered.")
    if given.animation:
        shown = write_animation(_scenes(folder, given.task, Words(language)), given.out or folder / _ANIMATION)
    elif given.task:
        raise ResultsError("One task is shown with --animation alone: the page shows all of them, to be filtered.")
    elif _is_recording(folder):
        shown = write_report(folder, given.out)
    elif is_score(folder):
        shown = write_score_report(folder, language, given.out)
    else:
        shown = write_suite_report(folder, language, given.out)
    typer.echo(shown)
    if given.opens and has_browser():
        _open(shown)


def newest(root: Path) -> Path:
    """Return the newest folder of results. Raises `ResultsError` where there is none."""
    if folder := newest_folder(root):
        return folder
    raise ResultsError(f"There are no results in {root} yet: run tasks first, or name a folder of results.")


def _scenes(folder: Path, task: str, words: Words) -> list[Scene]:
    if _is_recording(folder):
        return scenes_of_recording(Recording(folder), words)
    return scenes_of_run(SuiteRun(folder), words, task)


def _is_recording(folder: Path) -> bool:
    return (folder / _RECORDING).is_file()


def _open(page: Path) -> None:
    try:
        show_in_browser(page)
    except ActionError as error:  # it is written, and where is said
        typer.echo(str(error), err=True)
