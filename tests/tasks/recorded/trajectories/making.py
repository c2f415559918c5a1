"""Makes published data as tests need it, and asks what every benchmark must do of it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PIL import Image

from actions.schema import AskUser
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import RecordedStep
from tests.tasks.recorded.writing import steps_of


def write_json(path: Path, value: Any) -> Path:
    """Write a JSON file, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def write_lines(path: Path, values: Iterable[Any]) -> Path:
    """Write a file of JSON lines, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values), encoding="utf-8")
    return path


def write_picture(path: Path, size: tuple[int, int] = (100, 50)) -> Path:
    """Write a grey picture, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (200, 200, 200)).save(path)
    return path


def check_right_and_wrong(benchmark: Benchmark[Any], data: Path) -> list[RecordedStep[Any]]:
    """Check that what was right is worth 1 and what no benchmark wants 0, and return the steps."""
    steps = steps_of(benchmark, data)
    assert steps
    for step in steps:
        verdict = benchmark.judge(step, Predicted(step.actions))
        assert verdict.correct, (step.id, verdict.why)
        assert verdict.score == 1
        for wrong in (Predicted((AskUser(text="?"),)), Predicted(complaint="It breaks off."), Predicted()):
            assert benchmark.judge(step, wrong).score == 0
    assert len({step.id for step in steps}) == len(steps)
    return steps
