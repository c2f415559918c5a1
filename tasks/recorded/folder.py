"""A folder of a score: the answers, what each is worth and why, and the figures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tasks.recorded.errors import ScoreError
from tasks.recorded.report import JudgedStep, Report
from tasks.recorded.scoring import Keep

VERDICTS, SCORE = "verdicts.jsonl", "score.json"


def make_folder(folder: Path) -> None:
    """Make the folder. Raises `ScoreError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ScoreError(f"The score cannot be written to {folder}: {error.strerror}.") from error


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
