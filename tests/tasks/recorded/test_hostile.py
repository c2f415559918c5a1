"""Data and predictions that are broken in every way: a sentence each, figures for the rest, and never a crash."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from tasks.recorded.benchmark import Benchmark
from tasks.recorded.catalogue import find_benchmark
from tasks.recorded.errors import ScoreError
from tasks.recorded.scores.metrics import measured_by
from tasks.recorded.scores.report import JudgedStep, Report
from tasks.recorded.scores.scoring import score
from tasks.recorded.steps import RecordedStep
from tests.tasks.recorded.grounding.forms import FORMS

ROUNDS = 40

JUNK: tuple[Any, ...] = (
    *(None, "", 0, -1, 1e308, 10**400, float("nan"), True, [], {}, [[1]], ["x"], [1, 2], [0] * 4, [1] * 7, {"a": [1]}),
    *("\x00", "\ud800", "a" * 1000, "../x", "C:/x", "中文"),
)
REPLIES = (
    *("", "[1,2]", "<think>", "[1e9,2]", "(" * 5000, "[" * 5000, "[1," * 3000, "9" * 5000, "\ud800 [1,2]", "[nan,1]"),
    'Action: {"action_type":"click","box_2d":[[1,2,3,4]]}',
    '{"action_type":',
    '<tool_call>{"name":"x","arguments":{"action":"click"}}',
    "Action: CLICK(point=(1,2))",
)
ACTIONS: tuple[Any, ...] = (
    {"action_type": "click", "box_2d": [[1, 2, 3, 4]]},
    {"action_type": "scroll", "direction": "up"},
    {"action_type": "fly"},
    [],
)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_breaks_the_scoring(seed: int, tmp_path: Path) -> None:
    chance, scored = random.Random(seed), 0
    for number in range(ROUNDS):
        form, folder = chance.choice(FORMS), tmp_path / str(number)
        folder.mkdir()
        (folder / form.file).write_bytes(broken_annotations(form.row, chance))
        try:
            benchmark, data = find_benchmark(str(folder), chance.choice(("", form.benchmark.name)))
            predictions = tmp_path / "predictions.jsonl"
            predictions.write_text("\n".join(broken_predictions(benchmark, data, chance)))
            report = scored_and_written(benchmark, data, predictions, chance)
        except ScoreError:
            continue
        scored += report.total > 0
        assert all(skipped.reason.endswith(".") for skipped in report.skipped)
    assert scored > 5, "some of it is whole enough"


def broken_annotations(row: Any, chance: random.Random) -> bytes:
    """Return records, of which some lack a field, hold junk, or are cut or flipped in their bytes."""
    rows = [row(number, chance) for number in range(6)]
    for record in rows:
        for name in chance.sample(list(record), chance.randrange(3)):
            if chance.random() < 0.2:
                del record[name]
            else:
                record[name] = chance.choice(JUNK)
    text = bytearray(json.dumps(rows, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice((0, 0, 1, 3))):
        text[chance.randrange(len(text))] = chance.randrange(256)
    return bytes(text[: chance.randrange(len(text))] if chance.random() < 0.1 else text)


def broken_predictions(benchmark: Benchmark[Any], data: Path, chance: random.Random) -> list[str]:
    """Return lines for the steps that there are, of every kind and of none."""
    ids = [step.id for step in benchmark.steps(data) if isinstance(step, RecordedStep)] or ["none"]
    lines = []
    for name in ids:
        kind = chance.choice(("reply", "reply", "action", "pixels"))
        answer = {"reply": REPLIES, "action": (*JUNK, *ACTIONS), "pixels": (*JUNK, [1, 2])}[kind]
        lines.append(json.dumps({"id": name, kind: chance.choice(answer)}))
    header = {"predictions": 1, "benchmark": benchmark.name, "dialect": chance.choice(("json", "pc", "qwen"))}
    family = chance.choice(("qwen2.5-vl", "other"))
    return [json.dumps({**header, "family": family}), *lines] if chance.random() < 0.3 else lines


def scored_and_written(benchmark: Benchmark[Any], data: Path, path: Path, chance: random.Random) -> Report:
    """Return the figures, having written everything as a run writes it."""
    kept: list[str] = []

    def keep(step: JudgedStep) -> None:
        kept.append(step.model_dump_json())

    measured = measured_by(chance.choice(("own", "glm-json", "glm-pc")), benchmark)
    report = score(measured, data, path, as_published=chance.random() < 0.5, keep=keep)
    assert len(kept) == report.total
    assert Report.model_validate_json(report.model_dump_json()) == report
    return report
