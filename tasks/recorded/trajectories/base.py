"""What benchmarks of recorded tasks share: steps in order, each with those before it; a bad one costs only itself."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pydantic import BaseModel, ConfigDict

from actions.schema import Box
from tasks.recorded.benchmark import Benchmark, Read
from tasks.recorded.formats.files import find_image
from tasks.recorded.formats.records import Record, document, read_row
from tasks.recorded.grounding.target import Rectangle
from tasks.recorded.steps import BadRecordError, Gold, Place, RecordedStep, Screenshot, Size, Skipped
from tasks.recorded.trajectories.earlier import with_earlier

_Given = ParamSpec("_Given")
_Task = TypeVar("_Task", bound="TaskRow")


class Row(BaseModel):
    """The fields of a record that an importer reads; others may stand beside them."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class TaskRow(Row):
    """A record that holds a whole task; what its steps are, each of them says."""

    steps: list[Any]


class Trajectories(Benchmark[Gold]):
    """A benchmark of recorded tasks."""

    @abstractmethod
    def read(self, data: Path) -> Iterator[Read[Gold]]:
        """Yield the steps, those of one task in order and after each other."""

    def steps(self, data: Path) -> Iterator[Read[Gold]]:
        """See `Benchmark`."""
        return with_earlier(self.read(data))


@dataclass(frozen=True)
class Source:
    """A file of records in the folder that was given."""

    file: Path
    root: Path

    @classmethod
    def of(cls, file: Path, data: Path) -> "Source":
        """Return a file of some data, which may be the file itself."""
        return cls(file, data if data.is_dir() else data.parent)

    def screenshot(self, name: str | bytes, *within: str, size: Size | None = None) -> Screenshot:
        """Return the picture of this name beside the file, or in a folder so named there; or the one of these bytes.

        Raises `BadRecordError`.
        """
        if isinstance(name, bytes):
            return Screenshot(data=name, annotated=size)
        return Screenshot(find_image(dict.fromkeys((self.file.parent, self.root)), within, name), annotated=size)


def steps_of_documents(
    files: Iterable[Path],
    data: Path,
    row: type[_Task],
    read: Callable[[Source, _Task, int, Mapping[str, Any], Place], RecordedStep[Gold]],
) -> Iterator[Read[Gold]]:
    """Yield the steps of files that are a task each, as `steps_of_task` does; `data` is what was given to be read."""
    for file in files:
        source = Source.of(file, data)
        item = document(file, source.root)
        yield from steps_of_task(item, row, partial(read, source)) if isinstance(item, Record) else [item]


def steps_of_task(
    record: Record,
    row: type[_Task],
    read: Callable[[_Task, int, Mapping[str, Any], Place], RecordedStep[Gold]],
    *,
    before: str = "",
) -> Iterator[Read[Gold]]:
    """Yield the steps of a task, each read from its number, fields and place; a bad one costs only itself.

    `before` is what the place of a step has before its number.
    """
    try:
        task = read_row(row, record.value)
    except BadRecordError as error:
        yield Skipped(record.place, str(error))
        return
    for number, value in enumerate(task.steps):
        place = Place(record.place.file, f"{before}step {number}")
        if isinstance(value, dict):
            yield step_or_skip(place, read, task, number, value, place)
        else:
            yield Skipped(place, "it is no JSON object.")


def step_or_skip(
    place: Place, read: Callable[_Given, RecordedStep[Gold]], *args: _Given.args, **kwargs: _Given.kwargs
) -> Read[Gold]:
    """Return the step that is read, or why it cannot be."""
    try:
        return read(*args, **kwargs)
    except BadRecordError as error:
        return Skipped(place, str(error))


def in_thousandths(box: Rectangle, size: Size) -> Box:
    """Return a rectangle in pixels as a box, as far as it lies on the screenshot."""
    return Box(*(min(max(edge * 1000, 0.0), 1000.0) for edge in box.scaled(*size)))
