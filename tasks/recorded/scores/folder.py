"""A folder of a score: the answers, what each is worth and why, and the figures. One process at a time has it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.report import JudgedStep, Report
from tasks.recorded.scores.scoring import Keep

VERDICTS, SCORE = "verdicts.jsonl", "score.json"


@contextmanager
def held_folder(folder: Path) -> Iterator[None]:
    """Have the folder for this process alone while entered; what is made for it and stays empty goes again.

    The lock is the system's, on the folder itself: it ends with its process, even if that is killed. Raises
    `ScoreError`.
    """
    new = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = _lock(folder)
    except OSError as error:
        raise ScoreError(f"The score cannot be written to {folder}: {error.strerror}.") from error
    try:
        yield
    finally:
        with suppress(OSError):
            for path in new:
                path.rmdir()
        if held is not None:
            os.close(held)


def _lock(folder: Path) -> int | None:
    """Return the descriptor that holds the lock. Raises `ScoreError` where another process has it."""
    if sys.platform == "win32":
        return None
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise ScoreError(
            f"Another `deskhand score` is at work in {folder}: wait for it, or name another one."
        ) from None
    return descriptor


@contextmanager
def kept_verdicts(folder: Path) -> Iterator[Keep]:
    """Write the verdicts that are given, a line each; the file is there once it is whole. Raises `ScoreError`."""
    part = folder / f"{VERDICTS}.part"
    try:
        with part.open("wb") as file:

            def keep(step: JudgedStep) -> None:
                file.write(step.model_dump_json(exclude_none=True).encode() + b"\n")

            yield keep
        part.replace(folder / VERDICTS)
    except OSError as error:
        raise ScoreError(f"The verdicts cannot be written to {folder}: {error.strerror}.") from error


def write_report(report: Report, folder: Path) -> None:
    """Write the figures. Raises `ScoreError`."""
    part = folder / f"{SCORE}.part"
    try:
        part.write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
        part.replace(folder / SCORE)
    except OSError as error:
        raise ScoreError(f"The figures cannot be written to {folder}: {error.strerror}.") from error
