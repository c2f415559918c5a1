"""The runs that were recorded on this machine, newest first."""

import os
from dataclasses import dataclass
from pathlib import Path

from agent.errors import RecordingError
from agent.recording import Recording, RunRecord

_MOST = 200


@dataclass(frozen=True)
class PastRun:
    """A recorded run, how many steps it took, and the seconds in which it waited for the person."""

    folder: Path
    record: RunRecord
    steps: int
    waited: float


def past_runs(folder: Path) -> list[PastRun]:
    """Return the newest runs in `folder`; what holds no recording that can be read is left out."""
    if not folder.is_dir():
        return []
    names = sorted((Path(entry) for entry in os.scandir(folder) if entry.is_dir()), reverse=True)
    return [run for name in names[:_MOST] if (run := _read(name))]


def _read(folder: Path) -> PastRun | None:
    try:
        recording = Recording(folder)
    except RecordingError:
        return None
    return PastRun(folder, recording.run, len(recording.steps), sum(step.timings.ask for step in recording.steps))
