"""Others' result files: ScreenSpot-Pro's evaluation, and what writes like it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.recorded.grounding.screenspot import ScreenSpot
from tasks.recorded.scores.report import Report
from tasks.recorded.scores.scoring import score
from tests.tasks.recorded.writing import screenspot, write_screenspot


def detail(number: int, pred: object, **other: Any) -> dict[str, Any]:
    return {
        "img_path": f"/data/imgs/pc_{number}.png",
        "prompt_to_evaluate": f"press button {number}",
        "pred": pred,
        "correctness": "wrong",
        "raw_response": "…",
        **other,
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Boxes from (10 + n, 20), 30 wide and 40 high."""
    return write_screenspot(tmp_path / "data", [screenspot(number) for number in range(4)])


def scored(data: Path, results: object, name: str = "results.json") -> Report:
    path = data.parent / name
    path.write_text(json.dumps(results), encoding="utf-8")
    return score(ScreenSpot(), data, path)


def test_places_in_pixels_find_their_steps_by_picture_and_words(data: Path) -> None:
    details = [detail(3, [13, 20]), detail(0, [40, 60]), detail(1, [41.5, 20]), detail(2, None)]
    report = scored(data, {"details": details, "metrics": {"overall": {"action_acc": 0.1}}})
    assert (report.correct, report.total) == (2, 4)
    assert report.unreadable == 1


def test_the_details_alone_are_read_too(data: Path) -> None:
    report = scored(data, [detail(0, [10, 20])])
    assert (report.correct, report.total, report.unanswered) == (1, 1, 3)


def test_a_box_counts_by_its_centre(data: Path) -> None:
    assert scored(data, [detail(0, [0, 0, 50, 80])]).correct == 1
    assert scored(data, [detail(0, [0, 0, 10, 80])]).correct == 0


def test_the_nth_of_the_same_words_belongs_to_the_nth_step(tmp_path: Path) -> None:
    rows = [screenspot(0, bbox=[0, 0, 10, 10]), screenspot(0, bbox=[90, 90, 10, 10])]
    data = write_screenspot(tmp_path / "data", rows)
    assert scored(data, [detail(0, [5, 5]), detail(0, [95, 95])]).correct == 2


def test_what_belongs_to_no_step_or_is_broken_is_told(data: Path) -> None:
    report = scored(data, [detail(0, [10, 20]), detail(77, [1, 1]), detail(1, ["x", 1]), {"img_path": 1}])
    assert (report.total, report.skipped_count) == (1, 3)
    assert "no step of the data" in report.skipped[0].reason
    assert report.skipped[0].file == "results.json"
    assert report.skipped[0].record == "2"
