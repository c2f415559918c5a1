"""Results as AgentNetBench's evaluation writes them: for each task a list of its steps, each with `predicted_actions`.

An action there is a name and a value: `["click", [0.34, 0.63]]`, `["write", "SPOTIFY"]`, `["press", ["enter"]]`.
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, JsonValue

from tasks.recorded.formats.records import Record, begins_with, read_row, records
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.steps import BadRecordError, Skipped

_NO_RESULTS = {"metric.json", "hyperparams.json"}


class _Result(BaseModel):
    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    task_id: str
    step_num: int
    predicted_actions: tuple[tuple[str, JsonValue], ...] | None = None


def are_results(path: Path) -> bool:
    """Say whether a file, or a folder's first, holds such results."""
    first = next(_files(path), None)
    return first is not None and begins_with(first, {"task_id", "step_num", "predicted_actions"}.issubset)


def read_results(path: Path) -> Iterator[Prediction | Skipped]:
    """Yield each result as the prediction for its step, or why it cannot be one."""
    root = path if path.is_dir() else path.parent
    for file in _files(path):
        for item in records(file, root):
            yield _prediction(item) if isinstance(item, Record) else item


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in sorted(path.glob("*.json")) if file.name not in _NO_RESULTS)
    elif path.suffix == ".json":
        yield path


def _prediction(record: Record) -> Prediction | Skipped:
    try:
        result = read_row(_Result, record.value)
    except BadRecordError as error:
        return Skipped(record.place, str(error))
    step, calls = f"{result.task_id}/{result.step_num}", result.predicted_actions
    if not calls:  # its evaluation could not read the reply
        return Prediction(id=step, reply="")
    return Prediction(id=step, calls=calls)
