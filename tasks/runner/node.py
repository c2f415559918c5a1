"""An attempt on a node of a cluster: the job and the task's files come in, the outcome and the attempt's folder go out.

Knows no cluster: whatever calls it here has brought what it needs.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from agent.recording.record import versions
from tasks.runner.parcel import packed, unpack
from tasks.runner.process import HOME, JOB, AttemptProcess
from tasks.runner.records import Attempt, Job, Status
from tasks.task import Task
from tasks.task.content import brought_files

_GLANCE = 0.1  # seconds


@dataclass(frozen=True)
class Errand:
    """What travels to a node: a job as JSON, the files that its task brings, and who sends it."""

    job: str
    files: bytes
    seconds: float
    version: str


@dataclass(frozen=True)
class Brought:
    """What comes back: the attempt as JSON, and the files of its folder; the home stays behind."""

    attempt: str
    files: bytes


def errand_for(job: Job, seconds: float) -> Errand:
    """Return what a node is to do. Raises `ParcelError` and `OSError` for files that cannot travel."""
    files = packed(brought_files(job.task), job.task.folder)
    return Errand(job.model_dump_json(), files, seconds, versions()["deskhand"])


def carry_out(errand: Errand, node: str, says: Callable[[str], None]) -> Brought:
    """Make the attempt on this machine; leave nothing behind."""
    if errand.version != (here := versions()["deskhand"]):
        reason = f"The node {node} has Deskhand {here}, and this is {errand.version}: install the same on all of them."
        return Brought(Attempt(status=Status.ERROR, cause="machine", reason=reason).model_dump_json(), b"")
    with TemporaryDirectory(prefix="deskhand-") as scratch:
        job = Job.model_validate_json(errand.job)
        task = _moved(job.task, Path(scratch))
        unpack(errand.files, task.folder)
        process = AttemptProcess(job.model_copy(update={"task": task}), Path(scratch, "attempt"), errand.seconds)
        try:
            attempt = _followed(process, says)
        finally:
            process.end()
        return Brought(attempt.model_dump_json(), packed(_to_bring_back(process.folder), process.folder))


def _moved(task: Task, scratch: Path) -> Task:
    """Return the task with its file in a folder here, of the name that it has there: results are called by it."""
    folder = scratch / "task" / task.folder.name
    folder.mkdir(parents=True)
    return task.model_copy(update={"file": str(folder / Path(task.file).name)})


def _followed(process: AttemptProcess, says: Callable[[str], None]) -> Attempt:
    said = ""
    while (attempt := process.poll()) is None:
        if (doing := process.doing) != said:
            says(said := doing)
        time.sleep(_GLANCE)
    return attempt


def _to_bring_back(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.relative_to(folder).parts[0] not in (HOME, JOB) and path.is_file():
            yield path
