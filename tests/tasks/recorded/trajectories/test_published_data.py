"""The real cases: all of their records are read, and what was right in them is worth 1."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from actions.schema import Infeasible
from tasks.recorded.benchmark import Benchmark
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.predictions.prediction import Predicted, Prediction
from tasks.recorded.scores.scoring import score
from tasks.recorded.steps import RecordedStep, Skipped
from tasks.recorded.trajectories.notations.pyautogui_code import read_code
from tests.published import published
from tests.tasks.recorded.writing import steps_of, write_predictions

COUNTS = {"agentnetbench": (18, 0), "agentnet-raw": (15, 0), "pc-tracker": (8, 0), "screenagent": (146, 8)}
"""Steps that are asked about, and such that are left out: ScreenAgent's only wait."""


def found(name: str) -> tuple[Benchmark[Any], Path]:
    return find_benchmark(str(published(name)))


@pytest.mark.parametrize("name", COUNTS)
def test_all_records_are_read(name: str) -> None:
    benchmark, data = found(name)
    kinds = Counter(type(step) for step in benchmark.steps(data))
    assert (kinds[RecordedStep], kinds[Skipped]) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_what_was_right_scores_1_and_a_refusal_0(name: str, tmp_path: Path) -> None:
    benchmark, data = found(name)
    steps = [step for step in benchmark.steps(data) if isinstance(step, RecordedStep)]
    right = write_predictions(tmp_path / "right.jsonl", [Prediction(id=step.id, action=step.actions) for step in steps])
    report = score(benchmark, data, right)
    assert (report.score, report.correct, report.unanswered) == (1, COUNTS[name][0], 0)
    wrong = write_predictions(
        tmp_path / "wrong.jsonl", [Prediction(id=step.id, action=(Infeasible(),)) for step in steps]
    )
    assert score(benchmark, data, wrong).score == 0


@pytest.mark.parametrize("name", COUNTS)
def test_the_screenshots_are_there_and_whole(name: str) -> None:
    benchmark, data = found(name)
    for step in benchmark.steps(data):
        if isinstance(step, RecordedStep):
            assert step.screenshot.open().size == step.screenshot.size


def test_the_recorded_code_of_agentnetbench_is_worth_1() -> None:
    """The code beside the right calls says the same, and is read by another reader."""
    benchmark, data = found("agentnetbench")
    steps = iter(steps_of(benchmark, data))
    for file in sorted(data.glob("*.json")):
        for recorded in json.loads(file.read_text(encoding="utf-8"))["steps"]:
            calls: tuple[tuple[str, Any], ...] = tuple(
                (call.name, list(call.place) if call.place else list(call.keys) or call.text or call.amount)
                for call in read_code(recorded["action"])
            )
            assert benchmark.judge(next(steps), Predicted(calls=calls)).score == 1, recorded["action"]
