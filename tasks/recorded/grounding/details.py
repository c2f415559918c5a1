"""Result files in the form of the ScreenSpot-Pro evaluation: `details`, each with `img_path`, the prompt and `pred`.

They bear no ids: a detail belongs to the step with the same picture and the same words, the n-th such to the n-th.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PureWindowsPath
from typing import Any

from pydantic import BaseModel, ConfigDict, FiniteFloat

from tasks.recorded.formats.records import Item, Record, read_row, records
from tasks.recorded.predictions.prediction import Prediction
from tasks.recorded.predictions.store import DiskMap
from tasks.recorded.steps import BadRecordError, RecordedStep, Skipped

_Pixels = tuple[FiniteFloat, FiniteFloat] | tuple[FiniteFloat, FiniteFloat, FiniteFloat, FiniteFloat]


class _Detail(BaseModel):
    model_config = ConfigDict(extra="ignore")

    img_path: str
    prompt_to_evaluate: str
    pred: _Pixels | None


def are_details(path: Path) -> bool:
    """Say whether a file holds such results."""
    first = next(islice(_items(path), 1), None)
    return isinstance(first, Record) and {"img_path", "pred"} <= first.value.keys()


def read_details(path: Path, steps: Iterable[RecordedStep[Any] | Skipped]) -> Iterator[Prediction | Skipped]:
    """Yield each detail as the prediction for its step, or why it cannot be one."""
    with DiskMap() as ids:
        counted = Counter[str]()
        for step in steps:
            if isinstance(step, RecordedStep) and step.screenshot.path:
                ids.add(_key(step.screenshot.path.name, step.instruction, counted), step.id.encode())
        counted.clear()
        for item in _items(path):
            yield _prediction(item, ids, counted) if isinstance(item, Record) else item


def _items(path: Path) -> Iterator[Item]:
    """Yield the details, which stand in an object or are the whole file."""
    with path.open("rb") as file:
        inside = "details" if file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else ""
    return records(path, path.parent, inside=inside if path.suffix != ".jsonl" else "")


def _prediction(record: Record, ids: DiskMap, counted: Counter[str]) -> Prediction | Skipped:
    try:
        detail = read_row(_Detail, record.value)
    except BadRecordError as error:
        return Skipped(record.place, str(error))
    step = ids.get(_key(PureWindowsPath(detail.img_path).name, detail.prompt_to_evaluate, counted))
    if step is None:
        return Skipped(record.place, "no step of the data has this picture and these words.")
    if detail.pred is None:  # in the wrong format, by that evaluation
        return Prediction(id=step.decode(), reply="")
    return Prediction(id=step.decode(), pixels=_centre(detail.pred))


def _key(picture: str, words: str, counted: Counter[str]) -> str:
    key = f"{picture}\n{words}"
    counted[key] += 1
    return f"{key}\n{counted[key]}"


def _centre(place: Iterable[float]) -> tuple[float, float]:
    x1, y1, *rest = place
    x2, y2 = rest or (x1, y1)
    return (x1 + x2) / 2, (y1 + y2) / 2
