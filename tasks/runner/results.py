"""A folder of results: a line of `results.jsonl` for each finished task, written as it comes, readable after a kill."""

import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from tasks.runner.records import Result, Status

RESULTS = "results.jsonl"

_TIME = re.compile(r"\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d(?:-\d+)?")


class ResultsError(Exception):
    """The folder of results cannot be written or read; the sentence says why."""


class Results:
    """The results of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / RESULTS

    def make(self) -> None:
        """Make the folder. Raises `ResultsError`."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file.touch()
        except OSError as error:
            raise ResultsError(f"The results cannot be written to {self.folder}: {error.strerror}.") from error

    def add(self, result: Result) -> None:
        """Write one result, whole or not at all. Raises `ResultsError`."""
        line = result.model_dump_json(exclude_none=True).encode() + b"\n"
        try:
            with self._file.open("ab", buffering=0) as file:
                if file.tell() and not self._ends_whole():
                    line = b"\n" + line  # a line that a kill cut off stays a line of its own
                _write_whole_or_not(file, line)
        except OSError as error:
            raise ResultsError(
                f"A result cannot be written to {self._file}: {error.strerror}. Make room, and go on with --resume "
                f"{self.folder}."
            ) from error

    def __iter__(self) -> Iterator[Result]:
        """Yield the newest result of each task, in the order in which they came, without lines that were cut off.

        Raises `ResultsError`.
        """
        newest: dict[str, Result] = {}
        for line in self._lines():
            try:
                result = Result.model_validate_json(line)
            except ValidationError:
                continue
            for id_ in (result.id, result.file):  # what was wrong with its file is mended
                newest.pop(id_, None)
            newest[result.id] = result
        return iter(newest.values())

    def _lines(self) -> list[bytes]:
        try:
            return self._file.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ResultsError(f"The results in {self._file} cannot be read: {error.strerror}.") from error

    def _ends_whole(self) -> bool:
        with self._file.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"


def _write_whole_or_not(file: io.FileIO, data: bytes) -> None:
    """Append the data and see it on the disk; on a full one, leave nothing of it."""
    end = file.tell()
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())
    except OSError:
        file.truncate(end)
        raise


def results_folder(root: Path) -> Path:
    """Return the path of a new folder of results, named by the time."""
    now = datetime.now(UTC).astimezone().strftime("%Y-%m-%d_%H-%M-%S")
    names = (root / f"{now}{suffix}" for suffix in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(path for path in names if not path.exists())


def newest_folder(root: Path) -> Path | None:
    """Return the folder of the newest results, if there are any."""
    folders = sorted(path for path in root.glob("*") if (path / RESULTS).exists())
    return folders[-1] if folders else None


def forget_old(root: Path, keep: int) -> None:
    """Remove all but the newest folders of results that were named by their time in `root`."""
    folders = [path for path in root.glob("*") if _TIME.fullmatch(path.name) and (path / RESULTS).is_file()]
    for folder in sorted(folders)[:-keep]:
        shutil.rmtree(folder, ignore_errors=True)  # what cannot be removed stays


def counts(results: list[Result]) -> dict[Status, int]:
    """Return how many results there are of each status."""
    return {status: sum(result.status is status for result in results) for status in Status}


def as_json(results: list[Result]) -> str:
    """Return all results as one JSON object: the counts, and a row for each."""
    found = {status.value.replace(" ", "_"): count for status, count in counts(results).items()}
    rows = [result.model_dump(mode="json", exclude_none=True) | {"claimed": result.claimed} for result in results]
    return json.dumps({**found, "results": rows}, ensure_ascii=False)
