"""Folders of scores, as `deskhand score` leaves them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.predictions.prediction import Header, Prediction
from tasks.recorded.scores.folder import VERDICTS, kept_verdicts, write_report
from tasks.recorded.scores.report import JudgedStep
from tasks.recorded.scores.scoring import score
from tests.tasks.recorded.writing import write_predictions

HEADER = Header(benchmark="screenspot", model="a model", family="glm", dialect="json")


def write_score(folder: Path, data: Path, predictions: Iterable[Prediction]) -> Path:
    """Score predictions for ScreenSpot's records in `data`, and return the folder of the score."""
    folder.mkdir(parents=True)
    path = write_predictions(folder / "predictions.jsonl", predictions, HEADER)
    with kept_verdicts(folder) as keep:
        report = score(ScreenSpot(), data, path, keep=keep)
    write_report(report, folder)
    return folder


def change_verdicts(folder: Path, **fields: Any) -> None:
    """Give each verdict of a folder other fields."""
    path = folder / VERDICTS
    steps = map(JudgedStep.model_validate_json, path.read_bytes().splitlines())
    lines = [step.model_copy(update=fields).model_dump_json() + "\n" for step in steps]
    path.write_text("".join(lines), encoding="utf-8")
