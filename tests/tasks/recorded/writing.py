"""Writes published data as tests need it: annotations with pictures, predictions, replies."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from actions.dialects.glm_json import GLM_JSON
from actions.schema import Action
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.predictions.prediction import Header, Prediction, as_line
from tasks.recorded.steps import RecordedStep, Skipped

SIZE = (400, 300)


def screenspot(number: int = 0, **other: Any) -> dict[str, Any]:
    """Return a record in ScreenSpot's form, a different box for each number."""
    row = {
        "img_filename": f"pc_{number}.png",
        "bbox": [10 + number % 50, 20, 30, 40],
        "instruction": f"press button {number}",
        "data_type": "text" if number % 2 else "icon",
        "data_source": "windows",
    }
    return {name: value for name, value in {**row, **other}.items() if value is not ...}


def write_screenspot(folder: Path, rows: Sequence[Mapping[str, Any]], *, pictures: bool = True) -> Path:
    """Write a folder of ScreenSpot with these records, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "screenspot_desktop.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    images = folder / "screenspot_imgs"
    images.mkdir(exist_ok=True)
    for row in rows if pictures else ():
        Image.new("RGB", SIZE, (200, 200, 200)).save(images / str(row["img_filename"]))
    return folder


def steps_of(benchmark: Benchmark[Any], data: Path) -> list[RecordedStep[Any]]:
    """Return the steps, none of which may be skipped."""
    steps = list(benchmark.steps(data))
    assert all(isinstance(step, RecordedStep) for step in steps), steps
    return [step for step in steps if isinstance(step, RecordedStep)]


def skipped_of(benchmark: Benchmark[Any], data: Path) -> list[Skipped]:
    """Return what is skipped."""
    return [step for step in benchmark.steps(data) if isinstance(step, Skipped)]


def write_predictions(path: Path, predictions: Iterable[Prediction], header: Header | None = None) -> Path:
    """Write a file of predictions, and return it."""
    lines = [as_line(prediction) for prediction in predictions]
    path.write_bytes(b"".join([as_line(header), *lines] if header else lines))
    return path


def reply(action: Action, thought: str = "I see it.") -> str:
    """Return a reply as GLM writes it."""
    answer = f"Memory: None\nReason: It is there.\nAction: {GLM_JSON.write(action)}"
    return f"<think>{thought}</think><answer>{answer}</answer>"
