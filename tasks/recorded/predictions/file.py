"""Files of predictions: our own, written a line at a time and read back after a kill, and those of others."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from pydantic import ValidationError

from tasks.recorded.benchmark import Benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.predictions.prediction import Header, Prediction, as_line
from tasks.recorded.predictions.store import Store, id_of
from tasks.recorded.steps import BadRecordError, Place, Skipped

_LONGEST_LINE = 64 << 20


def read_predictions(
    path: Path, benchmark: Benchmark[Any], data: Path, store: Store, skip: Callable[[Skipped], None]
) -> Header | None:
    """Put a file's predictions into the store; return its header, if it has one. What is no prediction is skipped.

    Raises `ScoreError` where the file cannot be read.
    """
    try:
        theirs = benchmark.predictions(path, data)
        if theirs is None:
            return _read_lines(path, store, skip)
        for item in theirs:
            if isinstance(item, Skipped):
                skip(item)
            else:
                store.add(item.id, as_line(item))
    except OSError as error:
        raise ScoreError(f"The predictions {path} cannot be read: {error.strerror}.") from error
    return None


def _read_lines(path: Path, store: Store, skip: Callable[[Skipped], None]) -> Header | None:
    header = None
    for number, line in _numbered(path):
        if number == 1 and (header := read_header(line)):
            continue
        try:
            store.add(id_of(line), line)
        except BadRecordError as error:
            skip(Skipped(Place(path.name, str(number)), str(error)))
    return header


def _numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LONGEST_LINE):
            number += 1
            if line.strip():
                yield number, line.removeprefix(b"\xef\xbb\xbf")


def read_header(line: bytes) -> Header | None:
    """Return a line as a header, if it is one."""
    try:
        return Header.model_validate_json(line)
    except ValidationError:
        return None


class PredictionWriter:
    """Appends to a file of predictions, whole lines only; any thread may add."""

    def __init__(self, path: Path, header: Header) -> None:
        """Begin the file, or go on in it. Raises `ScoreError` where it cannot be or is another run's."""
        self.path = path
        self._lock = Lock()
        try:
            self._file = self._opened(header)
        except OSError as error:
            raise ScoreError(f"The predictions cannot be written to {path}: {error.strerror}.") from error

    def add(self, prediction: Prediction) -> None:
        """Write one prediction. Raises `ScoreError`."""
        try:
            with self._lock:
                self._file.write(as_line(prediction))
                os.fsync(self._file.fileno())
        except OSError as error:
            raise ScoreError(f"A prediction cannot be written to {self.path}: {error.strerror}.") from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _opened(self, header: Header) -> BinaryIO:
        _forget_cut_off_line(self.path)
        file = self.path.open("ab", buffering=0)
        if not file.tell():
            file.write(as_line(header))
            return file
        with self.path.open("rb") as written:
            before = read_header(written.readline(_LONGEST_LINE))
        if before != header:
            file.close()
            raise ScoreError(f"{self.path} holds predictions of another run ({_difference(before, header)}).")
        return file


def _forget_cut_off_line(path: Path) -> None:
    """Take away what a kill left without its end: it was never told of, and is asked for again."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        end = 0
        for line in file:
            if line.endswith(b"\n"):
                end += len(line)
        file.truncate(end)


def _difference(before: Header | None, now: Header) -> str:
    if before is None:
        return "it has no header"
    old, new = before.model_dump(), now.model_dump()
    return ", ".join(f"{name}: {old[name]!r} there, {new[name]!r} here" for name in new if old[name] != new[name])
