"""Recordings of our own in folders, and what of their steps says what is right: for scores and for training data."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from actions.schema import Action, Answer, Done, Infeasible
from agent.errors import RecordingError
from agent.recording import Recording
from agent.step import Step
from tasks.recorded.steps import Place, Skipped

RUN = "run.json"
_END = (Done, Answer, Infeasible)

NOTHING_RIGHT = "nothing was done, or it failed, so it does not say what is right."
"""Of a step of which `done` says nothing."""


def run_folders(folder: Path) -> list[Path]:
    """Return the folders of runs: the folder itself, or those in it, by name and so by time."""
    if (folder / RUN).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{RUN}")) if folder.is_dir() else []


def recordings_in(folders: Iterable[Path]) -> Iterator[Recording | Skipped]:
    """Yield the runs of folders, and why one cannot be read."""
    for folder in folders:
        try:
            yield Recording(folder)
        except RecordingError as error:
            yield Skipped(Place(folder.name, "all"), str(error))


def done(step: Step) -> Action | None:
    """Return what was carried out, or said in the end; None where that is nothing, or went wrong."""
    if step.error or step.interrupted or not step.allowed:
        return None
    return step.performed or (step.action if isinstance(step.action, _END) else None)
