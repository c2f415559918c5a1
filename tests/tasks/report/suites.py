"""Folders of results with recorded attempts, as a run leaves them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image

from tasks.runner.pool import folder_name
from tasks.runner.process import JOB
from tasks.runner.records import Attempt, AttemptStatus, Cause, Job, Looked, Result, Status
from tasks.runner.results import Results
from tasks.task import Task
from tests.agent.recording.runs import record

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
WANTED = Looked(held=False, wanted="the text “Hello 会议” in note.txt", saw="“Hullo”", picture="check-1.png")


def attempt(
    status: AttemptStatus = Status.PASSED,
    cause: Cause = "",
    reason: str = "",
    *,
    claimed: bool = False,
    seconds: float = 2.0,
    steps: int = 3,
    minutes: float = 0,
    findings: tuple[Looked, ...] = (),
) -> Attempt:
    """Return an attempt that began so many minutes after noon."""
    return Attempt(
        status=status,
        cause=cause,
        reason=reason,
        claimed=claimed,
        seconds=seconds,
        steps=steps,
        tokens=10 * steps,
        started=NOON + timedelta(minutes=minutes),
        findings=findings,
    )


def result(
    name: str,
    *attempts: Attempt,
    status: Status | None = None,
    reason: str = "",
    tags: tuple[str, ...] = (),
    folders: tuple[Path, ...] = (),
) -> Result:
    """Return a task's result; its status is that of its last attempt unless given."""
    ended = status or (Status(attempts[-1].status) if attempts else Status.SKIPPED)
    why = reason or (attempts[-1].reason if attempts else "")
    return Result(
        id=f"s/{name}#0",
        name=name,
        file="/s/t.task.yaml",
        tags=tags,
        status=ended,
        reason=why,
        attempts=attempts,
        folders=folders,
    )


FAILED = attempt(Status.FAILED, "check", "Wanted a; saw b.", claimed=True, findings=(WANTED,))


def write(folder: Path, *results: Result) -> Path:
    """Write the results into a folder, without their attempts' folders."""
    written = Results(folder)
    written.make()
    for each in results:
        written.add(each)
    return folder


def begin_attempt(folder: Path, name: str, number: int = 1, *, steps: int = 2, goal: str = "写一份会议纪要") -> Path:
    """Write an attempt's folder as it is before the outcome; return its name within the folder of results."""
    task = Task(name=name, goal=goal, file="/s/t.task.yaml")
    within = Path(folder_name(task)) / f"attempt-{number}"
    (folder / within).mkdir(parents=True)
    (folder / within / JOB).write_text(Job(task=task).model_dump_json(), encoding="utf-8")
    if steps:
        record(folder / within / "run-1", steps)
    return within


def recorded(folder: Path, name: str, *attempts: Attempt, steps: int = 2, goal: str = "写一份会议纪要") -> Result:
    """Return a result whose attempts' folders are written, each with a recording of steps and a check's picture."""
    folders = [begin_attempt(folder, name, number, steps=steps, goal=goal) for number in range(1, len(attempts) + 1)]
    for within in folders:
        Image.new("RGB", (80, 60), (9, 9, 9)).save(folder / within / "check-1.png")
    return result(name, *attempts, folders=tuple(folders))
